"""Fits the reranker: `python -m evals.fit_reranker [--cache CACHE] FOLDER DATA UNSEEN` writes reranker.npz.

FOLDER and DATA are as for `evals.fit_answering`. It learns from all questions to `tune` on (`evals/offered.py`): of a
question's candidates the right ones are to be likelier than the others and than none of them; of a near miss's, none.
For each fold of the questions one more network is fitted without it and written to the folder UNSEEN, since what weighs
the reranker beside other features must not weigh what it has learned by heart: `evals.fit_answering` and
`evals.fit_evidence` read them there. Printed is how the whole one does on the questions to `report` by.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.offered import FOLDS, Offered, gathered
from evals.public.figures import to_stderr
from evals.public.routing import auroc
from knowledge import reranker
from knowledge.reranker import ASKED, GIVEN, Network, inputs, rarities

WITHIN = 48
"""Numbers that a word is within the network. Of 48 and 64 the less, which does as well."""
EPOCHS, BATCH, RATE, DECAY, DROPPED = 4, 8, 0.0015, 0.03, 0.3
_WARMING = 50  # steps
_NONE = -1.0  # the logit to begin with: that of "none of them" is 0


def shapes() -> dict[str, tuple[int, ...]]:
    """The shape of each of the network's weights."""
    words, d = 768, WITHIN
    return {
        "project": (words, d),
        "project_bias": (d,),
        "asked": (4 * d + 2, d),
        "asked_bias": (d,),
        "given": (4 * d + 2, d),
        "given_bias": (d,),
        "asked_gate": (d + 1,),
        "given_gate": (d,),
        "hidden": (4 * d, d),
        "hidden_bias": (d,),
        "out": (d,),
        "out_bias": (),
        "sharpness": (),
    }


class Example:
    """A question as it is learned from: its words and those of its candidates, filled up to the longest."""

    def __init__(self, offered: Offered, torch: Any) -> None:
        words = [inputs(text, GIVEN) for text in offered.texts]
        filled = np.zeros((len(words), max(map(len, words)), 768), dtype=np.float16)
        there = np.zeros(filled.shape[:2], dtype=bool)
        for row, own in enumerate(words):
            filled[row, : len(own)] = own
            there[row, : len(own)] = True
        self.asked: Any = torch.from_numpy(inputs(offered.question, ASKED))
        self.rare: Any = torch.from_numpy(rarities(offered.question))
        self.given: Any = torch.from_numpy(filled)
        self.there: Any = torch.from_numpy(there)
        self.right: Any = torch.tensor(offered.right[: len(words)])
        self.is_answered = offered.is_answered


def teaches(offered: Offered) -> bool:
    """Whether a question can be learned from: what answers it is among its candidates, or nothing does."""
    has_words = bool(offered.texts) and len(offered.question.words) > 0 and all(len(one.words) for one in offered.texts)
    return has_words and (any(offered.right[: len(offered.texts)]) or not offered.is_answered)


def fit(offers: Sequence[Offered]) -> dict[str, NDArray[Any]]:
    """The network fitted to those that teach, as the file holds it."""
    import torch as torch_  # some seconds to import: only a fit pays

    torch: Any = torch_
    torch.manual_seed(0)
    torch.set_num_threads(1)  # so that sums are taken in the same order everywhere
    weights: dict[str, Any] = {name: _begun(name, shape, torch) for name, shape in shapes().items()}
    taught = [offered for offered in offers if teaches(offered)]
    steps = EPOCHS * (len(taught) // BATCH)
    descent = torch.optim.AdamW(list(weights.values()), lr=RATE, weight_decay=DECAY)

    def share_of_rate(step: int) -> float:
        return min(1, (step + 1) / _WARMING) * max(0.02, 1 - step / steps)

    pace = torch.optim.lr_scheduler.LambdaLR(descent, share_of_rate)
    chance = random.Random(0)
    for _ in range(EPOCHS):
        chance.shuffle(taught)
        for start in range(0, len(taught) - BATCH + 1, BATCH):
            # made anew each time: all of them together would fill the memory
            batch = [Example(offered, torch) for offered in taught[start : start + BATCH]]
            loss = torch.stack([_loss(weights, example, torch) for example in batch]).mean()
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
            descent.step()
            pace.step()
    return {name: value.detach().numpy().astype(np.float16) for name, value in weights.items()}


def _begun(name: str, shape: tuple[int, ...], torch: Any) -> Any:
    if name == "sharpness":
        found = torch.tensor(math.exp(2.0))
    elif name == "out_bias":
        found = torch.tensor(_NONE)
    elif name == "out":
        found = torch.zeros(shape)
    else:
        # as PyTorch begins a linear layer, by its number of inputs
        sizes = shapes()
        bound = sizes[name.removesuffix("_bias")][0] ** -0.5
        found = (torch.rand(shape) * 2 - 1) * bound
    return found.requires_grad_()


def _loss(weights: dict[str, Any], example: Example, torch: Any) -> Any:
    """The log of how unlikely what is right is, among the candidates and none of them."""
    logits = _logits(weights, example, torch)
    among = torch.logsumexp(torch.cat([logits, torch.zeros(1)]), 0)
    return among - torch.logsumexp(logits[example.right], 0) if example.is_answered else among


def _logits(weights: dict[str, Any], example: Example, torch: Any) -> Any:
    """What `Network.logits` gives, of all candidates at once and with some of it left out."""
    functions: Any = torch.nn.functional
    asked, given, there = example.asked, example.given.float(), example.there
    n, away = len(given), ~there
    asked_inner = functions.dropout(asked @ weights["project"] + weights["project_bias"], DROPPED)
    given_inner = functions.dropout(given @ weights["project"] + weights["project_bias"], DROPPED)
    cosines = torch.einsum("id,njd->nij", asked, given) / 2
    unit = functions.normalize
    heights = torch.einsum("id,njd->nij", unit(asked_inner, dim=-1), unit(given_inner, dim=-1)) + cosines
    heights = (heights * weights["sharpness"]).masked_fill(away[:, None], -1e4)
    to_given, to_asked = heights.softmax(2), heights.softmax(1).transpose(1, 2)
    inner, rare = asked_inner[None].expand(n, -1, -1), example.rare[None].expand(n, -1, -1)
    nearest = cosines.masked_fill(away[:, None], -1).amax(2)[..., None], cosines.amax(1)[..., None]

    def compared(own: Any, other: Any, near: Any, how_rare: Any, name: str) -> Any:
        found = torch.cat([own, other, own * other, (own - other).abs(), near, how_rare], -1)
        found = functions.gelu(found @ weights[name] + weights[f"{name}_bias"], approximate="tanh")
        return functions.dropout(found, DROPPED)

    of_asked = compared(inner, to_given @ given_inner, nearest[0], rare, "asked")
    of_given = compared(given_inner, to_asked @ asked_inner, nearest[1], to_asked @ example.rare, "given")
    by_asked = (torch.cat([inner, rare], -1) @ weights["asked_gate"]).softmax(1)[..., None]
    by_given = (of_given @ weights["given_gate"]).masked_fill(away, -1e4).softmax(1)[..., None]
    most = of_given.masked_fill(away[..., None], -1e4).amax(1)
    summed = torch.cat([(of_asked * by_asked).sum(1), of_asked.amax(1), (of_given * by_given).sum(1), most], -1)
    within = functions.gelu(summed @ weights["hidden"] + weights["hidden_bias"], approximate="tanh")
    return functions.dropout(within, DROPPED) @ weights["out"] + weights["out_bias"]


def report(offers: Sequence[Offered], network: Network) -> Iterator[str]:
    """By subject: how often the best is right by this network alone, and how surely it tells a near miss."""
    for subject in dict.fromkeys(one.subject for one in offers):
        best: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
        for one in offers:
            if one.subject == subject and one.texts:
                logits = network.logits(one.question, one.texts)
                first = int(np.argmax(logits))
                best[one.is_answered].append((logits[first], bool(one.right[first])))
        right = [is_right for _, is_right in best[True]]
        told = ""
        if best[False]:
            answered, missed = ([logit for logit, _ in best[is_answered]] for is_answered in (True, False))
            told = f", AUROC against {len(missed)} near misses {auroc(answered, missed):.3f}"
        yield f"{subject}: of {len(right)} the first is right for {np.mean(right):.3f}{told}"


def _write(path: Path, weights: dict[str, Any]) -> None:
    np.savez_compressed(path, **weights)


def main(arguments: Sequence[str]) -> None:
    """Fits, writes the files and prints how well the whole network does."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_reranker", description=main.__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("unseen", type=Path, metavar="UNSEEN")
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args(arguments)
    offers = list(gathered(asked.folder, asked.data, asked.cache))
    tune = [one for one in offers if one.split == "tune"]
    asked.unseen.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS):
        to_stderr(f"fitting without fold {fold}")
        _write(asked.unseen / f"{fold}.npz", fit([one for one in tune if one.fold != fold]))
    to_stderr("fitting")
    _write(reranker.WEIGHTS, fit(tune))
    sys.stdout.write(f"{reranker.WEIGHTS.name}: {reranker.WEIGHTS.stat().st_size:,} bytes\n")
    for line in report([one for one in offers if one.split == "report"], reranker.load(reranker.WEIGHTS)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
