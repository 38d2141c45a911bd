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
LIFTED, UNITS = 96, 64
"""What is read of a word, and the units of memory in each direction. Of 160 messages with an order of somebody who knew
none to learn from, 0.24 were left with their question alone by a network that sees a word without its neighbours, 0.35
by one that sees four words to either side, and 0.39 by this; two layers of it found hardly more."""
EPOCHS, BATCH, RATE, DECAY, DROPPED = 24, 64, 0.004, 0.01, 0.3
"""Passes over all messages, messages a step, the highest pace of learning, weight decay, and what is dropped out. Of
387 messages with an order of a writer left out of the fit, 0.53 were left with their question alone after 12 passes and
0.57 after 24."""
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


@dataclass(frozen=True, slots=True)
class Read:
    """What is learned from a message: its words' vectors (words, 768), which are an order's, and what each weighs."""

    inputs: NDArray[np.float32]
    flags: NDArray[np.float32]
    weight: float


def fit(messages: Sequence[Message], embedder: WordEmbedder) -> dict[str, NDArray[Any]]:
    """The network, as `order_words.npz` holds it."""
    rows = list[Read]()
    for message, vectors in zip(messages, embedder.read_now([message.text for message in messages]), strict=True):
        flags = np.array(message.flags[: len(vectors.words)], dtype=np.float32)
        if len(flags):
            rows.append(Read(inputs_of(vectors)[: len(flags)], flags, message.weight / len(flags) ** 0.5))
    return _trained(rows)


def _trained(rows: Sequence[Read]) -> dict[str, NDArray[Any]]:
    import torch  # some seconds to import: only a fit pays

    torch_: Any = torch
    torch_.manual_seed(0)
    torch_.set_num_threads(1)  # so that sums are taken in the same order everywhere
    functions, dense = torch_.nn, torch_.nn.functional
    packed, padded = functions.utils.rnn.pack_padded_sequence, functions.utils.rnn.pad_packed_sequence
    drop = functions.Dropout(DROPPED)
    lift = functions.Linear(rows[0].inputs.shape[1], LIFTED)
    memory = functions.LSTM(LIFTED, UNITS, bidirectional=True, batch_first=True)
    out = functions.Linear(2 * UNITS, 1)
    network = functions.ModuleList([lift, memory, out])
    ranked = sorted(range(len(rows)), key=lambda row: len(rows[row].flags))  # so that messages of a step are as long
    steps = [ranked[at : at + BATCH] for at in range(0, len(ranked), BATCH)]
    mean = sum(row.weight * len(row.flags) for row in rows) / sum(len(row.flags) for row in rows)
    descent = torch_.optim.AdamW(network.parameters(), weight_decay=DECAY)
    pace = torch_.optim.lr_scheduler.OneCycleLR(descent, RATE, total_steps=EPOCHS * len(steps))
    for _ in range(EPOCHS):
        for step in map(int, torch_.randperm(len(steps))):
            chosen = [rows[row] for row in steps[step]]
            lengths = [len(row.flags) for row in chosen]
            inputs = functions.utils.rnn.pad_sequence([torch_.tensor(row.inputs) for row in chosen], batch_first=True)
            lifted = drop(dense.gelu(lift(inputs), approximate="tanh"))
            read, _ = padded(memory(packed(lifted, lengths, True, False))[0], batch_first=True)
            wanted = functions.utils.rnn.pad_sequence([torch_.tensor(row.flags) for row in chosen], batch_first=True)
            counts = torch_.tensor([row.weight / mean for row in chosen])[:, None]
            is_word = torch_.arange(wanted.shape[1])[None] < torch_.tensor(lengths)[:, None]
            losses = dense.binary_cross_entropy_with_logits(out(drop(read)).squeeze(2), wanted, reduction="none")
            descent.zero_grad()
            ((losses * counts * is_word).sum() / sum(lengths)).backward()
            descent.step()
            pace.step()
    known = {name: value.detach().numpy() for name, value in memory.named_parameters()}
    both = ("", "_reverse")
    weights = {
        "lift": lift.weight.detach().numpy().T,
        "lift_bias": lift.bias.detach().numpy(),
        "seen": np.stack([known[f"weight_ih_l0{way}"].T for way in both]),
        "kept": np.stack([known[f"weight_hh_l0{way}"].T for way in both]),
        "bias": np.stack([(known[f"bias_ih_l0{way}"] + known[f"bias_hh_l0{way}"])[None] for way in both]),
        "out": out.weight.detach().numpy()[0],
        "out_bias": out.bias.detach().numpy()[0],
    }
    return {name: value.astype(np.float16) for name, value in weights.items()}


def report(messages: Sequence[Message], embedder: WordEmbedder) -> Iterator[tuple[str, int, int]]:
    """Of messages with an order and of others: how many there are of what becomes of them."""
    finder = OrderFinder(embedder)

    async def left(message: Message) -> set[str]:
        found = await finder.read(message.text, lambda _: False)
        return set(content_words(found.left))

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
