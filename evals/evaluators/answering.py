"""What is said: the spans cited, the words and numbers, refusals, questions back, and sentences without support."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evals.cases import Ask, Expected, plain
from evals.evaluators.base import CaseEvaluator, Seen, Verdict, explained, no, yes
from evals.outcome import is_gold


@dataclass(repr=False)
class GoldCited(CaseEvaluator):
    """The answer cites the place that answers the question (all of them, where all are needed)."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.gold)

    def judge(self, case: Seen) -> Verdict | Mapping[str, Verdict]:
        gold, citations = case.expected.gold or [], case.answer.citations
        if case.outcome.quiz and case.ask.reply is None:
            return {}  # a question of a quiz cites nothing: that would give its answer away
        missing = [span for span in gold if not any(is_gold(c.document, c.text, span) for c in citations)]
        found = len(gold) - len(missing)
        if case.answer.refused:
            return no(f"refused; {found} of {len(gold)} places that answer are shown as what comes closest")
        if found == len(gold) or (found and not case.expected.all_gold):
            return yes(f"{found} of {len(gold)} places that answer are cited")
        cited = sorted({citation.document for citation in citations})
        instead = f"cited instead: {', '.join(cited)}" if cited else "nothing is cited"
        return no(f"not cited: {missing[0]}; {instead}")


@dataclass(repr=False)
class GoldShown(CaseEvaluator):
    """A place that answers is before the reader (1, else 0): cited, or in a refusal as what comes closest."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.gold)

    def judge(self, case: Seen) -> Verdict:
        gold, citations = case.expected.gold or [], case.answer.citations
        shown = any(is_gold(c.document, c.text, span) for c in citations for span in gold)
        return Verdict(float(shown), ("shown" if shown else "not shown") + (", in a refusal" * case.answer.refused))


@dataclass(repr=False)
class CitationPrecision(CaseEvaluator):
    """Share of an answer's citations that are to the point: a place that answers, or another of its section."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.gold)

    def judge(self, case: Seen) -> Verdict | Mapping[str, Verdict]:
        gold, citations = case.expected.gold or [], case.answer.citations
        if not citations or case.answer.refused:
            return {}
        exact = [any(is_gold(c.document, c.text, span) for span in gold) for c in citations]
        # a procedure is quoted whole with its warnings: its other steps are as right as the one a case names
        sections = {(c.document, *c.heading_path) for c, is_exact in zip(citations, exact, strict=True) if is_exact}
        right = [
            is_exact or (c.document, *c.heading_path) in sections for c, is_exact in zip(citations, exact, strict=True)
        ]
        stray = next((c for c, is_right in zip(citations, right, strict=True) if not is_right), None)
        told = f"{sum(right)} of {len(citations)} citations are to the point"
        aside = f"; beside it: “{short(stray.text)}” ({stray.document})" if stray else ""
        return Verdict(sum(right) / len(right), told + aside)


@dataclass(repr=False)
class CitationRecall(CaseEvaluator):
    """Share of the places that answer which are cited; where any one will do, 1 when one is."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.gold)

    def judge(self, case: Seen) -> Verdict:
        gold, citations = case.expected.gold or [], case.answer.citations
        if case.answer.refused:
            return Verdict(0.0, "refused")
        cited = sum(any(is_gold(c.document, c.text, span) for c in citations) for span in gold)
        wanted = len(gold) if case.expected.all_gold else 1
        return Verdict(min(cited / wanted, 1.0), f"{cited} of {len(gold)} places that answer are cited")


@dataclass(repr=False)
class Says(CaseEvaluator):
    """The answer holds the words and numbers that a right one must hold, and none that it must not."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return bool(expected.says or expected.says_not)

    def judge(self, case: Seen) -> Verdict:
        text = case.answer.text
        if case.answer.refused and not case.expected.refused:
            return no(f"refused: “{short(text)}”")
        absent = [words for words in case.expected.says or [] if not holds(text, words)]
        present = [words for words in case.expected.says_not or [] if holds(text, words)]
        if not absent and not present:
            return yes("it says what it must")
        parts = [f"it does not say {quoted(absent)}"] if absent else []
        parts += [f"it says {quoted(present)}, which it must not"] if present else []
        return no(f"{'; '.join(parts)}; it begins “{short(text)}”")


@dataclass(repr=False)
class Refused(CaseEvaluator):
    """What the documents do not answer is refused, and what they answer is not."""

    meanings = explained(
        {
            "refused_rightly": "A question that the documents do not answer was refused instead of guessed at.",
            "answered": "A question that the documents answer was answered.",
            "strength": "Evidence behind the answer as the program judged it, from 0 to 1.",
            "answerable": "yes for a question that the documents answer, else empty.",
        }
    )

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return expected.refused is not None

    def judge(self, case: Seen) -> Mapping[str, Verdict]:
        answer, unanswerable = case.answer, bool(case.expected.refused)
        sure = "" if answer.strength is None else f" (evidence {answer.strength:.2f})"
        verdicts = {"answerable": Verdict("" if unanswerable else "yes")}
        if answer.strength is not None:
            verdicts["strength"] = Verdict(answer.strength)
        if unanswerable:
            told = f"refused{sure}" if answer.refused else f"answered{sure}: “{short(answer.text)}”"
            return verdicts | {"refused_rightly": yes(told) if answer.refused else no(told)}
        told = f"refused{sure}: “{short(answer.text)}”" if answer.refused else f"answered{sure}"
        return verdicts | {"answered": no(told) if answer.refused else yes(told)}


@dataclass(repr=False)
class AsksBack(CaseEvaluator):
    """The answer asks back when it must (which machine?) and not otherwise."""

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return expected.asks is not None

    def judge(self, case: Seen) -> Verdict:
        told = "it asks back" if case.answer.asks else "it does not ask back"
        if case.answer.asks == case.expected.asks:
            return yes(told)
        return no(f"{told}: “{short(case.answer.text)}”")


@dataclass(repr=False)
class Unsupported(CaseEvaluator):
    """Sentences of the answer that its cited spans do not confirm."""

    meanings = explained(
        {
            "all_supported": "Every sentence of the answer that states something is confirmed by what it cites.",
            "unsupported_share": "Share of the sentences that state something and are not confirmed by what they cite.",
        }
    )

    def judge(self, case: Seen) -> Mapping[str, Verdict]:
        stated = [claim for claim in case.answer.claims if claim.status != "own"]
        if not stated:
            return {}
        wrong = [claim for claim in stated if claim.status != "supported"]
        told = f"{len(stated) - len(wrong)} of {len(stated)} sentences are confirmed"
        why = f"; not “{short(wrong[0].sentence)}” ({wrong[0].reason})" if wrong else ""
        return {
            "all_supported": no(told + why) if wrong else yes(told),
            "unsupported_share": Verdict(len(wrong) / len(stated), told + why),
        }


QUOTED_CHARACTERS = 90


def holds(text: str, words: str) -> bool:
    """Whether a text holds words from the beginning of a word on, case and white space aside; numbers only whole.

    "sanitiz" is in "Sanitizer: 200 ppm", "20" and "00" are not.
    """
    wanted = plain(words).lower()
    after = r"(?![\d%]|[.,]\d)" if wanted[-1:].isdigit() else ""
    before = r"(?<!\w)(?<!\d[.,])" if wanted[:1].isalnum() else ""
    return re.search(before + re.escape(wanted) + after, plain(text).lower()) is not None


def quoted(words: list[str]) -> str:
    """Words in quotation marks, in a row."""
    return ", ".join(f"“{word}”" for word in words)


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = plain(text)
    return line if len(line) <= QUOTED_CHARACTERS else line[: QUOTED_CHARACTERS - 1].rstrip() + "…"
