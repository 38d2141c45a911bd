"""The agent that faces the user: it understands the turn, routes it, and delegates it to specialists.

`Orchestrator` is itself a PydanticAI agent whose `iter()` decides the route and then yields the specialist's own run,
so every protocol adapter takes it unchanged and text streams natively. The way of a message:

    emergency, by rule, and not surely everyday talk? ──yes──► the site's emergency card, word for word, before any
        │                                                      language model is asked
        │no
    @specialist ──named──► that specialist
        │
    quiz ──its answer, "hint", "again", "back to the quiz"──► the specialist that teaches
        │
    small talk? ──► the specialist of greetings and tone
        │
    emergency, by its likeness to others? ──► the emergency card too
        │
    orders to the program beside a question? ──► they are left out, and the answer is to what is left
        │
    follow-up? ──► the earlier turns are searched with it; the last specialist keeps it unless another is clearly meant
        │
    orders to the program and nothing else? ──► they are refused, before any language model is asked
        │
    two needs? ──► both specialists, each under its own heading; before them what is wished of Linelead itself
        │
    "quiz me", "teach me"? ──► the specialist that teaches
        │no
    router ──sure──► that specialist
        │in doubt: the documents' word counts too
        └──nowhere──► the fallback specialist, which answers only on strong evidence

After a question about something else an open quiz is still open.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from opentelemetry.trace import get_tracer
from pydantic_ai import Agent
from pydantic_ai.agent import WrapperAgent
from pydantic_ai.capabilities import AbstractCapability
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.messages import CustomEvent, ModelMessage
from pydantic_ai.run import AgentRun

from agents import follow_ups, triage
from agents.answer import read_answer
from agents.history import awaiting, earlier, last_specialist, turns_of
from agents.models.extractive import ExtractiveModel
from agents.models.local_router import LocalRouter
from agents.models.panel import Assignment, PanelModel
from agents.needs import SURELY_POINTING, asks_more, find_needs
from agents.registry import Registry
from agents.routing import NOBODY, Decision
from agents.second_ear import SecondEar
from agents.second_opinion import ask_documents, homes
from agents.specialist import FailSafely, Stamp
from knowledge.lexicon import stems
from knowledge.order_words import OrderFinder
from knowledge.orders import SURE, suspicion, without_orders
from knowledge.planted import is_question
from knowledge.retriever import JUDGED
from knowledge.types import Query, Section
from tools.chatter import OF_ANSWERS, OF_ITSELF, Kind, is_small_talk, kind_of
from tools.deps import Deps, TurnContext
from tools.escalation import EmergencyCard
from tools.evidence import current_turn
from tools.parts import Part
from tools.quiz import is_about_done, last_quiz, said_to
from tools.small_talk import Refusal
from tools.steps import last_walk, step_asked
from tools.wishes import is_wish

log = logging.getLogger(__name__)
tracer = get_tracer(__name__)

EMERGENCY = "emergency"
"""Name of the agent of the emergency lane, in stamps and events."""

SMALL_TALK = "SmallTalk"
"""The capability whose specialist answers greetings, thanks and wishes about the tone: rules recognise them."""

HEATED: frozenset[Kind] = frozenset({"joke", "insult"})
"""Kinds of small talk that a cry for help may be taken for, for its "no joke" or its swearing."""

QUIZ = "Quiz"
"""The capability whose specialist teaches: it takes wishes for lessons and quizzes, and what is said to a quiz."""

STICKY_CONFIDENCE = 0.95
"""A follow-up leaves its specialist only for one the router is at least this sure of (probability 0..1)."""
QUIZ_CONFIDENCE = 0.75
"""The same for what may be an answer to an open quiz, which says less of a subject of its own."""
PLACED = 0.7
"""Probability (0..1) from which what looks like an order is a question for a specialist."""
ANSWERED = 0.3
"""Evidence (0..1) of the documents from which what looks like an order word by word is none."""


@dataclass(kw_only=True)
class RouteDecided(CustomEvent, name="route"):
    """Who answers and why. `route` is None when the question is outside every specialist's subject.

    `confidence` and `probabilities` are calibrated (0..1); rules decide with confidence 1. `emergency` is the kind of
    emergency recognised, or "".
    """

    route: str | None
    specialists: list[str]
    confidence: float
    probabilities: dict[str, float]
    reason: str
    emergency: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """The decision for one message: `specialists` answer `questions` (as many of each), in this order.

    `name` is the specialist of the first, or None when the router places the question nowhere: the fallback specialist
    then looks whether the documents answer all the same. `previous` are the earlier user turns a follow-up needs, and
    `cited` the sections that the last of them was answered from. What is `refused` does nothing but give orders.
    """

    name: str | None
    specialists: tuple[str, ...]
    questions: tuple[str, ...]
    confidence: float
    reason: str
    probabilities: Mapping[str, float] = field(default_factory=dict[str, float])
    previous: tuple[str, ...] = ()
    cited: tuple[Section, ...] = ()
    emergency: triage.Emergency | None = None
    refused: bool = False

    @property
    def event(self) -> RouteDecided:
        return RouteDecided(
            route=self.name,
            specialists=list(self.specialists),
            confidence=round(self.confidence, 4),
            probabilities={name: round(p, 4) for name, p in self.probabilities.items()},
            reason=self.reason,
            emergency=self.emergency.kind if self.emergency else "",
        )


class Orchestrator(WrapperAgent[Deps, str]):
    """The agent facing the user. Run it as any PydanticAI agent, with `Deps`."""

    def __init__(
        self,
        registry: Registry,
        specialists: Mapping[str, Agent[Deps, str]],
        router: LocalRouter,
        *,
        language_router: Agent[None, str] | None = None,
        name: str = "linelead",
    ) -> None:
        """`specialists` holds an agent for every name of the registry. `language_router` is asked only when the local
        router is unsure: an agent over `FallbackModel(local router, language model)` whose output is a name or NOBODY.
        """
        super().__init__(specialists[registry.fallback])
        self.registry = registry
        self.specialists = specialists
        self.router = router
        self.language_router = language_router
        self._talker = _with(registry, SMALL_TALK)
        self._teacher = _with(registry, QUIZ)
        self._yielding = frozenset(s.name for s in registry if not s.spec.must_retrieve)
        self._ear = SecondEar(router)
        self._orders = OrderFinder(router.embedder)
        self._homes = homes(registry, but=frozenset({self._teacher or ""}))
        self._name = name
        self._emergency = _embedded(EMERGENCY, EmergencyCard())
        self._refuser = _embedded(self._talker or registry.fallback, Refusal())

    @property
    def name(self) -> str | None:
        return self._name

    @name.setter
    def name(self, value: str | None) -> None:
        self._name = value or self._name

    @property
    def offer(self) -> str:
        """What Linelead can do, in a sentence made from the specialists' descriptions."""
        subjects = [f"**{s.spec.title}**: {s.spec.description}" for s in self.registry if s.spec.must_retrieve]
        return "That looks outside what I know about. I can help with:\n\n" + "\n".join(
            f"- {line}" for line in subjects
        )

    async def warm(self, text: str) -> None:
        """Fits the router and the second ear on the way to `text`, so that no first message waits; asks no language
        model."""
        await self.router.decide_text(text)
        await self._ear.listen(text)

    @tracer.start_as_current_span("route")
    async def route(self, text: str, history: Sequence[ModelMessage] = (), deps: Deps | None = None) -> Route:
        """Who should answer `text` after `history`, and why. Documents are asked only with `deps`, as their asker may.

        Raises UnknownSpecialist when the text addresses one that does not exist.
        """
        before = earlier(history)
        about = triage.about_the_work(text, before.said) if before.specialist != self._keeper else ""
        emergency = None if about else triage.find_emergency(text)
        if emergency is None or emergency.kind == "burn":  # what a chemical burns is treated otherwise
            after = triage.find_emergency_after(text, before.said)
            if after is not None:
                return self._to_safety(text, after, f"“{after.matched}”, after what was asked")
        if emergency is not None and not await self._is_only_talk(text):
            return self._to_safety(text, emergency, f"“{emergency.matched}”")
        addressed, rest = triage.parse_address(text, self.registry.names)
        if addressed is not None:
            return Route(addressed, (addressed,), (rest,), 1.0, f"addressed with @{addressed}")
        asked, _, turn = current_turn(history)
        answer, last = read_answer(turn), last_specialist(turn)
        asked_back = answer is not None and answer.asks and last in self.registry
        if last is not None and asked_back and awaiting(history) is None and not follow_ups.asks_something_new(text):
            reason = f"the answer to what {last} asked back"
            return Route(last, (last,), (f"{asked} {text}",), 1.0, reason)
        # who answers is not for a message to order; how long or plain the answers are is
        said = without_orders(text, _is_of_answers)
        taught = await self._goes_on(said, history, last)
        if taught and self._teacher is not None:
            return Route(self._teacher, (self._teacher,), (text,), 1.0, taught)
        if (walker := self._walks(said, history)) is not None:
            return Route(walker, (walker,), (said,), 1.0, "it goes on with the procedure")
        reading = await self._orders.read(said, _may_be_said)
        left, kind = reading.left, kind_of(said)
        if kind == "order" and not is_question(left):
            left = said  # nothing but an order, of which a piece was left
        only_orders = reading.only_orders and kind in ("other", "about_me")
        kind = kind_of(left)
        is_talk = kind not in ("other", "about_me", "order") and is_small_talk(left) and not asks_more(left)
        is_only_talk = is_talk and left == said and kind not in HEATED
        emergency = None if is_only_talk or about else await self._ear.listen(text)
        if emergency is not None:
            return self._to_safety(text, emergency, f"like “{emergency.matched}”")
        if self._talker is not None and is_talk:
            return Route(self._talker, (self._talker,), (text,), 1.0, f"small talk ({kind.replace('_', ' ')})")
        if about and before.specialist is not None and before.specialist in self.registry:
            reason = f"a follow-up to {before.specialist} (it tells how that stands)"
            return Route(before.specialist, (before.specialist,), (f"{about}: {text}",), 1.0, reason)
        if left == text:
            return await self._route_question(text, history, deps, only_orders)
        emergency = await self._ear.listen(left)  # which what was said around it may have drowned
        if emergency is not None:
            return self._to_safety(text, emergency, f"like “{emergency.matched}”")
        route = await self._route_question(left, history, deps, only_orders)
        return replace(route, reason=f"{route.reason}; without its orders: “{left}”")

    async def _is_only_talk(self, text: str) -> bool:
        """Whether what rules take for an emergency is surely none. What is said to somebody ("@safety") always stands:
        a name that does not exist must not be told of before the emergency."""
        return not text.lstrip().startswith("@") and await self._ear.is_surely_calm(text)

    def _to_safety(self, text: str, emergency: triage.Emergency, shown: str) -> Route:
        reason = f"emergency ({emergency.kind}): {shown}"
        return Route(self._keeper, (EMERGENCY,), (text,), 1.0, reason, emergency=emergency)

    async def _goes_on(self, text: str, history: Sequence[ModelMessage], last: str | None) -> str:
        """Why a message goes on with the lesson or quiz of a conversation; "" when it does not.

        A quiz that was asked some turns ago is still open, but then a message must look like something said to it. One
        that may be an answer is none when it is surely for another specialist than the quiz's subject is.
        """
        quiz = last_quiz(history)
        is_asking = awaiting(history) == self._teacher
        if quiz is None or not quiz.is_open:
            if is_asking and not follow_ups.asks_something_new(text):
                return "the subject that was asked for"
            again = quiz is not None and is_about_done(text, is_last=last in (self._teacher, self._talker))
            return "it goes on after the quiz" if again else ""
        said = said_to(quiz, text)
        if said == "surely":
            return "it goes on with the open quiz"
        may_answer = is_asking and kind_of(text) != "source" and not follow_ups.asks_something_new(text)
        if said == "perhaps" or may_answer:
            decision, subject = await self.router.decide_text(text), await self.router.decide_text(quiz.topic)
            elsewhere = decision.route not in (None, subject.route, self._teacher, self._talker)
            if not elsewhere or decision.confidence < QUIZ_CONFIDENCE:
                return "an answer to the open quiz"
        return ""

    def _walks(self, text: str, history: Sequence[ModelMessage]) -> str | None:
        """Who told the procedure whose steps a message goes on with; None when it does not."""
        if not step_asked(text, history):
            return None
        teller = next((last_specialist(turn) for _, turn in turns_of(history) if last_walk(turn) is not None), None)
        return self._keeper if teller == EMERGENCY else teller if teller in self.registry else None

    @property
    def _keeper(self) -> str:
        """Who emergencies are for."""
        return "safety" if "safety" in self.registry else self.registry.fallback

    async def _decide(self, text: str, deps: Deps | None) -> Decision:
        """Who a question is for: a wish to be taught by rule, else by the router, and in doubt by the documents."""
        if self._teacher is not None and is_wish(text):
            return Decision(self._teacher, 1.0, {self._teacher: 1.0}, True, "it asks to be taught")
        decision = await self.router.decide_text(text)
        return decision if deps is None else await ask_documents(decision, text, self._homes, self._yielding, deps)

    async def _decide_part(self, part: Part, deps: Deps | None) -> Decision:
        """Who a part of a message is for. What only states something is not looked up: it is answered by nothing."""
        return await self._decide(part.text, deps if part.asks else None)

    async def _route_question(
        self, text: str, history: Sequence[ModelMessage], deps: Deps | None, only_orders: bool
    ) -> Route:
        """Who answers a message that has nothing to do with a lesson and is no chat, without the orders beside it."""
        before = earlier(history)
        follow_up = follow_ups.resolve_follow_up(text, before.said)
        decision = await self._decide(text, deps)
        if _is_whole(text, decision):
            follow_up = follow_ups.FollowUp(needs_context=False)
        cited = before.cited if follow_up.needs_context else ()
        if follow_up.needs_context:
            last = before.specialist
            surely_another = decision.route != last and _is_surely_anothers(text, decision)
            if last is not None and last in self.registry and not surely_another:
                reason = f"a follow-up to {last} ({follow_up.reason})"
                return Route(last, (last,), (text,), 1.0, reason, decision.probabilities, follow_up.previous, cited)
        if await self._is_refused(text, decision, deps, only_orders):
            name = self._talker or self.registry.fallback
            reason = "an order and nothing else"
            return Route(name, (name,), (text,), 1.0, reason, decision.probabilities, refused=True)
        needs = await find_needs(text, partial(self._decide_part, deps=deps), self._yielding)
        if len(needs) > 1:
            names = tuple(need.name for need in needs)
            return Route(
                names[0],
                names,
                tuple(need.text for need in needs),
                min(need.confidence for need in needs),
                f"two needs: {' and '.join(names)}",
                decision.probabilities,
            )
        name, confidence, reason = decision.route, decision.confidence, decision.reason
        if name in self._yielding and needs and needs[0].stands_alone:
            name, confidence = needs[0].name, needs[0].confidence
            reason = f"“{needs[0].text}” beside small talk"
        elif needs and needs[0].name == self._teacher and needs[0].confidence == 1:
            name, confidence, reason = self._teacher, 1.0, "it asks to be taught what it speaks of"
        if self.language_router is not None and not decision.sure:
            name, confidence, reason = await self._ask_language_router(text, name, confidence, reason)
        return Route(
            name,
            (name or self.registry.fallback,),
            (text,),
            confidence,
            reason,
            decision.probabilities,
            follow_up.previous,
            cited,
        )

    async def _is_refused(self, text: str, decision: Decision, deps: Deps | None, only_orders: bool) -> bool:
        """Whether a message does nothing but order the program about: by its register, or word by word
        (`only_orders`), which crews come nearer to, so that the documents must have nothing to say to it."""
        is_order = kind_of(text) == "order"
        if not (is_order or only_orders) or self._is_placed(text, decision):
            return False
        if is_order or deps is None:
            return True
        retrieval = await deps.library.retriever.retrieve(Query(text, limit=JUDGED), deps.scope)
        return retrieval.evidence < ANSWERED

    def _is_placed(self, asked: str, decision: Decision) -> bool:
        """Whether what looks like an order is surely nobody's ("write a poem") and no sure order, or is surely for a
        specialist whose subject stands in documents.
        """
        if decision.route is None:
            return decision.confidence >= PLACED and suspicion(asked) < SURE
        looks_up = decision.route != self._teacher and decision.route not in self._yielding
        return looks_up and decision.confidence >= PLACED

    async def _ask_language_router(
        self, text: str, name: str | None, confidence: float, reason: str
    ) -> tuple[str | None, float, str]:
        """The language model's pick in the uncertain band; the local one stands when the model fails."""
        assert self.language_router is not None
        try:
            # its own event stream: a plain run() inside iter() would take over the stream of the outer run
            async with self.language_router.run_stream_events(text) as events:
                async for _ in events:
                    continue
        except AgentRunError as error:
            log.warning("The language model did not route (%s); the local router's pick stands.", type(error).__name__)
            return name, confidence, f"{reason}; the language model could not be asked"
        picked = events.result.output if events.result is not None else NOBODY
        return (None if picked == NOBODY else picked), confidence, f"{reason}; unsure, so the language model chose"

    @asynccontextmanager
    async def iter(self, user_prompt: Any = None, **kwargs: Any) -> AsyncGenerator[AgentRun[Deps, Any]]:  # pyright: ignore[reportIncompatibleMethodOverride] - the overloads of the base take these by keyword
        """Routes the message, emits `RouteDecided`, and yields the run of whoever answers it.

        With `deferred_tool_results` the specialist that paused goes on, and nothing is routed.
        """
        conversation = kwargs.get("conversation")
        history: Sequence[ModelMessage] = (
            conversation.messages if conversation is not None else kwargs.get("message_history") or []
        )
        deps: Deps = kwargs["deps"]
        if kwargs.get("deferred_tool_results") is not None:
            text, before, _ = current_turn(history)
            known = earlier(before)
            previous = follow_ups.resolve_follow_up(text, known.said).previous
            turn = TurnContext(previous=previous, cited=known.cited if previous else ())
            kwargs |= {"deps": replace(deps, turn=turn), "infer_name": False}
            async with self._paused_at(history).iter(user_prompt, **kwargs) as run:
                yield run
            return
        if isinstance(user_prompt, str):
            text, before = user_prompt, history
        else:  # protocol adapters put the prompt last in the history
            text, before, _ = current_turn(history)
        decided = await self.route(text, before, deps)
        agent = self._agent_for(decided, deps, before)
        kwargs["deps"] = replace(deps, turn=self._turn(decided))
        kwargs["infer_name"] = False
        prompt = decided.questions[0] if isinstance(user_prompt, str) and len(decided.questions) == 1 else user_prompt
        async with agent.iter(prompt, **kwargs) as run:
            await run.emit(decided.event)
            yield run

    def _paused_at(self, history: Sequence[ModelMessage]) -> Agent[Deps, str]:
        """The specialist whose call waits at the end of a conversation."""
        return self.specialists[self.registry.get(last_specialist(history) or "").name]

    def _agent_for(self, route: Route, deps: Deps, history: Sequence[ModelMessage]) -> Agent[Deps, str]:
        if route.emergency is not None:
            return self._emergency
        if route.refused:
            return self._refuser
        if len(route.specialists) == 1:
            return self.specialists[route.specialists[0]]
        assignments = [
            Assignment(self.registry.get(name).spec.title, self.specialists[name], question, name == self._talker)
            for name, question in zip(route.specialists, route.questions, strict=True)
        ]
        panel = PanelModel(assignments, replace(deps, turn=self._turn(route)), history)
        looking = [name for name in route.specialists if name != self._talker]
        return Agent(
            panel, name=looking[0] if len(looking) == 1 else self._name, deps_type=Deps, capabilities=[Stamp()]
        )

    def _turn(self, route: Route) -> TurnContext:
        return TurnContext(
            previous=route.previous,
            cited=route.cited,
            offer="" if route.name is not None else self.offer,
            emergency=route.emergency.hazard.heading if route.emergency else "",
            call=route.emergency.hazard.call if route.emergency else "",
        )


def _embedded(name: str, capability: AbstractCapability[Deps]) -> Agent[Deps, str]:
    """An agent of the orchestrator's own that never asks a language model."""
    return Agent(ExtractiveModel(), name=name, deps_type=Deps, capabilities=[capability, Stamp(), FailSafely()])


def _is_of_answers(text: str) -> bool:
    """Whether a text wishes for how answers are given, which is for the asker to say."""
    return kind_of(text) in OF_ANSWERS


def _may_be_said(text: str) -> bool:
    """The same, or it asks Linelead about itself: "are you a real person"."""
    return kind_of(text) in OF_ITSELF


def _with(registry: Registry, capability: str) -> str | None:
    """The first specialist that has a capability, or None."""
    return next((s.name for s in registry if any(entry.name == capability for entry in s.spec.capabilities)), None)


def _is_whole(text: str, decision: Decision) -> bool:
    """Whether a turn is an example of a specialist's, which is a whole question ("how hot must chicken be") unless it
    points back itself."""
    found = follow_ups.signs(text, ())
    leans = found.pointing or found.demonstrative or found.other or found.going_on or found.about
    return found.subjects > 0 and not leans and stems(text) == stems(decision.nearest)


def _is_surely_anothers(text: str, decision: Decision) -> bool:
    """Whether a turn that leans on the one before names a subject that is somebody's all the same."""
    found = follow_ups.signs(text, ())
    least = SURELY_POINTING if found.pointing else STICKY_CONFIDENCE  # "what if it still smells"
    return decision.route is not None and decision.confidence >= least and found.subjects > 0
