"""Traces and metrics for a collector that speaks OTLP over gRPC; without one by setting nothing of it is loaded.

A request is a span, so is its turn, the routing, each specialist's run, its tools and the stages of retrieval. What was
asked and answered is left out unless a setting asks for content: the messages of exceptions too, as they may quote it.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING
from uuid import uuid4

from app.errors import SettingError
from app.settings import Settings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.util.types import Attributes

EXPORT_SECONDS = 5.0
"""Longest that a batch may take to be handed over; turns never wait for it."""
LEFT_OUT = frozenset({"exception.message", "exception.stacktrace", "url.query", "url.full", "http.target", "http.url"})
"""Attributes that may quote a question: an exception's words, and what stands behind the ? of an address."""


@contextmanager
def telemetry(settings: Settings) -> Generator[None]:
    """Sends traces and metrics meanwhile, and what is left of them at the end. Once in a process.

    Raises SettingError for an address that is none. A collector that is away is logged and loses what it missed.
    """
    endpoint = settings.otlp_endpoint
    if not endpoint:
        yield
        return
    if not endpoint.startswith(("http://", "https://")):
        raise SettingError(
            f"The setting otlp_endpoint (LINELEAD_OTLP_ENDPOINT) is {endpoint!r}; write http://host:4317, or https://."
        )
    from opentelemetry import metrics, trace
    from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from pydantic_ai import Agent
    from pydantic_ai.models.instrumented import InstrumentationSettings

    resource = Resource.create(
        {
            "service.name": "linelead",
            "service.version": version("linelead"),
            "service.instance.id": uuid4().hex,
            "linelead.site": settings.site,
            "linelead.model": settings.answering_model,
        }
    )
    exporter: SpanExporter = OTLPSpanExporter(endpoint=endpoint, timeout=EXPORT_SECONDS)
    if not settings.log_content:
        exporter = without_content(exporter)
    traces = TracerProvider(resource=resource)
    traces.add_span_processor(BatchSpanProcessor(exporter))
    reader = PeriodicExportingMetricReader(OTLPMetricExporter(endpoint=endpoint, timeout=EXPORT_SECONDS))
    meters = MeterProvider([reader], resource)
    trace.set_tracer_provider(traces)
    metrics.set_meter_provider(meters)
    Agent.instrument_all(
        InstrumentationSettings(include_content=settings.log_content, include_model_request_parameters=False)
    )
    try:
        yield
    finally:
        Agent.instrument_all(False)
        traces.shutdown()
        meters.shutdown()


def without_content(exporter: SpanExporter) -> SpanExporter:
    """An exporter that hands spans on without the attributes in LEFT_OUT and without the words of their status."""
    from opentelemetry.sdk.trace import Event, ReadableSpan
    from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
    from opentelemetry.trace import Status

    def cleaned(span: ReadableSpan) -> ReadableSpan:
        def kept(attributes: Attributes) -> Attributes:
            return {name: value for name, value in (attributes or {}).items() if name not in LEFT_OUT}

        return ReadableSpan(
            name=span.name,
            context=span.context,
            parent=span.parent,
            resource=span.resource,
            attributes=kept(span.attributes),
            events=[Event(event.name, kept(event.attributes), event.timestamp) for event in span.events],
            links=span.links,
            kind=span.kind,
            status=Status(span.status.status_code),
            start_time=span.start_time,
            end_time=span.end_time,
            instrumentation_scope=span.instrumentation_scope,
        )

    class WithoutContent(SpanExporter):
        def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
            return exporter.export([cleaned(span) for span in spans])

        def shutdown(self) -> None:
            exporter.shutdown()

        def force_flush(self, timeout_millis: int = 30_000) -> bool:
            return exporter.force_flush(timeout_millis)

    return WithoutContent()
