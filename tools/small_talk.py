"""Greetings, thanks, who-are-you and the tone of the answers: words of Linelead's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from tools.deps import Deps
from tools.evidence import Reply, Say
from tools.triggers import Call, Turn, rule, toolset

Kind = Literal["greeting", "thanks", "goodbye", "identity", "abilities", "brief", "full", "role_play", "other"]

_CUES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        "role_play",
        (
            r"\b(pretend|role[- ]?play|imagine you|play (the|a|an)|act (like|as))\b",
            r"\bbe (a|an|the|my) (angry|rude|difficult|happy|upset)\b",
        ),
    ),
    (
        "brief",
        (
            r"\b(be|keep it|answer|make it|more) (brief|short|shorter|concise)\b",
            r"\b(short|brief|quick|shorter) answers?\b",
            r"\btl;?dr\b",
        ),
    ),
    (
        "full",
        (r"\b(full|long|longer|detailed|complete|normal) answers?\b", r"\b(more detail|be detailed|explain more)\b"),
    ),
    (
        "abilities",
        (
            r"\bwhat (can|do|could) (you|u) (do|help|know|answer)",
            r"\bhow (can|do) (you|u) help|\bwhat are you (for|good)|^help[.!?]*$",
        ),
    ),
    (
        "identity",
        (
            r"\bwho (are|r|made|built) (you|u)|\bwhat are you\b|\b(your|ur) name\b",
            r"\bare you (a |an )?(real|human|bot|robot|person|ai)",
        ),
    ),
    ("thanks", (r"\b(thanks?|thank you|thx|ty|cheers|appreciate|nice one|good job|great job|awesome|perfect)\b",)),
    ("goodbye", (r"\b(bye|goodbye|see (you|ya)|later|good ?night|cya|gotta go)\b",)),
    (
        "greeting",
        (
            r"\b(hi|hello|hey|hiya|howdy|yo|sup|good (morning|afternoon|evening))\b",
            r"\b(what'?s up|how are (you|u)|how'?s it going)\b",
        ),
    ),
)


def kind_of(message: str) -> Kind:
    """What sort of small talk a message is."""
    lowered = message.lower()
    for kind, patterns in _CUES:
        if any(re.search(pattern, lowered) for pattern in patterns):
            return kind
    return "other"


@rule("small_talk")
def _always(turn: Turn) -> Call | None:
    return Call({"kind": kind_of(turn.question)}, alone=True)


@dataclass
class SmallTalk(AbstractCapability[Deps]):
    """Replies to greetings, thanks and questions about Linelead itself, and settings of tone."""

    def get_toolset(self) -> FunctionToolset[Deps]:
        async def small_talk(ctx: RunContext[Deps], kind: Kind) -> ToolReturn[str]:
            """Get the house's wording for a greeting, thanks, a goodbye, a question about what Linelead is or can do,
            or a wish for brief or full answers.

            Args:
                kind: What the person's message is. Use role_play when they want a scene played.
            """
            reply = reply_to(kind, ctx.deps.site)
            said = " ".join(part.text for part in reply.parts)
            return ToolReturn(return_value=said, metadata=reply.model_dump(mode="json"))

        return toolset(small_talk)


def reply_to(kind: Kind, site: str) -> Reply:
    """The reply in Linelead's own words; a tone setting is kept in its state."""
    if kind == "brief":
        return Reply(
            parts=[Say(text="Short answers from now on. Say “full answers” to undo it.")],
            state={"tone": "brief"},
        )
    if kind == "full":
        return Reply(parts=[Say(text="All right, full answers again.")], state={"tone": "full"})
    return Reply(parts=[Say(text=_WORDS[kind].format(site=site))])


_WORDS: dict[Kind, str] = {
    "greeting": "Hello! Ask me anything about the machines, food safety or the way we work at {site}.",
    "thanks": "You're welcome.",
    "goodbye": "Take care. I'm here when you need me.",
    "identity": (
        "I'm Linelead. I answer from the manuals and procedures of {site}, and show the page each answer is from."
    ),
    "abilities": (
        "I look up faults and error codes, cleaning and maintenance, food-safety temperatures, allergens, chemicals, "
        "opening and closing, service rules and data sets in the documents of {site}, and show the page. I can also "
        "teach a topic and quiz you on it: try “quiz me on hand washing”."
    ),
    "role_play": (
        "Playing a role needs a language model, and none is connected here. I can give you the procedure to practise "
        "from, for example “how do I handle a complaint”, or quiz you on it."
    ),
    "other": "I'm here to help with the work at {site}. What do you need to know?",
    "brief": "",
    "full": "",
}
