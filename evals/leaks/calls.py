"""Calls made up from an OpenAPI description: every operation, its parameters and its body filled with given values."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
SOCKETS = "x-web-sockets"
MOST_ITEMS = 3
NAMED = "x-named"
"""In a schema: the name that its values are known by, where that is not the field's."""
BOTH = "application/json, text/event-stream"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the description. `body` is the schema of its body and `media_type` its kind, "" without one.

    `part` names the one of several that one path takes, "" where it takes one only.
    """

    method: str
    path: str
    parameters: tuple[Mapping[str, Any], ...]
    media_type: str
    body: Mapping[str, Any]
    part: str = ""

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.method, self.path, self.part)))

    @property
    def changes(self) -> bool:
        return self.method not in ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Call:
    """A request to send. `named` are the values in its path and query, by parameter."""

    method: str
    path: str
    named: Mapping[str, str]
    query: Sequence[tuple[str, str]] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    json: object = None
    files: Sequence[tuple[str, tuple[str, bytes]]] = ()
    form: Mapping[str, str] = field(default_factory=dict[str, str])


class Values(Protocol):
    """Where the values of a call come from."""

    def named(self, name: str) -> str | None:
        """A value for a parameter or field of that name; None for one of no known kind."""
        ...

    def words(self) -> str:
        """Free text."""
        ...


def operations_of(description: Mapping[str, Any]) -> list[Operation]:
    """Every operation of an OpenAPI description, and every web socket that it names, as GET."""
    found: list[Operation] = []
    for path, methods in cast(Mapping[str, Mapping[str, Any]], description["paths"]).items():
        for method, operation in methods.items():
            if method in METHODS:
                content: Mapping[str, Mapping[str, Any]] = operation.get("requestBody", {}).get("content", {})
                media_type = next(iter(content), "")
                body = content.get(media_type, {}).get("schema", {})
                parameters = tuple(_resolved(description, each) for each in operation.get("parameters", ()))
                found.append(Operation(method.upper(), path, parameters, media_type, _deep(description, body)))
    return found


def sockets_of(description: Mapping[str, Any]) -> list[Operation]:
    """Every web socket that the description names."""
    sockets = cast(Mapping[str, Mapping[str, Any]], description.get(SOCKETS, {}))
    return [Operation("GET", path, tuple(socket["parameters"]), "", {}) for path, socket in sockets.items()]


def tools_of(listed: Sequence[Mapping[str, Any]]) -> list[Operation]:
    """Every tool of an MCP server, as it lists them."""
    found: list[Operation] = []
    for tool in listed:
        takes = _deep(tool["inputSchema"], tool["inputSchema"])
        params = _object(name={"const": tool["name"]}, arguments=takes)
        found.append(_rpc("/mcp", "tools/call", params, str(tool["name"])))
    return found


def tasks_of() -> list[Operation]:
    """What A2A lets a caller do with tasks, each for any turn, session and question."""
    said = _object(
        role={"const": "ROLE_USER"},
        messageId={"const": "m1"},
        contextId={"type": "string", NAMED: "session_id"},
        parts={"type": "array", "items": _object(text={"type": "string"}), "minItems": 1, "maxItems": 1},
    )
    about = _object(id={"type": "string", NAMED: "turn_id"})
    asking = [_rpc("/a2a", method, _object(message=said)) for method in ("SendMessage", "SendStreamingMessage")]
    return asking + [_rpc("/a2a", method, about) for method in ("GetTask", "CancelTask", "SubscribeToTask")]


def _rpc(path: str, method: str, params: Mapping[str, Any], part: str = "") -> Operation:
    body = _object(jsonrpc={"const": "2.0"}, id={"const": 1}, method={"const": method}, params=params)
    both = {"in": "header", "name": "accept", "required": True, "schema": {"const": BOTH}}
    return Operation("POST", path, (both,), "application/json", body, part or method)


def _object(**properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def make_call(operation: Operation, values: Values, chance: random.Random) -> Call:
    """A call of the operation. Optional parameters and fields come in half of them."""
    named: dict[str, str] = {}
    query: list[tuple[str, str]] = []
    headers: dict[str, str] = {}
    path = operation.path
    for parameter in operation.parameters:
        name, place = str(parameter["name"]), parameter["in"]
        if place != "path" and not parameter.get("required") and chance.random() < 0.5:
            continue
        made = _value(cast(Mapping[str, Any], parameter.get("schema", {})), name, values, chance)
        if made is None:
            continue
        texts = [str(each) for each in cast(list[object], made)] if isinstance(made, list) else [str(made)]
        if place == "path":
            named[name] = texts[0]
            path = path.replace("{" + name + "}", texts[0])
        elif place == "query":
            named.update((f"{name}[{number}]", text) for number, text in enumerate(texts))
            query += [(name, text) for text in texts]
        elif place == "header":
            headers[name] = texts[0]
    if operation.media_type == "multipart/form-data":
        files, form = _multipart(operation.body, values, chance)
        return Call(operation.method, path, named, query, headers, files=files, form=form)
    body = _value(operation.body, "", values, chance) if operation.body else None
    return Call(operation.method, path, named, query, headers, json=body)


def _multipart(
    schema: Mapping[str, Any], values: Values, chance: random.Random
) -> tuple[list[tuple[str, tuple[str, bytes]]], dict[str, str]]:
    files: list[tuple[str, tuple[str, bytes]]] = []
    form: dict[str, str] = {}
    for name, inner in cast(Mapping[str, Mapping[str, Any]], schema.get("properties", {})).items():
        item = cast(Mapping[str, Any], inner.get("items", inner))
        if item.get("format") == "binary":
            text = values.words()
            files.append((name, (values.named("file_name") or "file.md", f"# {text}\n\n{text}\n".encode())))
        else:
            form[name] = str(_value(inner, name, values, chance))
    return files, form


def _value(schema: Mapping[str, Any], name: str, values: Values, chance: random.Random) -> object:
    """A value that the schema lets in, taken from `values` where they know the name."""
    name = str(schema.get(NAMED, name))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return chance.choice(cast(list[object], schema["enum"]))
    for either in ("anyOf", "oneOf"):
        if either in schema:
            return _value(chance.choice(cast(list[Mapping[str, Any]], schema[either])), name, values, chance)
    match schema.get("type"):
        case "object":
            required = cast(list[str], schema.get("required", []))
            inner = cast(Mapping[str, Mapping[str, Any]], schema.get("properties", {}))
            return {
                key: _value(part, key, values, chance)
                for key, part in inner.items()
                if key in required or chance.random() < 0.5
            }
        case "array":
            least, most = int(schema.get("minItems", 0)), int(schema.get("maxItems", MOST_ITEMS))
            item = cast(Mapping[str, Any], schema.get("items", {}))
            count = chance.randint(max(least, 1), max(least, min(most, MOST_ITEMS)))
            return [_value(item, name, values, chance) for _ in range(count)]
        case "integer" | "number":
            least, most = int(schema.get("minimum", 0)), int(schema.get("maximum", 100))
            return chance.choice([least, least + 1, min(most, least + 2), most])
        case "boolean":
            return chance.random() < 0.5
        case "null":
            return None
        case _:
            return values.named(name) or values.words()


def _resolved(description: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = schema
    while "$ref" in found:
        place: Any = description
        for name in str(found["$ref"]).removeprefix("#/").split("/"):
            place = place[name]
        found = cast(Mapping[str, Any], place)
    return found


def _deep(description: Mapping[str, Any], schema: object, depth: int = 6) -> Any:
    """The schema with every reference put in, down to a depth; what refers to itself ends there."""
    if isinstance(schema, list):
        return [_deep(description, each, depth) for each in cast(list[object], schema)]
    if not isinstance(schema, dict):
        return schema
    found = _resolved(description, cast(Mapping[str, Any], schema))
    return {key: _deep(description, each, depth - 1) for key, each in found.items()} if depth else {}
