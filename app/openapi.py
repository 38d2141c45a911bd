"""The description of the HTTP interface, with what every route's rule adds to it: the role, and how it is refused."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIWebSocketRoute, RouteContext, iter_route_contexts

from app.access import Rule
from app.problems import problem_responses

SOCKETS = "x-web-sockets"
"""Where the web sockets stand, which OpenAPI has no word for: path → description, parameters, role."""
REFUSALS = (400, 401, 403, 429, 503)
"""Statuses that the rule, or what stands before it, gives on any route that needs a log-in."""


def routes_of(app: FastAPI) -> Iterator[tuple[RouteContext, Rule | None]]:
    """Every route of the app, web sockets and mounted apps too, with its rule; None for one that declares none."""
    for route in iter_route_contexts(app.routes):
        dependant: Dependant | None = getattr(route, "dependant", None)
        yield route, None if dependant is None else _rule_of(dependant)


def _rule_of(dependant: Dependant) -> Rule | None:
    if isinstance(dependant.call, Rule):
        return dependant.call
    return next((rule for inner in dependant.dependencies if (rule := _rule_of(inner)) is not None), None)


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description; made once, as routes do not change while the app runs."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schema[SOCKETS] = {}
        for route, rule in routes_of(app):
            if isinstance(route.original_route, APIWebSocketRoute):
                schema[SOCKETS][route.path_format] = _socket(route, rule)
            for method in route.methods or ():
                operation = schema["paths"].get(route.path_format, {}).get(method.lower())
                if operation is not None and rule is not None:
                    _add_rule(operation, rule)
        app.openapi_schema = schema
    return app.openapi_schema


def _socket(route: RouteContext, rule: Rule | None) -> dict[str, Any]:
    dependant: Dependant = route.dependant
    parameters = [("path", field.alias) for field in dependant.path_params]
    parameters += [("query", field.alias) for field in dependant.query_params]
    return {
        "description": inspect.getdoc(route.endpoint) or "",
        "parameters": [{"in": place, "name": name} for place, name in parameters],
        "role": rule.role if rule is not None else None,
    }


def _add_rule(operation: dict[str, Any], rule: Rule) -> None:
    if rule.role is None:
        operation["security"] = [{}, *operation.get("security", [])]
        statuses = (400, 401, 429)
    else:
        # OpenAPI 3.1 lets any scheme name the roles that are needed
        operation["security"] = [{scheme: [rule.role]} for one in operation["security"] for scheme in one]
        operation["description"] = f"{operation.get('description', '')}\n\nNeeds the role {rule.role}.".strip()
        statuses = REFUSALS
    for status, response in problem_responses(*statuses).items():
        operation["responses"].setdefault(str(status), response)
