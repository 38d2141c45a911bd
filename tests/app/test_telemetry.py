"""Traces and metrics, received as a collector does: by a gRPC server that speaks OTLP."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import grpc
import httpx
import pytest
from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2, metrics_service_pb2_grpc
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2, trace_service_pb2_grpc

from tests.app.conftest import Ran, Served

QUESTION = "How hot must chicken be?"


@dataclass
class Received:
    """What a collector was sent."""

    address: str = ""
    traces: list[Any] = field(default_factory=list[Any])
    metrics: list[Any] = field(default_factory=list[Any])

    def spans(self) -> list[Any]:
        """The spans of the turn's trace."""
        spans = [
            span
            for request in self.traces
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]
        [trace] = {span.trace_id for span in spans if span.name == "turn"}
        return [span for span in spans if span.trace_id == trace]


class _Traces(trace_service_pb2_grpc.TraceServiceServicer):
    def __init__(self, received: Received) -> None:
        self._received = received

    def Export(self, request: Any, context: Any) -> Any:
        self._received.traces.append(request)
        return trace_service_pb2.ExportTraceServiceResponse()


class _Metrics(metrics_service_pb2_grpc.MetricsServiceServicer):
    def __init__(self, received: Received) -> None:
        self._received = received

    def Export(self, request: Any, context: Any) -> Any:
        self._received.metrics.append(request)
        return metrics_service_pb2.ExportMetricsServiceResponse()


@contextmanager
def collecting() -> Generator[Received]:
    """A collector on this machine."""
    received = Received()
    server: Any = grpc.server(ThreadPoolExecutor(2))  # pyright: ignore[reportUnknownMemberType] - grpc is not typed
    traces: Any = trace_service_pb2_grpc  # neither has types
    metrics: Any = metrics_service_pb2_grpc
    traces.add_TraceServiceServicer_to_server(_Traces(received), server)
    metrics.add_MetricsServiceServicer_to_server(_Metrics(received), server)
    received.address = f"http://127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    try:
        yield received
    finally:
        server.stop(None)


def ask_and_stop(served: Served) -> None:
    answered = httpx.post(f"{served.address}/api/v1/chat?note=chicken", json={"message": QUESTION}, timeout=30)
    assert "165 °F" in answered.json()["answer"]
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(timeout=30) == 0


def attributes_of(span: Any) -> dict[str, str]:
    return {one.key: one.value.string_value for one in span.attributes}


@pytest.mark.parametrize("content", ["false", "true"])
def test_a_turn_is_a_tree_of_spans_which_hold_what_was_asked_only_when_a_setting_says_so(
    serve: Callable[..., Served], data: Path, content: str
) -> None:
    with collecting() as received:
        ask_and_stop(serve(data, LINELEAD_OTLP_ENDPOINT=received.address, LINELEAD_LOG_CONTENT=content))
    spans = received.spans()
    of_id = {span.span_id: span for span in spans}

    def path(span: Any) -> list[str]:
        above = of_id.get(span.parent_span_id)
        return [*(path(above) if above is not None else []), span.name]

    paths = [path(span) for span in spans]
    turn_path = ["POST /api/v1/chat", "turn"]
    tool_path = [*turn_path, "invoke_agent safety", "execute_tool search_documents"]
    assert [*turn_path, "route"] in paths
    for stage in ("embed", "dense", "lexical", "exact", "fuse"):
        assert [*tool_path, "retrieve", f"retrieve {stage}"] in paths
    turn = attributes_of(next(span for span in spans if span.name == "turn"))
    assert (turn["outcome"], turn["specialist"]) == ("answered", "safety")
    assert turn["turn_id"].startswith("t")
    [resource] = {request.resource_spans[0].resource.SerializeToString() for request in received.traces}
    assert b"linelead" in resource
    told = b"".join(request.SerializeToString() for request in received.traces)
    assert (b"chicken" in told) == (content == "true")
    measured = {
        metric.name
        for request in received.metrics
        for resource in request.resource_metrics
        for scope in resource.scope_metrics
        for metric in scope.metrics
    }
    assert "http.server.request.duration" in measured


def test_a_collector_that_is_away_hurts_no_turn(serve: Callable[..., Served], data: Path) -> None:
    ask_and_stop(serve(data, LINELEAD_OTLP_ENDPOINT="http://127.0.0.1:9"))


def test_an_address_that_is_none_is_refused_at_start(
    linelead: Callable[..., Ran], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINELEAD_OTLP_ENDPOINT", "collector:4317")
    ran = linelead("--data", data, "serve", "--port", "0")
    assert (ran.code, ran.err) == (
        3,
        "linelead: The setting otlp_endpoint (LINELEAD_OTLP_ENDPOINT) is 'collector:4317'; write http://host:4317, or"
        " https://.\n",
    )
