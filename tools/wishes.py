"""What a message to the tutor wants: a lesson or a quiz and about what, or something of the quiz that is open."""

from __future__ import annotations

import re
from typing import Literal

Intent = Literal[
    "score", "retry", "stop", "resume", "skip", "hint", "reveal", "repeat", "harder", "easier", "more", "check"
]

QUIZ = re.compile(
    r"\b(quiz+|test|drill|question) (me|us|him|her|them|everyone|the \w+|my (crew|team|\w+ knowledge))\b|"
    r"\bquiz(z|zes)?\b|\bpracti[cs]e (questions?|tests?|the|my|for)\b|\btest my\b|\bflash ?cards?\b|"
    r"\bask (me|us) (some|a few|\d+)\b|\bquestions (about|on)\b",
    re.IGNORECASE,
)
LESSON = re.compile(
    r"\b(teach|lessons?|train(ing)?|learn(ing)?|study|coach|refresh|walk (me|us) through|explain)\b", re.IGNORECASE
)
_BEFORE = r"^\W*(?:(?:ok(?:ay)?|please|pls|can we|could we|can i|i want to|i wanna|i'?d like to|let'?s|just)\W+)*"
_ENDED = r"( (it|now|here|the|this|that|quiz|quizzing|questions?|me|for|please|today))*\W*$"
_SKIPPED = r"( (question|one|it|this|that|the|to|please|on))*\W*$"
_INTENTS: tuple[tuple[Intent, tuple[str, ...]], ...] = (
    (
        "score",
        (
            r"\bhow (far |well )?(did|am|have|was|many did|many have) i\b",
            r"\bmy (score|result|grade)s?\b",
            r"\bdid i pass\b",
            r"\bhow many (more )?(questions? )?((are|is) )?(left|to go|there)\b|\bhow many more( questions?)?\W*$",
            r"^\W*(show )?(my |the )?progress\W*$",
        ),
    ),
    (
        "retry",
        (
            r"\b(what|which|the (ones?|questions?)) (that )?i (got|had|answered|missed|failed)\b",
            r"\b(try|do|take) (it |that |them |the quiz )?(again|over)\b",
            r"^\W*(again|once more|one more time|retry|redo|repeat)( please)?\W*$",
        ),
    ),
    (
        "stop",
        (_BEFORE + r"(stop|end|quit|cancel|enough|no more|exit|finish|never ?mind|(i'?m |we'?re )?done)" + _ENDED,),
    ),
    ("skip", (_BEFORE + r"(next|skip|pass|move on|go on|continue|another one)" + _SKIPPED,)),
    ("hint", (r"\bhints?\b", r"\bclues?\b", r"\bgive me a tip\b", r"\bi don'?t (get|understand) (it|that|this)\b")),
    (
        "reveal",
        (
            r"\b(don'?t|do not) know\b|\bidk\b|\bdunno\b|\bno (idea|clue)\b|\bnot sure\b|\bgive up\b",
            r"\b(tell|show|give) me the answers?\b",
            r"\bwhat('?s| is| was) the (right |correct )?answer\b",
        ),
    ),
    (
        "resume",
        (
            r"\b(back to|resume|continue|carry on with|go on with|finish) (with )?(the|my|our|that|this) "
            r"(quiz|questions?|test|drill)\b",
            r"\b(where were we|pick up where we)\b",
        ),
    ),
    ("repeat", (r"\b(repeat|say|ask) (the question|that|it)\b", r"\bwhat (was|is) the question\b", r"\bcome again\b")),
    ("harder", (r"\b(harder|more difficult|tougher|too easy)\b",)),
    ("easier", (r"\b(easier|too (hard|difficult))\b",)),
    ("more", (r"\b(more|another|other|new|different) (quiz(zes)?|questions?|round)\b", r"\bquiz me (again|more)\b")),
    ("check", (r"\bmy answer\b", r"\bam i right\b")),
)
_NEVER_A_SUBJECT: frozenset[Intent] = frozenset({"score", "retry", "stop", "resume", "skip"})
"""What is meant even where a quiz is named beside it: "how did I do on the quiz", "stop the quiz"."""
NEW_ROUND: frozenset[Intent] = frozenset({"harder", "easier", "more"})
"""What starts a new quiz on the topic of the last one."""


_POLITE = (
    r"^\W*(?:(?:ok(?:ay)?|hey|hi|so|um+|uh+|like|please|pls|now|then|also|and|just|"
    r"(?:can|could|would|will) (?:you|u|we|i)|(?:i want|i need|i'?d like) you to|let'?s)\W+)*"
)
_LEARNERS = r"(?:me|us|him|her|them|everyone|the \w+|(?:my|our) (?:new )?\w+)"
_TAUGHT = r"(?:quiz(?:zes)?|lesson|practice (?:test|questions?)|drill|exercise|flash ?cards?)"
_GIVE = r"(?:give|make|do|start|run|build|write|set up)"
_WISH = re.compile(
    _POLITE + r"(?:(?:quiz+|test|drill|teach|teech|train|coach|school|refresh) (?:me|us)\b|"
    r"(?:lesson|quiz+)\b(?! (?:is|was|did|does|went|\w+ (?:is|was))\b)|"
    rf"{_GIVE} (?:{_LEARNERS} )?(?:a|an|another|some|a few|\d+) (?:\w+ ){{0,2}}{_TAUGHT}\b|"
    rf"{_GIVE} (?:{_LEARNERS} )?flash ?cards\b|turn\b.* into (?:a|an|some) (?:\w+ )?{_TAUGHT}\b|"
    r"(?:do|start|run) (?:the|my|our) (?:\w+ ){0,2}(?:quiz|lesson|module)\b|"
    rf"(?:pick up|go on with|continue|resume|finish|back to) (?:the|my|our|that) (?:\w+ ){{0,2}}{_TAUGHT}\b|"
    r"(?:you )?ask (?:me|us) (?:stuff|things|some|a few|questions|\d+|as (?:we|i|you) go)\b|"
    r"ens[eé][nñ]a(?:me|nos)\b|hazme (?:un )?(?:quiz|examen)\b|quiero (?:aprender|practicar)\b)",
    re.IGNORECASE,
)


_ABOUT_TRAINING = re.compile(
    r"^\W*(?:how (?:many|much|long|often|soon)|when|where|who|whose|which|what|is|are|do|does|did|has|have|must|may)\b"
    r"(?!.*\b(?:you|teach|learn|explain|coach|walk|(?:am|did|have|can) (?:i|we))\b).*\b(?:training|lessons?|study)\b",
    re.IGNORECASE,
)


def asks_about_training(text: str) -> bool:
    """Whether a message asks something about training and does not wish for any: "who signs the training log"."""
    return _ABOUT_TRAINING.search(text) is not None


def is_wish(text: str) -> bool:
    """Whether a message opens with a wish to be taught or quizzed, whatever the subject: "teach me", "quiz us on"."""
    return _WISH.search(text) is not None


def intent_of(text: str) -> Intent | None:
    """What a message wants of a quiz other than to answer its question; None for an answer or a wish with a subject."""
    meant: list[Intent] = [
        intent for intent, patterns in _INTENTS if any(re.search(p, text, re.IGNORECASE) for p in patterns)
    ]
    found = meant[0] if meant else None
    if found in _NEVER_A_SUBJECT or not (QUIZ.search(text) or LESSON.search(text)):
        return found
    return None if topic_of(text) else found


_WISHING = frozenset(
    "please can could would you i im i'm id i'd we lets let's let us me want wanna need like to go going give "
    "get have has got make start take do does did help show tell quiz quizz quizzes test tests exam drill question "
    "questions ask teach train training coach lesson lessons learn learning study studying practice practise "
    "practicing refresh review explain walk run through some any few a an another more new next short quick "
    "quickly little pop fun hard harder easy easier ten five minute minutes time flashcard flashcards flash "
    "cards my our your the his her him them team crew guy girl guys hire hires trainee trainees everyone on "
    "about of for with regarding in how what should where and ok okay hey hi so just now today tomorrow again "
    "up set goals hint clue something anything stuff things knowledge skills skill it that this these those "
    "same one ones be is are there".split()
)
_AFTER_ON = frozenset("a an the my our your how to it that this these those same one".split())
_AFTER_HOW = frozenset("to do does i we you a an the learn".split())
_THEN_ONLY = {**dict.fromkeys(("on", "about", "of", "regarding"), _AFTER_ON), "how": _AFTER_HOW}
"""After such a word the subject begins: of the wish's words only these are passed over still."""
_ENDING = frozenset(
    "please thanks thank you now today tomorrow again quiz quizzes test tests exam lesson lessons training drill me us "
    "help learn it that this some more".split()
)
_LIKE_NEW = re.compile(r"\b(?:like|as if) (?:i'?m|i am|we are|we're)\b.*$", re.IGNORECASE)
_SPELLED_PART = re.compile(
    r"\b(week|day|section|chapter|part|unit|module|lesson|level) (one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_DIGITS = {word: str(n) for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


_COUNTED = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_DIGITS)}) (?=(?:\w+ )?(?:quiz )?questions?\b)", re.IGNORECASE)


def count_of(text: str) -> int | None:
    """How many questions a wish for a quiz asks for: 3 of "give me 3 questions about knives"; None when not said."""
    match = _COUNTED.search(text)
    return int(_DIGITS.get(match["count"].lower(), match["count"])) if match else None


def topic_of(text: str) -> str:
    """What a wish for a lesson or quiz is about: the text without the words of wishing; "" when nothing is named."""
    plain = _SPELLED_PART.sub(lambda match: f"{match.group(1)} {_DIGITS[match.group(2).lower()]}", text)
    plain = _COUNTED.sub("", plain)
    tokens = _LIKE_NEW.sub("", plain).split()
    passed_over = _WISHING
    while tokens and (word := _bare(tokens[0])) in passed_over:
        passed_over = _THEN_ONLY.get(word, passed_over)
        del tokens[0]
    while tokens and _bare(tokens[-1]) in _ENDING:
        del tokens[-1]
    return " ".join(tokens).strip(" .,!?:;-")


def _bare(token: str) -> str:
    return token.lower().replace("’", "'").strip('.,!?:;"()')
