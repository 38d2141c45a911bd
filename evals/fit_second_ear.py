"""Measures what the bounds of the second ear were set by: `python -m evals.fit_second_ear` (some minutes).

Its own examples (agents/alarms.txt) are parted, and each part is heard by an ear that learned from the others alone.
The bounds stand as constants in `agents/second_ear.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents import second_ear, triage
from agents.alarms import ALARMS, LOOK_ALIKES
from agents.models.local_router import LocalRouter, RememberedVectors
from agents.registry import Registry
from agents.second_ear import SecondEar
from evals.suites import SHIPPED, load_suites
from knowledge.embedder import Embedder, make_embedder

AMONG = 300
"""Alarms that are put among everyday messages, and as many messages without one."""
EVERYDAY = (2, 5)
"""How many everyday messages one is put among."""

Row = tuple[str, int, int]
"""What is counted, how many of it, and of how many."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the examples, and the ear that learned from the others."""

    ear: SecondEar
    alarms: Sequence[str]
    look_alikes: Sequence[str]


def parts(router: LocalRouter, count: int) -> Iterator[Part]:
    """The examples in so many parts."""
    chance = random.Random(0)
    folds = {kind: chance.sample(texts, len(texts)) for kind, texts in ALARMS.items()}
    calm = chance.sample(LOOK_ALIKES, len(LOOK_ALIKES))
    for number in range(count):
        learned = {
            kind: [text for at, text in enumerate(texts) if at % count != number] for kind, texts in folds.items()
        }
        heard = [text for texts in folds.values() for text in texts[number::count]]
        ear = SecondEar(router, learned, [text for at, text in enumerate(calm) if at % count != number])
        yield Part(ear, heard, calm[number::count])


async def by_bound(parts_of: Sequence[Part]) -> list[Row]:
    """Of what rules do not find, by the bound that it has to reach: how much is heard with that and with others."""

    async def chances(ear: SecondEar, texts: Sequence[str]) -> list[tuple[float, float]]:
        unfound = [text for text in texts if not triage.find_emergency(text)]
        return [(second_ear.enough(text), await ear.alarm(text)) for text in unfound]

    heard = {
        "alarms": [one for part in parts_of for one in await chances(part.ear, part.alarms)],
        "look-alikes": [one for part in parts_of for one in await chances(part.ear, part.look_alikes)],
    }
    rows = list[Row]()
    for name, stands in (
        ("ALARMING", second_ear.ALARMING),
        ("SURELY_ALARMING", second_ear.SURELY_ALARMING),
        ("AGAINST_FORM", second_ear.AGAINST_FORM),
    ):
        for bound in (round(stands - 0.1, 2), stands, round(stands + 0.1, 2)):
            for kind, all_of in heard.items():
                found = [chance for needed, chance in all_of if needed == stands]
                rows.append((f"{name}: {kind} that have {bound}", sum(c >= bound for c in found), len(found)))
    return rows


async def in_passing(parts_of: Sequence[Part], router: LocalRouter) -> list[Row]:
    """How many alarms are heard among everyday messages, and how many such messages without one are taken for one."""
    chance = random.Random(1)
    asked = [text for texts in router.examples.values() for text in texts]
    told, calm = list[tuple[SecondEar, str]](), list[tuple[SecondEar, str]]()
    for part in parts_of:
        for messages, alarms in ((told, chance.sample(part.alarms, AMONG // len(parts_of))), (calm, None)):
            for number in range(AMONG // len(parts_of)):
                said = [chance.choice((part.look_alikes, asked)[chance.random() < 0.5]) for _ in _some(chance)]
                if alarms is not None:
                    said.insert(chance.randrange(len(said) + 1), alarms[number])
                messages.append((part.ear, ". ".join(said)))
    heard = [await ear.listen(text) is not None for ear, text in told]
    false = [await ear.listen(text) is not None for ear, text in calm]
    return [
        ("alarms among everyday messages that are heard", sum(heard), len(heard)),
        ("messages without one that are taken for one", sum(false), len(false)),
    ]


def _some(chance: random.Random) -> range:
    return range(chance.randint(*EVERYDAY))


async def calm(parts_of: Sequence[Part]) -> list[Row]:
    """Of what the rules find, how many are CALM with that bound and with others."""

    async def chances(ear: SecondEar, texts: Sequence[str]) -> list[float]:
        return [await ear.alarm(text) for text in texts if triage.find_emergency(text)]

    heard = {
        "alarms": [one for part in parts_of for one in await chances(part.ear, part.alarms)],
        "look-alikes": [one for part in parts_of for one in await chances(part.ear, part.look_alikes)],
    }
    return [
        (f"CALM: {kind} that rules find and that have less than {bound}", sum(c < bound for c in found), len(found))
        for bound in (second_ear.CALM / 2, second_ear.CALM, second_ear.CALM * 2)
        for kind, found in heard.items()
    ]


async def least(ear: SecondEar) -> float:
    """The least chance of an emergency of the suite, to `tune` on, that the rules find."""
    [suite] = load_suites(SHIPPED, ["emergency"], None)
    found = [
        case.inputs.question
        for case in suite.dataset.cases
        if case.metadata is not None
        and case.metadata.split == "tune"
        and case.expected_output is not None
        and case.expected_output.emergency
        and not case.inputs.earlier
        and triage.find_emergency(case.inputs.question)
    ]
    return min([await ear.alarm(text) for text in found])


async def measure(embedder: Embedder) -> None:
    """Prints all of it."""
    router = LocalRouter(Registry.load().examples, embedder, vectors=RememberedVectors(embedder))
    quarters, halves = list(parts(router, 4)), list(parts(router, 2))
    for rows in (await by_bound(quarters), await in_passing(halves, router), await calm(halves)):
        for what, count, among in rows:
            sys.stdout.write(f"{what}: {count} of {among}\n")
    sys.stdout.write(f"least of the suite's emergencies that rules find: {await least(SecondEar(router)):.2f}\n")


def main(arguments: Sequence[str]) -> None:
    """Measures what the bounds of the second ear were set by, and prints it."""
    argparse.ArgumentParser(prog="python -m evals.fit_second_ear", description=main.__doc__).parse_args(arguments)
    asyncio.run(measure(make_embedder("minilm")))


if __name__ == "__main__":
    main(sys.argv[1:])
