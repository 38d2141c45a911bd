"""Puts the program together from its settings: the one place that knows every part."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import TracebackType

from pydantic_ai import Agent
from pydantic_ai.exceptions import UserError
from pydantic_ai.models import Model, infer_model
from pydantic_ai.models.decision import DecisionHandOff
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.settings import ModelSettings

from agents.models.extractive import ExtractiveModel
from agents.models.grounded import GroundedModel
from agents.models.local_router import LocalRouter
from agents.orchestrator import NOBODY, Orchestrator
from agents.registry import Registry
from agents.regression import keep_to_one_thread
from agents.specialist import SpecialistSpec
from app.answering import Answering
from app.auth.audit import Audit
from app.auth.gate import Gate
from app.auth.keys import Keys
from app.auth.limits import RateLimits
from app.auth.signin import SignIn
from app.auth.tokens import Tokens
from app.database import ServiceDatabase, open_database
from app.errors import SettingError
from app.eventlog import EventLog
from app.history import History
from app.jobs import Jobs
from app.metrics import Metrics
from app.observing import TurnNotes
from app.pausing import PauseStore
from app.redacting import Redaction
from app.running import Turns
from app.sessions import Sessions
from app.settings import EMBEDDED, Settings
from app.streams import Streams
from app.turnstore import TurnStore
from knowledge.embedder import make_embedder
from knowledge.errors import OperatorError
from knowledge.library import Library
from knowledge.pages import Pictures
from knowledge.readers.providers import Providers
from knowledge.readers.transcription import ProviderTranscriber
from knowledge.readers.vision import VisionModel
from knowledge.types import Scope
from tools.deps import Deps, Principal


@dataclass
class Linelead:
    """The program, put together. Close it when done; as a context manager it closes itself."""

    settings: Settings
    library: Library
    registry: Registry
    orchestrator: Orchestrator
    database: ServiceDatabase
    sessions: Sessions
    turns: Turns
    pauses: PauseStore
    redaction: Redaction
    streams: Streams
    history: History
    keys: Keys
    audit: Audit
    gate: Gate
    sign_in: SignIn | None
    jobs: Jobs
    pictures: Pictures
    metrics: Metrics
    running: asyncio.Semaphore

    @property
    def uses_language_model(self) -> bool:
        """Whether answers come from a language model, with quotes as the fallback."""
        return self.settings.answering_model != EMBEDDED

    def deps(self, principal: Principal, scope: Scope) -> Deps:
        """The deps of a turn."""
        return Deps(
            library=self.library,
            principal=principal,
            scope=scope,
            site=self.settings.site,
            emergency_number=self.settings.emergency_number,
        )

    def close(self) -> None:
        """Stops the jobs, closes the stores and gives up the data folder's lock."""
        with ExitStack() as parts:  # each is closed, whatever becomes of the others; the last named first
            for part in (self.library, self.database, self.pictures, self.jobs):
                parts.callback(part.close)

    def __enter__(self) -> Linelead:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def build(settings: Settings) -> Linelead:
    """The program for these settings. Takes the data folder's lock; loads no model yet.

    Raises OperatorError: a wrong setting, a specialist's file that is wrong, a locked or unusable data folder.
    """
    keep_to_one_thread()
    registry = load_registry(settings)
    language_model = make_language_model(settings)
    agents = registry.build(model=answering_models(settings, language_model))
    library = Library.open(
        settings.data,
        embedder=make_embedder(settings.embedder),
        threshold=settings.threshold,
        max_megabytes=settings.max_megabytes,
        providers=make_providers(settings),
    )
    with ExitStack() as parts:  # what is open is closed again when the rest cannot be built
        parts.callback(library.close)
        router = LocalRouter(registry.examples, library.embedder, cache=settings.data / "router")
        orchestrator = Orchestrator(
            registry, agents, router, language_router=make_language_router(registry, router, language_model)
        )
        database = open_database(settings.database_path, settings.database.get_secret_value())
        parts.callback(database.close)
        store = TurnStore(database)
        store.recover()
        keys = Keys(database)
        gate = make_gate(settings, keys)
        sign_in = make_sign_in(settings, gate)
        jobs = make_jobs(settings, library)
        metrics = make_metrics(jobs)
        parts.pop_all()
    running = asyncio.Semaphore(settings.max_running_turns)
    redaction = Redaction(library.catalogue, database)
    streams = Streams(EventLog(database), redaction)
    answering = Answering(
        orchestrator,
        running,
        redaction,
        timeout_seconds=settings.turn_timeout_seconds,
        approval_seconds=settings.approval_seconds,
        uses_language_model=settings.answering_model != EMBEDDED,
    )
    pauses = PauseStore(database)
    waits = settings.busy_session == "wait"
    notes = TurnNotes(metrics, content=settings.log_content)
    turns = Turns(store, pauses, streams, answering, notes=notes, sample=settings.sample_turns, waits=waits)
    metrics.add_gauge("turns_living", "Turns that are answered or wait", lambda: len(turns.living))
    metrics.add_gauge("turns_waiting", "Turns that wait for an approval", pauses.count)
    return Linelead(
        settings=settings,
        library=library,
        registry=registry,
        orchestrator=orchestrator,
        database=database,
        sessions=Sessions(database),
        turns=turns,
        pauses=pauses,
        redaction=redaction,
        streams=streams,
        history=History(database),
        keys=keys,
        audit=Audit(database),
        gate=gate,
        sign_in=sign_in,
        jobs=jobs,
        pictures=Pictures(),
        metrics=metrics,
        running=running,
    )


def make_gate(settings: Settings, keys: Keys) -> Gate:
    """What lets callers in. Raises SettingError for a wrong issuer or limit."""
    return Gate(
        keys,
        Tokens(settings) if settings.oidc_issuer else None,
        RateLimits(
            settings.rate_limit_storage,
            caller=settings.rate_limit,
            address=settings.rate_limit_address,
            failures=settings.rate_limit_failures,
        ),
        required=settings.auth == "required",
        max_open_requests=settings.max_open_requests,
        origins=frozenset(settings.cors_origins),
    )


def make_sign_in(settings: Settings, gate: Gate) -> SignIn | None:
    """The web app's sign-in at the issuer; None without a client. Raises SettingError for one without an issuer."""
    if not settings.oidc_client:
        return None
    if gate.tokens is None:
        raise SettingError(
            "The setting oidc_client (LINELEAD_OIDC_CLIENT) names a client, and oidc_issuer is empty; set the issuer."
        )
    return SignIn(settings, gate.tokens)


@dataclass(frozen=True, slots=True)
class Review:
    """What was asked and answered, for reading."""

    settings: Settings
    registry: Registry
    sessions: Sessions


@contextmanager
def open_review(settings: Settings) -> Generator[Review]:
    """The turns of a data folder, also while a server holds it. Raises OperatorError when there are none to read."""
    path, url = settings.database_path, settings.database.get_secret_value()
    if not url and not path.is_file():
        raise OperatorError(f"{settings.data} holds no turns; name the data folder that the server uses with --data.")
    database = open_database(path, url, read_only=True)
    try:
        yield Review(settings, load_registry(settings), Sessions(database))
    finally:
        database.close()


def make_providers(settings: Settings) -> Providers:
    """Who recognises speech and print in place of this machine. Raises OperatorError for a model nobody knows."""
    key = settings.transcription_key.get_secret_value()
    hear = ProviderTranscriber(settings.transcription_url, settings.transcription_model, key).hear
    return Providers(
        hear if settings.transcription_url else None,
        VisionModel(settings.vision_model).see if settings.vision_model else None,
    )


def make_jobs(settings: Settings, library: Library) -> Jobs:
    """The jobs that take documents into the library."""
    return Jobs(library.ingestor, database_url=settings.jobs_url, max_waiting=settings.max_waiting_documents)


def make_metrics(jobs: Jobs) -> Metrics:
    """The counters of a program, and what is read of its parts when somebody asks."""
    metrics = Metrics()
    metrics.add_gauge("ingest_pending", "Documents waiting or at work", lambda: len(jobs.ingestor.pending()))
    metrics.add_gauge("ingest_working", "Documents at work", lambda: jobs.working)
    return metrics


def load_registry(settings: Settings) -> Registry:
    """The specialists that these settings see."""
    return Registry.load(*([settings.specialists] if settings.specialists else []))


def make_language_model(settings: Settings) -> Model | None:
    """The language model of the settings, or None for the embedded default. Raises SettingError for a wrong one."""
    name = settings.answering_model
    if name == EMBEDDED:
        return None
    remedy = f"Set a PydanticAI model string, or {EMBEDDED!r} to answer with quotes."
    return find_model(name, "The setting model (LINELEAD_MODEL)", remedy)


def find_model(name: str, where: str, remedy: str) -> Model:
    """The model of a PydanticAI model string. Raises SettingError with `where` the string stands, and the remedy."""
    try:
        return infer_model(name)
    except (UserError, ValueError, ImportError) as error:
        raise SettingError(f"{where} is {name!r}: {_first_sentence(error)}. {remedy}") from error


def _first_sentence(error: Exception) -> str:
    return " ".join(str(error).split()).partition(". ")[0].rstrip(".")


def answering_models(settings: Settings, language_model: Model | None) -> Callable[[SpecialistSpec], Model]:
    """The answering model of a specialist: the quoting one, or the language model held to its evidence."""

    def for_specialist(spec: SpecialistSpec) -> Model:
        quoting = ExtractiveModel()
        chosen = infer_model(spec.model) if spec.model else language_model
        if chosen is None:
            return quoting
        return GroundedModel(
            FallbackModel(chosen, quoting),
            quoting,
            must_retrieve=spec.must_retrieve,
            timeout_seconds=settings.model_timeout_seconds,
        )

    return for_specialist


def make_language_router(
    registry: Registry, router: LocalRouter, language_model: Model | None
) -> Agent[None, str] | None:
    """The router's second opinion: the local router first, the language model when it hands off. None without one."""
    if language_model is None:
        return None
    from pydantic_ai import Choices

    labels = {s.name: s.spec.description for s in registry}
    labels[NOBODY] = "Not about the work, machines, rules or data of this site, and not small talk either."
    return Agent(
        FallbackModel(router, language_model, fallback_on=DecisionHandOff),
        output_type=Choices(labels, name="route", description="Which specialist should answer?"),
        model_settings=ModelSettings(timeout=10.0),
        name="router",
    )
