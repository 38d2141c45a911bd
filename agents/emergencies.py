"""How a message is read for an emergency: words set right, signs of a hazard looked for, and whether it is happening.

A sign (agents/hazards.py) counts unless its sentence says that nothing is happening: a question about how things are
done, a condition, a drill, the past, a denial. Missing a real emergency is worse than a false alarm, so words that put
somebody into the sentence ("his", "she", "the grill is") and words of urgency ("help", "still") win over its form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from agents.everyday_speech import IDLE, MOODS
from agents.hazard_words import CONCEPTS
from agents.hazards import HAZARDS, Hazard
from agents.phrases import Lexicon, Matcher, listed, unbroken

NEAR = 16
"""Words from the first to the last phrase of a sign at most: beyond that they tell of different things."""
SUBJECT = 6
"""Words before a phrase that its subject is looked for in."""
DENIED = 3
"""Words before a sign in which a "no" denies it."""
UNDONE = 2
"""Words before what says that it is over in which a "no" says that it is not."""
LORE = 2
"""Words after a sign in which a word of training and rules still speaks of it."""
TOLD = 3
"""Words before a sign in which somebody is named whom it is told of."""
IDLE_WORD = "_"
SENTENCE_END = ";"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sign: any of some phrases (their numbers in the lexicon); `alive` when its subject must be somebody."""

    phrases: frozenset[int]
    alive: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of `hazard`: `parts` near each other in a sentence without any of the phrases `without`."""

    hazard: Hazard
    parts: tuple[Part, ...]
    without: frozenset[int]


@dataclass(frozen=True, slots=True)
class Rules:
    """The lexicon as it is read: all phrases, the signs in the order they are tried, idle speech, and the moods."""

    lexicon: Lexicon
    signs: tuple[Sign, ...]
    opened: dict[int, tuple[int, ...]]  # phrases of first parts, and the signs they belong to
    idle: frozenset[int]
    moods: dict[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sign found: the hazard, and the words from `start` to `end` (excluded) of the message that show it."""

    hazard: Hazard
    start: int
    end: int


@cache
def rules() -> Rules:
    """The lexicon, made ready once."""
    numbers: dict[str, int] = {}

    def phrases(texts: Iterable[str]) -> frozenset[int]:
        return frozenset(numbers.setdefault(" ".join(text.split()), len(numbers)) for text in texts)

    signs: list[Sign] = []
    for hazard in HAZARDS:
        for line in hazard.signs.strip().splitlines():
            shown, _, without = unbroken(line).partition(" ! ")
            parts = [
                Part(phrases(part.strip().removeprefix("@").split(" / ")), part.strip().startswith("@"))
                for part in shown.split(" & ")
            ]
            signs.append(Sign(hazard, tuple(parts), phrases(without.split(" / ")) if without else frozenset()))
    idle = phrases(listed(IDLE))
    moods = {name: phrases(listed(text)) for name, text in MOODS.items()}
    opened: dict[int, list[int]] = {}
    for order, sign in enumerate(signs):
        for number in sign.parts[0].phrases:
            opened.setdefault(number, []).append(order)
    return Rules(
        Lexicon(CONCEPTS, list(numbers)),
        tuple(signs),
        {number: tuple(orders) for number, orders in opened.items()},
        idle,
        moods,
    )


# --- words ------------------------------------------------------------------------------------------------------------

_JOINED = (
    (re.compile(r"\b(the|our|a|by|inside|main|of|in) walk[ -]?in\b"), r"\1 walkin"),
    (re.compile(r"\bwalk(?:-| (?=in(?:s| cooler| freezer| fridge| door)\b)| (?=in\b(?! \w)))in"), "walkin"),
    (re.compile(r"\bwalk in (?=not|is|wont|door|help)"), "walkin "),
    (re.compile(r"\bhot[ -]dog"), "hotdog"),
    (re.compile(r"\bdish ?(?:machine|washer)\b"), "dishwasher"),
    (re.compile(r"\bod'(?:e?)d\b|\bo\.d\.(?:d|'d|ed)?|\bod (?=on\b)"), "overdosed "),
    (re.compile(r"\bno[ -]?one\b"), "nobody"),
    (re.compile(r"\ba\.?e\.?d\b"), "aed"),
    (re.compile(r"\bc\.o\.(?=\s)"), "co"),
    (
        re.compile(
            r"\b(yesterday|last (?:night|week|month|year|shift|summer|winter|spring|fall|weekend|quarter|season|[a-z]+day))'s\b"
        ),
        r"\1s",
    ),
)


def normalise(text: str) -> list[str]:
    """The words of a text in small letters, without accents and apostrophes, set right; ";" where a sentence ends."""
    lowered = text.lower().replace("’", "'")
    if not lowered.isascii():
        lowered = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    for pattern, joined in _JOINED:
        lowered = pattern.sub(joined, lowered)
    lowered = re.sub(r"(?<!\bhe)(?<!\bit)(?<!she|hat|ere|who|let|how|hen|one|ody)'s\b", " s", lowered).replace("'", "")
    lowered = _after_question().sub(rf"\1 {SENTENCE_END} ", lowered)
    lowered = _BEFORE_QUESTION.sub(rf"\1 {SENTENCE_END} ", lowered)
    lowered = re.sub(r"[.!?\n]+", f" {SENTENCE_END} ", lowered)
    return [_corrected(word) for word in re.findall(rf"[a-z0-9]+|{SENTENCE_END}", lowered)]


_BEFORE_QUESTION = re.compile(
    r"((?:^|[.!?;\n])\s*(?!(?:how|what|whats|which|where|when|why|who|if|for|in|is|are|do|does|did|can|should)\b)"
    r"(?:[a-z0-9]+,? ){3,}?)(?<!how )(?<!when )(?<!where )(?<!why )(?<!if )(?<!or )(?<!and )"
    r"(?=(?:do|should) (?:i|we) (?:need|have|call|get|use|keep)\b)"
)
"""What is told up to the question that it ends in: "cook fell off the dock do we need an ambulance"."""


@cache
def _after_question() -> re.Pattern[str]:
    """A question up to the comma after which somebody is told of: "what number for poison, kid drank bleach"."""
    people = "|".join(sorted(_single(CONCEPTS["who"]), key=len, reverse=True))
    return re.compile(
        rf"^((?:what|who|where|which)\b[^,;.!?\n]*),(?= (?:(?:a|an|the|my|our|this|one) )?(?:{people})\b)"
    )


_SPELLED = frozenset(
    "bleeding choking unconscious electrocuted poisoned swallowed flames smoke burned burning fainted collapsed seizure "
    "breathing breathe swelling allergic reaction monoxide trapped stabbed robbed attacked shocked bleach freezer fryer "
    "grease gushing severed scalded ambulance emergency leaking throat unresponsive tourniquet anaphylaxis propane "
    "overdosed overdose diabetic asthma inhaler slurring drooping chemical sanitizer degreaser bleeds "
    "finger stuck elevator bathroom fighting punched threatening shooting robbery exploded sparking outlet "
    "passed responding heatstroke chopped sweating sprinklers coughing vomiting forklift machete intruder ladder fractured concussion peanut shellfish epipen breath smell stroke slicer "
    "kitchen blood knife stopped customer swollen sliced hemorrhaging hallucinating dizzy gas fire".split()
)
"""Hazard words that a slip of the thumb is set right to."""

_SLIPS = {
    slip: meant
    for meant, slips in {
        "fire": "fier fyre frie fiire", "smell": "smel", "gas": "gass gaz", "breathe": "brethe", "breath": "breth",
        "cant": "cnat", "burned": "brned burnd", "unconscious": "unconcious unconsious", "seizure": "siezure seezure",
        "choking": "chocking", "someone": "somone someon sumone", "smoke": "smoe", "his": "hsi", "the": "teh deh",
        "eyes": "eys eyees", "pain": "pian", "heart": "hart haert", "sweating": "sweeting", "head": "hed",
        "hurt": "hurtt hrut", "blood": "blod", "knife": "knif", "stuck": "stuk", "steam": "steem", "finger": "fingr",
        "floor": "flor", "robber": "rober", "not": "nto", "wont": "wnt", "chopped": "choped", "stroke": "strock",
    }.items()
    for slip in slips.split()
}  # fmt: skip
"""Slips too short, or too far off, to be set right by their distance."""

_ORDINARY = frozenset(
    "attached beach bladder breach breadth breather breeding breeds bloom brood broad buried burner burping burying "
    "cloaking conclusion confession confusing confusion consulting cooking costumer custom crease decreased decreases "
    "emergence emerging explored fishing flakes flame flares flicked flyer foyer fractures frames freezes friar greases "
    "greased greasy gusting knives lander larder latter leading leaning leaping letter lighting linger outset passer past pasted "
    "paused pinched pissed posed respondent robed rubbed sanitize sanitized sanitizes scaled severe shallower shell "
    "shooing shoring shorting shouting sighting slices slider smelt socked sparing sparkling spell spelling spliced spoke "
    "stacked stepped stick sticks stock stocked stoke strike struck stubbed stack swell swelled threading threat threats "
    "topped trampled trapper tripped trike dropping choosing bleak finer dizzying".split()
)
"""Words of everyday English one slip away from a hazard word: what `_corrected` made of the words of public question
sets, and their like."""


def _letters_away(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


@cache
def _near_spellings() -> dict[str, tuple[str, ...]]:
    """What each hazard word becomes with one letter left out."""
    found: dict[str, list[str]] = {}
    for known in sorted(_SPELLED):
        if len(known) >= 5:
            for shorter in _letters_away(known):
                found.setdefault(shorter, []).append(known)
    return {shorter: tuple(words) for shorter, words in found.items()}


@cache
def _lexicon() -> frozenset[str]:
    """Every word that the lexicon writes out: these are never set right to another."""
    texts = [*CONCEPTS.values(), *MOODS.values(), IDLE, *(hazard.signs for hazard in HAZARDS)]
    return frozenset(re.findall(r"[a-z0-9]+", " ".join(texts)))


@lru_cache(maxsize=16384)
def _corrected(word: str) -> str:
    """A hazard word for a word one slip away from it (two in long ones), else the word itself."""
    squeezed = re.sub(r"(.)\1{2,}", r"\1", word)
    if squeezed != word and squeezed not in _lexicon():
        squeezed = re.sub(r"(.)\1+", r"\1", word)
    if squeezed in _SLIPS:
        return _SLIPS[squeezed]
    if len(squeezed) < 5 or squeezed in _ORDINARY or squeezed in _lexicon() or not squeezed.isalpha():
        return squeezed
    near = {known for shorter in _letters_away(squeezed) for known in _near_spellings().get(shorter, ())}
    if len(squeezed) >= 9:
        near |= {known for known in _SPELLED if len(known) >= 9}
    best = [(DamerauLevenshtein.distance(squeezed, known), known) for known in sorted(near) if known[0] == squeezed[0]]
    distance, known = min(best, default=(9, ""))
    return known if distance <= (2 if len(known) >= 9 else 1) else squeezed


# --- whether it is happening ------------------------------------------------------------------------------------------


@cache
def _single(text: str) -> frozenset[str]:
    """The single words of a list of phrases."""
    return frozenset(word for word in listed(text) if " " not in word)


_PLACED = frozenset("by near at in on behind beside from under next to off with into inside outside of".split())
_ABOUT = frozenset("for in about with during to when if after of at on before while whenever and or as every".split())
_ARTICLES = ("the", "a", "our", "my", "this", "that")
_SUBJECTS = frozenset(_ARTICLES) | frozenset(
    "i we you u he she it they there his her your their someone anyone".split()
)
_JOINING = frozenset("and but then because so while y pero".split())
_OPENERS = frozenset("ok okay also hey hi please quick question yo um uh like guys chef so".split())
_CALLED = frozenset("guys chef".split())
"""Openers that may be told of as well as called: "chef has fallen" asks nothing, "chef is the hood on" does."""
_WH = frozenset("how what whats when where wheres which who whos why whys como que donde cuando quien".split())
_OTHERS = frozenset("hes shes theyre".split())
"""Words that begin a clause of their own: a "no" before them denies something else."""
_PRESENT = frozenset("is are keeps breath cant wont isnt arent now".split())
"""What says of a sign that it is there, in a sentence about figures: in those, "got" and "has" tell of cases."""
_DENIALS = _single(MOODS["no"]) | frozenset("hasnt havent hardly barely until should supposed if".split())
"""What denies that something is over."""
_LINGERING = frozenset(
    "unconscious heart_attack stroke allergic_reaction overdose self_harm chemical carbon_monoxide low_sugar asthma "
    "seizure".split()
)
"""Hazards that are not over because somebody feels better: only those who recovered, or are back at work, are."""
_REAL = frozenset("real actual actually really came walked ran pulled".split())
"""What says, beside facts, that it was more than the drill or the lesson it broke into."""
_NOW = frozenset("is are im hes shes theyre its".split())
_CONDITIONS = frozenset("if when whenever after before during".split())


def _sentences(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the sentences of a message begin and end (excluded)."""
    ends = [at for at, word in enumerate(words) if word == SENTENCE_END] + [len(words)]
    starts = [0, *(at + 1 for at in ends)]
    return [(start, end) for start, end in zip(starts, ends, strict=False) if end > start]


class Message:
    """One message being read."""

    def __init__(self, text: str) -> None:
        self.words = normalise(text)
        self._rules = rules()
        self._spoken = Matcher(self._rules.lexicon, self.words, SENTENCE_END)
        self.sentences = _sentences(self.words)
        self._moods: dict[tuple[str, int, int], bool] = {}
        shown = self._without_idle()
        self._seen = self._spoken if shown == self.words else Matcher(self._rules.lexicon, shown, SENTENCE_END)

    def _without_idle(self) -> list[str]:
        """The words with those of everyday speech hidden, so that they show nothing."""
        shown = list(self.words)
        if self._spoken.openable.isdisjoint(self._rules.opened):
            return shown  # nothing to hide it from
        for number in self._rules.idle & self._spoken.openable:
            for start, end in self._spoken.find(number, 0, len(shown)):
                shown[start:end] = [IDLE_WORD] * (end - start)
        return shown

    def sightings(self) -> Iterable[Sighting]:
        """The signs of a hazard, gravest first."""
        there = self._seen.openable
        orders = {order for number in there for order in self._rules.opened.get(number, ())}
        for order in sorted(orders):
            sign = self._rules.signs[order]
            if all(there & part.phrases for part in sign.parts):
                for start, end in self.sentences:
                    yield from self._places(sign, start, end)

    def _places(self, sign: Sign, start: int, end: int) -> Iterable[Sighting]:
        first, *others = sign.parts
        for low, high in self._parts(first, start, end):
            taken = [(low, high)]
            for part in others:
                near = [
                    place
                    for place in self._parts(part, max(start, high - NEAR), min(end, low + NEAR))
                    if all(place[1] <= other[0] or place[0] >= other[1] for other in taken)
                ]
                if not near:
                    break
                closest = min(near, key=lambda place: max(taken[0][0] - place[1], place[0] - taken[0][1]))
                taken.append(closest)
                low, high = min(low, closest[0]), max(high, closest[1])
            else:
                if not self._spoken.has(sign.without, start, end):
                    yield Sighting(sign.hazard, low, high)

    def _parts(self, part: Part, start: int, end: int) -> Iterable[tuple[int, int]]:
        for number in part.phrases & self._seen.openable:
            for place in self._seen.find(number, start, end):
                if not part.alive or self._is_alive(start, *place):
                    yield place

    def _is_alive(self, sentence: int, start: int, end: int) -> bool:
        """Whether the subject of a phrase is somebody: the nearest person or thing before it that is no place."""
        people, things = _single(CONCEPTS["who"]), _single(CONCEPTS["ware"])
        for at in range(start - 1, max(sentence, start - SUBJECT) - 1, -1):
            word = self.words[at]
            if word in _JOINING:
                return self._opens_with_somebody(sentence, at)
            if word in people:
                return True
            before = self.words[max(sentence, at - 3) : at]
            if word in things and _PLACED.isdisjoint(before) and not any(each.endswith("ing") for each in before[-2:]):
                return False
        if self.words[end - 1] in things:
            return True
        after = (word for word in self.words[end : end + 2] if word in things or word in people or word in _PLACED)
        return next(after, "") not in things

    def _opens_with_somebody(self, sentence: int, end: int) -> bool:
        """Whether the first person or thing of a sentence before a word is a person, or neither is there."""
        people, things = _single(CONCEPTS["who"]), _single(CONCEPTS["ware"])
        named = (word for word in self.words[sentence:end] if word in people or word in things)
        first = next(named, None)
        return first is None or first in people or self.words[sentence] not in (first, *_ARTICLES)

    def _mood(self, name: str, start: int, end: int) -> bool:
        """Whether a mood's words stand between two words. Kept: many signs share a sentence."""
        key = (name, start, end)
        if key not in self._moods:
            matcher = self._seen if name == "urgent" else self._spoken
            self._moods[key] = matcher.has(self._rules.moods[name], start, end)
        return self._moods[key]

    def is_happening(self, sighting: Sighting) -> bool:
        """Whether the sentence around a sign says that it is happening now."""
        start, end = next((s, e) for s, e in self.sentences if s <= sighting.start < e)
        if self._mood("never", start, end) or self._is_denied(start, sighting):
            return False
        if self._mood("if", start, sighting.start + 1):
            return False
        if self._mood("lore", start, min(end, sighting.end + LORE)) and not self._is_told(
            start, sighting, _single(MOODS["fact"]) | _REAL
        ):
            return False
        if self._mood("figures", start, end) and not self._is_told(start, sighting, _PRESENT):
            return False
        if self._is_over(sighting, start, end) or self._is_bygone(sighting, start, end):
            return False
        if self._mood("past", start, end):
            return self._mood("still", start, end) or self._is_going_on(start, sighting)
        if self._mood("urgent", start, end):
            return True
        asked = self._asked_from(start, sighting)
        if asked is not None:
            return self._is_plea(asked) or self._is_asserted(asked, sighting)
        someone = self._mood("someone", start, end)
        return someone or not (self._mood("paper", start, end) or self._mood("generic", start, end))

    def told(self) -> Iterable[tuple[int, int]]:
        """The sentences (start, end excluded) that may tell of something that is happening, whatever it is."""
        for start, end in self.sentences:
            if not self._mood("if", start, end) and self.is_happening(Sighting(HAZARDS[0], start, end)):
                yield start, end

    @property
    def is_idle(self) -> bool:
        """Whether some of it is everyday speech with a hazard's word in it."""
        return self._seen is not self._spoken

    def _is_told(self, sentence: int, sighting: Sighting, facts: frozenset[str]) -> bool:
        """Whether the words of a sign, or those right before it, name somebody or say by one of `facts` that it is so."""
        near = self.words[max(sentence, sighting.start - TOLD) : sighting.end]
        people = _single(CONCEPTS["who"])
        if any(word in ("the", "our") and not people.isdisjoint(near[at + 1 : at + 3]) for at, word in enumerate(near)):
            return True
        return not (_single(MOODS["someone"]) | facts).isdisjoint(near)

    def _is_over(self, sighting: Sighting, start: int, end: int) -> bool:
        """Whether a sentence says that it is over. A "but" goes against that, though not one before what turned out well."""
        after = ("but", "still", "urgent")
        eased = () if sighting.hazard.kind in _LINGERING else (("eased", sighting.start, after),)
        over = () if self._mood("but", start, end) else (("over", start, ("still",)),)
        return any(
            _DENIALS.isdisjoint(self.words[max(start, low - UNDONE) : low])
            and not any(self._mood(mood, high, end) for mood in against)
            and (name == "over" or not self._mood("still", start, low))
            for name, since, against in (("settled", sighting.start, after), *eased, *over)
            for number in self._rules.moods[name]
            for low, high in self._spoken.find(number, since, end)
        )

    def _is_bygone(self, sighting: Sighting, start: int, end: int) -> bool:
        """Whether a sign is named as that of a time gone by, "last years fire", and nothing is told of it now.

        Anything else of last year's may well do harm today.
        """
        named = any(
            high == sighting.start
            for number in self._rules.moods["bygone"]
            for _, high in self._spoken.find(number, start, sighting.start)
        )
        told = self._is_told(start, sighting, _single(MOODS["fact"])) or (
            sighting.end - sighting.start > 1 and self.words[sighting.end - 1].endswith("ing")
        )
        return named and not told and not self._mood("still", start, end)

    def _is_going_on(self, sentence: int, sighting: Sighting) -> bool:
        """Whether a sign is told as of now: "is bleeding", "hes choking", "having a seizure"."""
        before = self.words[max(sentence, sighting.start - TOLD) : sighting.start]
        near = before[-1:] + self.words[sighting.start : sighting.end]
        return "having" in before or any(be in _NOW and word.endswith("ing") for be, word in pairwise(near))

    def _is_denied(self, start: int, sighting: Sighting) -> bool:
        for at in range(sighting.start - 1, max(start, sighting.start - DENIED) - 1, -1):
            if self.words[at] in _single(MOODS["no"]):
                return True
            if self.words[at] in _JOINING or self.words[at] in _OTHERS:
                return False
        return False

    def _asked_from(self, start: int, sighting: Sighting) -> int | None:
        """Where a question begins that a sign is asked about in, or None."""
        for at in range(start, sighting.start):
            word = self.words[at]
            opens = at == start or self.words[at - 1] in _OPENERS or (word in _WH and self.words[at - 1] in _JOINING)
            if opens and word in _single(MOODS["asking"]) and not self._is_told_of(at):
                return at
        return None

    def _is_told_of(self, at: int) -> bool:
        """Whether who is named right before a verb is its subject: no other follows it."""
        called = at > 0 and self.words[at - 1] in _CALLED and self.words[at] not in _WH
        return called and _SUBJECTS.isdisjoint(self.words[at + 1 : at + 2])

    def _is_plea(self, at: int) -> bool:
        """Whether what looks like a question asks for help: "can someone come", "what do i do" and not what about."""
        if any(self._spoken.end(number, at) for number in self._rules.moods["answered"]):
            return True
        ends = [end for number in self._rules.moods["plea"] if (end := self._spoken.end(number, at)) is not None]
        return any(self.words[end] not in _ABOUT for end in ends if end < len(self.words))

    def _is_asserted(self, asked: int, sighting: Sighting) -> bool:
        """Whether a question goes on to tell of somebody or something that is there."""
        words = self.words
        if not _CONDITIONS.isdisjoint(words[asked + 2 : sighting.end]):
            return False
        told = not _single(MOODS["someone"]).isdisjoint(words[asked + 3 : sighting.end])
        return told or not _single(MOODS["fact"]).isdisjoint(words[asked + 4 : sighting.end])


def find(text: str) -> tuple[Hazard, str] | None:
    """The gravest hazard that a message tells of as happening, and the words that show it; None when there is none."""
    message = Message(text)
    for sighting in message.sightings():
        if message.is_happening(sighting):
            return sighting.hazard, " ".join(message.words[sighting.start : sighting.end])
    return None


@cache
def _chemicals() -> Lexicon:
    return Lexicon(CONCEPTS, ["<chemical>"])


def names_a_chemical(text: str) -> bool:
    """Whether a text names anything that does harm in an eye or a mouth."""
    words = normalise(text)
    return Matcher(_chemicals(), words, SENTENCE_END).has(frozenset({0}), 0, len(words))
