"""Fits the network that tells an order's words: `python -m evals.fit_order_words` writes order_words.npz.

It learns from the messages to `tune` on in `datasets/orders.txt`, where orders stand in ⟦brackets⟧; from their orders
put before and behind what crews ask and tell in MADE messages, with and without a mark between; and from what crews
say without any: the specialists' examples, the suites' questions to `tune` on, alarms and their look-alikes, and two of
these as one message. What is printed is measured on the file's `report` half.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.registry import Registry
from evals.cases import plain
from evals.suites import SHIPPED, load_suites
from knowledge import order_words
from knowledge.embedder import WordEmbedder, make_embedder
from knowledge.lexicon import content_words, word_spans
from knowledge.order_words import OrderFinder, inputs_of

MESSAGES = Path(__file__).parent / "datasets" / "orders.txt"
MADE = 4_000
"""Messages made of an order and what a crew says."""
PAIRS = 4_000
"""Messages made of two things that crews say."""
TOLD = 6_000
"""Alarms and their look-alikes that are taken."""
JOINTS = (" ", " ", ". ", ", ", " and ", " - ", "\n", "; ", " also ")
HIDDEN = 64
"""Units of the hidden layer, set by hand: 32 lost more words of the questions, and 128 found hardly more orders."""
EPOCHS, BATCH, RATE, DECAY, DROPPED = 12, 512, 0.004, 0.001, 0.3
AS_WRITTEN = 3.0
"""What a message of the file weighs beside one that is made."""
_MARKED = re.compile(r"⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Message:
    """A message, where the orders in it stand (as characters), and what it weighs in the fit."""

    text: str
    orders: tuple[tuple[int, int], ...] = ()
    weight: float = 1.0

    @property
    def flags(self) -> list[bool]:
        """Which of its words are an order's."""
        return [any(start <= at < end for start, end in self.orders) for _, at, _ in word_spans(self.text)]

    @property
    def question(self) -> str:
        """It without its orders."""
        text = self.text
        for start, end in reversed(self.orders):
            text = f"{text[:start]} {text[end:]}"
        return text


def read(split: str) -> list[Message]:
    """The messages of a half of the file: `tune` or `report`."""
    before, _, report = MESSAGES.read_text("utf-8").partition("\n[report]\n")
    halves = {"tune": before.removeprefix("[tune]\n"), "report": report}
    return [_marked(line.replace("\\n", "\n")) for line in halves[split].split("\n") if line]


def _marked(line: str) -> Message:
    text, orders = "", list[tuple[int, int]]()
    for number, piece in enumerate(_MARKED.split(line)):
        if number % 2:
            orders.append((len(text), len(text) + len(piece)))
        text += piece
    return Message(text, tuple(orders), AS_WRITTEN)


def training() -> list[Message]:
    """What is learned from."""
    chance = random.Random(5)
    messages = read("tune")
    examples = {one.name: one.spec.routing.examples for one in Registry.load()}
    work = [text for name, texts in examples.items() if name != "persona" for text in texts]
    told = chance.sample([*LOOK_ALIKES, *(text for texts in ALARMS.values() for text in texts)], TOLD)
    said = [*(text for texts in examples.values() for text in texts), *asked(), *told]
    orders = [m.text[start:end].strip(" .,;:!?-()") for m in messages for start, end in m.orders]
    orders = [order for order in orders if len(order.split()) > 1]
    made = [_joined(chance, chance.choice(orders), chance.choice([*work, *told])) for _ in range(MADE)]
    pairs = [chance.choice(JOINTS).join(chance.sample(said, 2)) for _ in range(PAIRS)]
    alone = [Message(order, ((0, len(order)),)) for order in orders]
    return [*messages, *made, *alone, *map(Message, (*said, *pairs))]


def asked() -> list[str]:
    """What is asked in the suites, to `tune` on: without orders, but for those of the suite of injections."""
    names = [suite.name for suite in load_suites(SHIPPED, [], None) if suite.name not in ("emergency", "injection")]
    return [
        plain(case.inputs.question)
        for suite in load_suites(SHIPPED, names, None)
        for case in suite.dataset.cases
        if case.metadata is not None and case.metadata.split == "tune"
    ]


def _joined(chance: random.Random, order: str, asked: str) -> Message:
    joint = chance.choice(JOINTS)
    if chance.random() < 0.5:
        return Message(f"{order}{joint}{asked}", ((0, len(order)),))
    text = f"{asked}{joint}{order}"
    return Message(text, ((len(asked), len(text)),))


def fit(messages: Sequence[Message], embedder: WordEmbedder) -> dict[str, NDArray[Any]]:
    """The network, as `order_words.npz` holds it."""
    inputs, wanted, weights = list[NDArray[np.float32]](), list[bool](), list[float]()
    for message, vectors in zip(messages, embedder.read_now([message.text for message in messages]), strict=True):
        flags = message.flags[: len(vectors.words)]
        inputs.append(inputs_of(vectors)[: len(flags)])
        wanted += flags
        weights += [message.weight / max(len(flags), 1) ** 0.5] * len(flags)
    return _trained(np.vstack(inputs), np.array(wanted), np.array(weights))


def _trained(inputs: NDArray[np.float32], wanted: NDArray[np.bool_], weights: Any) -> dict[str, NDArray[Any]]:
    import torch  # some seconds to import: only a fit pays

    torch_: Any = torch
    torch_.manual_seed(0)
    torch_.set_num_threads(1)  # so that sums are taken in the same order everywhere
    functions = torch_.nn
    network = functions.Sequential(
        functions.Linear(inputs.shape[1], HIDDEN),
        functions.GELU(approximate="tanh"),
        functions.Dropout(DROPPED),
        functions.Linear(HIDDEN, 1),
    )
    x, y = torch_.tensor(inputs), torch_.tensor(wanted, dtype=torch_.float32)
    counts = torch_.tensor(weights / weights.mean(), dtype=torch_.float32)
    steps = len(x) // BATCH
    descent = torch_.optim.AdamW(network.parameters(), weight_decay=DECAY)
    pace = torch_.optim.lr_scheduler.OneCycleLR(descent, RATE, total_steps=EPOCHS * steps)
    for _ in range(EPOCHS):
        for rows in torch_.randperm(len(x))[: steps * BATCH].split(BATCH):
            descent.zero_grad()
            losses = functions.functional.binary_cross_entropy_with_logits(
                network(x[rows]).squeeze(1), y[rows], reduction="none"
            )
            (losses * counts[rows]).mean().backward()
            descent.step()
            pace.step()
    hidden, bias, out, out_bias = (p.detach().numpy() for p in network.parameters())
    return {
        "hidden": hidden.T.astype(np.float16),
        "bias": bias.astype(np.float16),
        "out": out[0].astype(np.float16),
        "out_bias": out_bias[0],
    }


def report(messages: Sequence[Message], embedder: WordEmbedder) -> Iterator[tuple[str, int, int]]:
    """Of messages with an order and of others: how many there are of what becomes of them."""
    finder = OrderFinder(embedder)

    async def left(message: Message) -> set[str]:
        found = await finder.without(message.text, lambda _: False)
        return set(content_words(found))

    ordered = [message for message in messages if message.orders]
    others = [message for message in messages if not message.orders]
    found = [asyncio.run(left(message)) for message in ordered]
    wanted = [set(content_words(message.question)) for message in ordered]
    pairs = list(zip(found, wanted, strict=True))
    yield "with an order, left as they should be", len(pairs), sum(kept == question for kept, question in pairs)
    yield "with an order, all of it is gone", len(pairs), sum(kept <= question for kept, question in pairs)
    yield "with an order, all of the question is left", len(pairs), sum(kept >= question for kept, question in pairs)
    whole = [asyncio.run(left(message)) == set(content_words(message.text)) for message in others]
    yield "without an order, whole", len(whole), sum(whole)


def main(arguments: Sequence[str]) -> None:
    """Fits, writes the file and prints how well it does."""
    argparse.ArgumentParser(prog="python -m evals.fit_order_words", description=main.__doc__).parse_args(arguments)
    embedder = make_embedder("minilm")
    assert isinstance(embedder, WordEmbedder)
    network: dict[str, Any] = fit(training(), embedder)
    np.savez_compressed(order_words.WEIGHTS, **network)
    order_words.fitted.cache_clear()
    sys.stdout.write(f"{order_words.WEIGHTS.name}: {order_words.WEIGHTS.stat().st_size:,} bytes\n")
    for what, count, are_so in report(read("report"), embedder):
        sys.stdout.write(f"{what}: {are_so} of {count}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
