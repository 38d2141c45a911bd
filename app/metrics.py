"""What the service counts, for Prometheus. Every label takes few values: a route's template, never a path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import cast

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEDIA_TYPE = CONTENT_TYPE_LATEST
UNMATCHED = "unmatched"
"""The route of a request that no route takes, or that was refused before one was looked for."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
STAGE_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The counters of one program, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._requests = Counter(
            "linelead_http_requests", "Requests answered", ("method", "route", "status"), registry=self._registry
        )
        self._request_seconds = Histogram(
            "linelead_http_request_seconds",
            "Seconds until the response began",
            ("method", "route"),
            buckets=REQUEST_SECONDS,
            registry=self._registry,
        )
        self._turns = Counter(
            "linelead_turns",
            "Turns of people that ended",
            ("specialist", "outcome", "emergency"),
            registry=self._registry,
        )
        self._stage_seconds = Histogram(
            "linelead_turn_stage_seconds",
            "Seconds from the question until it was routed, until the first text, and until the end",
            ("stage",),
            buckets=STAGE_SECONDS,
            registry=self._registry,
        )
        self._fallbacks = Counter(
            "linelead_turn_fallbacks", "Turns in which quotes took over from a language model", registry=self._registry
        )
        self._tokens = Counter(
            "linelead_model_tokens", "Tokens of language models", ("direction",), registry=self._registry
        )
        self._cost = Counter(
            "linelead_model_cost_dollars", "Cost of language models whose price is known", registry=self._registry
        )
        self._approvals = Counter(
            "linelead_approvals",
            "Calls that a person was asked to allow, and the answers",
            ("what",),
            registry=self._registry,
        )
        self._streams = Gauge("linelead_open_streams", "Event streams that are open", registry=self._registry)
        self._sockets = Gauge("linelead_open_sockets", "Web sockets that are open", registry=self._registry)

    def add_gauge(self, name: str, description: str, read: Callable[[], float]) -> None:
        """Adds a number that is read when somebody asks; `read` may block."""
        Gauge(f"linelead_{name}", description, registry=self._registry).set_function(read)

    def exposition(self) -> bytes:
        """All of it in the text format of Prometheus. Blocks: some numbers are read from the database."""
        return generate_latest(self._registry)

    def request_began_to_be_answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts a request whose response begins."""
        method = method if method in METHODS else "other"
        self._requests.labels(method, route, str(status)).inc()
        self._request_seconds.labels(method, route).observe(seconds)

    def turn_ended(self, specialist: str, outcome: str, *, emergency: bool) -> None:
        """Counts a turn. `specialist` is a name of the registry."""
        self._turns.labels(specialist, outcome, "yes" if emergency else "no").inc()

    def turn_took(self, milliseconds: Mapping[str, float], *, fell_back: bool) -> None:
        """Notes the times of a turn by stage, and whether quotes took over from a language model."""
        for stage, value in milliseconds.items():
            self._stage_seconds.labels(stage).observe(value / 1000)
        if fell_back:
            self._fallbacks.inc()

    def model_used(self, input_tokens: int, output_tokens: int, cost: float | None) -> None:
        """Notes what a turn used of language models; `cost` in US dollars, None when no price is known."""
        self._tokens.labels("input").inc(input_tokens)
        self._tokens.labels("output").inc(output_tokens)
        if cost is not None:
            self._cost.inc(cost)

    def approval(self, what: str) -> None:
        """Counts a call that was asked about, approved, refused, or that nobody answered in time."""
        self._approvals.labels(what).inc()

    def stream_opened(self, change: int) -> None:
        """Counts an event stream that opens (1) or closes (-1)."""
        self._streams.inc(change)

    def socket_opened(self, change: int) -> None:
        """Counts a web socket that opens (1) or closes (-1)."""
        self._sockets.inc(change)


class Counting:
    """Pure ASGI middleware that counts requests, open event streams and open web sockets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        metrics, started, begun, streams = _metrics_of(scope), perf_counter(), False, False

        def begin(status: int) -> None:
            nonlocal begun
            begun = True
            metrics.request_began_to_be_answered(scope["method"], route_of(scope), status, perf_counter() - started)

        async def counted(message: Message) -> None:
            nonlocal streams
            if message["type"] == "http.response.start":
                begin(message["status"])
                if Headers(raw=message["headers"]).get("content-type", "").startswith("text/event-stream"):
                    streams = True
                    metrics.stream_opened(1)
            await send(message)

        try:
            await self.app(scope, receive, counted)
        except Exception:
            if not begun:
                begin(500)  # the framework answers it outside of the middlewares
            raise
        finally:
            if streams:
                metrics.stream_opened(-1)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        metrics, is_open = _metrics_of(scope), False

        async def counted(message: Message) -> None:
            nonlocal is_open
            if message["type"] == "websocket.accept":
                is_open = True
                metrics.socket_opened(1)
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            if is_open:
                metrics.socket_opened(-1)


def _metrics_of(scope: Scope) -> Metrics:
    return cast(Metrics, scope["app"].state.linelead.metrics)


def route_of(scope: Scope) -> str:
    """The template of the route that took a request, as "/api/v1/turns/{turn_id}", or UNMATCHED."""
    route = scope.get("route")
    return str(getattr(route, "path_format", None) or getattr(route, "path", None) or UNMATCHED)
