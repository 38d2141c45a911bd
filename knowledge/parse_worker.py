"""The parsing process: reads one file after the other, as told on standard input, and answers on standard output.

`python -m knowledge.parse_worker MEMORY_BYTES CPU_SECONDS` is started by `knowledge.parsing`. A request is a line of
JSON, {"path", "name"}; an answer is one byte of kind ("R" reading, "D" refused), eight bytes of length, and JSON.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

from knowledge.errors import DocumentRefused
from knowledge.packing import pack_reading

READING, REFUSED = b"R", b"D"


def main(memory_bytes: int, cpu_seconds: int) -> None:
    """Serves requests until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not end up among the answers
    from knowledge.readers import read_file

    _limit_memory(memory_bytes)
    for line in sys.stdin.buffer:
        request: dict[str, str] = json.loads(line)
        _limit_cpu(cpu_seconds)
        try:
            media_type, reading = read_file(Path(request["path"]), name=request["name"])
            _answer(answers, READING, pack_reading(media_type, reading))
        except DocumentRefused as refusal:
            _refuse(answers, refusal)
        except (MemoryError, ImportError) as error:
            if isinstance(error, ModuleNotFoundError):
                raise  # the program is not whole: that is no fault of the file
            # a library that no longer fits into the memory allowed is said to be unimportable
            _refuse(
                answers,
                DocumentRefused(
                    "security_risk",
                    f"Reading the file took more than {memory_bytes // 2**20} MB.",
                    "Split it into smaller files.",
                ),
            )
        except Exception as error:  # noqa: BLE001 any reader may meet any damage; the next file must still be read
            _refuse(
                answers,
                DocumentRefused(
                    "corrupted",
                    f"The file is damaged: reading it stopped with {type(error).__name__}.",
                    "Open it in the program that made it, save it again, and send that.",
                ),
            )


def _answer(answers: BinaryIO, kind: bytes, data: bytes) -> None:
    answers.write(kind + len(data).to_bytes(8, "big") + data)
    answers.flush()


def _refuse(answers: BinaryIO, refusal: DocumentRefused) -> None:
    data = {"kind": refusal.kind, "reason": refusal.reason, "remedy": refusal.remedy}
    _answer(answers, REFUSED, json.dumps(data).encode())


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: int) -> None:
    """Lets the process compute for `seconds` more; beyond them the system ends it."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
