"""Every error of the HTTP side as problem details (RFC 9457), with a stable code and a safe sentence."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from app.errors import headers_of, status_of
from app.headers import SECURITY_HEADERS
from app.schemas.common import Problem
from knowledge.errors import LineleadError

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
BODY_LIMIT_BYTES = 64 * 1024
HISTORY_LIMIT_BYTES = 1024 * 1024
"""For protocols whose clients send the whole conversation with every question."""
UPLOAD_PATH = "/api/v1/documents"
OPENAI_PATH = "/v1/"
HISTORY_PATHS = frozenset({"/v1/chat/completions", "/api/v1/vercel", "/api/v1/ag-ui"})

_HTTP_CODES = {
    400: ("bad_request", "The body could not be read as JSON in UTF-8; send JSON."),
    404: ("no_such_path", "There is nothing at this path; GET /api lists what there is."),
    405: ("method_not_allowed", "This path does not take that method; GET /api lists those it takes."),
}
"""Code and sentence of the errors that the framework finds before a route runs."""


def problem_response(
    status: int, code: str, detail: str, path: str, *, headers: dict[str, str] | None = None
) -> JSONResponse:
    """The response for a problem. `path` is the request's."""
    problem = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=code, instance=path)
    content = problem.model_dump()
    if path.startswith(OPENAI_PATH):
        content["error"] = openai_error(status, code, detail)
    return JSONResponse(content, status, headers, MEDIA_TYPE)


def openai_error(status: int, code: str, detail: str) -> dict[str, str | None]:
    """A problem as clients of the OpenAI protocol read it, for the member `error`."""
    kinds = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}
    kind = "server_error" if status >= 500 else kinds.get(status, "invalid_request_error")
    return {"message": detail, "type": kind, "param": None, "code": code}


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route declares for these statuses, so that the schema holds the problems too."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}},
        }
        for status in statuses
    }


def add_problem_handlers(app: FastAPI) -> None:
    """Makes every error of the app a problem response."""
    app.add_exception_handler(LineleadError, _on_own_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_unexpected_error)


async def _on_own_error(request: HTTPConnection, error: Exception) -> JSONResponse:
    """The response for one of our own; a web socket that is refused before it opens has it as well."""
    assert isinstance(error, LineleadError)
    status = status_of(error)
    if status >= 500:
        log.error("%s %s: %s", request.scope.get("method", "socket"), request.url.path, error)
    return problem_response(status, error.code, str(error), request.url.path, headers=headers_of(error))


async def _on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return problem_response(400, *_HTTP_CODES[400], request.url.path)
    where, *place = first["loc"]
    detail = sentence_of(str(where), {**first, "loc": place})
    return problem_response(422, "invalid_request", detail, request.url.path)


def sentence_of(what: str, error: Mapping[str, Any]) -> str:
    """What is wrong with a part of `what`, from the first error that Pydantic found in it."""
    place = ".".join(str(part) for part in error["loc"])
    return f"The {what}{' ' if place else ''}{place} is not right: {error['msg']}."


async def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    if error.status_code == 413:
        return _too_large(request.url.path)
    code, detail = _HTTP_CODES.get(error.status_code, ("http_error", str(error.detail)))
    headers = dict(error.headers) if error.headers else None
    return problem_response(error.status_code, code, detail, request.url.path, headers=headers)


async def _on_unexpected_error(request: Request, error: Exception) -> JSONResponse:
    # the framework raises it again afterwards, so that the server logs it with its traceback; and it answers outside
    # of the middlewares, so the headers are added here
    detail = "Something went wrong here; it has been logged. Try again."
    return problem_response(500, "internal_error", detail, request.url.path, headers=SECURITY_HEADERS)


def body_limit(path: str) -> int:
    """The most bytes that a body sent to a path may have."""
    return HISTORY_LIMIT_BYTES if path in HISTORY_PATHS else BODY_LIMIT_BYTES


def _too_large(path: str) -> JSONResponse:
    detail = f"The body is too large; send at most {body_limit(path) // 1024:,} KB."
    return problem_response(413, "body_too_large", detail, path)


class BodyLimit:
    """Pure ASGI middleware that refuses a larger body with a problem: by its declared length, else while it arrives.

    Uploads of documents have a limit of their own, which their route sees to.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or (scope["method"] == "POST" and scope["path"] == UPLOAD_PATH):
            await self.app(scope, receive, send)
            return
        limit = body_limit(scope["path"])
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared) > limit:
            await _too_large(scope["path"])(scope, receive, send)
            return
        await RequestBodyLimitMiddleware(self.app, limit)(scope, receive, send)
