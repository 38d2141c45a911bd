"""The parsing process: reads one file after the other, as told on standard input, and answers on standard output.

`python -m knowledge.parse_worker ADDRESS_BYTES` is started by `knowledge.parsing`. A request is a line of JSON,
{"path", "name", "max_bytes", "seconds"} with "first_pages" or "only_check", or {"path", "name", "media_type",
"seconds", "render"}. An answer is one byte of kind ("C" checked, "R" reading, "I" a picture, "N" nothing there, "D"
refused), eight bytes of length, and JSON, the bytes of the picture, or a sentence. Before it may come any number of "P"
(pages done and in all), of "S" (a WAV file) and of "V" (the picture of a page, as PNG): what a provider makes of the
last two is replied to by a line of JSON, {"answer"} or {"failed"}.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from knowledge.errors import DocumentRefused, NotFound
from knowledge.packing import pack_reading
from knowledge.readers.providers import ProviderFailed
from knowledge.readers.transcription import by_parts
from knowledge.types import Box

_CPU_PER_SECOND = 2.2
"""Seconds of computing per second of time: recognition uses two cores."""
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER and CLONE_NEWNET of Linux
PROGRESS, SOUND, SIGHT, CHECKED, READING, PICTURE, MISSING, REFUSED = b"P", b"S", b"V", b"C", b"R", b"I", b"N", b"D"


def main(address_bytes: int) -> None:
    """Serves requests until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not end up among the answers
    _step_back()
    _leave_network()
    from knowledge.readers import ocr, read_file, validate
    from knowledge.readers.vision import by_sight

    def ask(kind: bytes) -> Callable[[bytes], bytes]:
        return lambda data: _provided(answers, kind, data)

    local = None if ocr.available() else ocr.recognise
    _limit_memory(address_bytes)
    for line in sys.stdin.buffer:
        request: dict[str, Any] = json.loads(line)
        _limit_cpu(int(request["seconds"] * _CPU_PER_SECOND) + 1)
        path, name, max_bytes = Path(request["path"]), request["name"], request.get("max_bytes")
        try:
            if wanted := request.get("render"):
                _answer(answers, PICTURE, _render(path, name, request["media_type"], wanted))
                continue
            if request.get("only_check"):
                validate(path, name, max_bytes)
                _answer(answers, CHECKED, b"")
                continue
            media_type, reading = read_file(
                path,
                name=name,
                max_bytes=max_bytes,
                deadline_seconds=request["seconds"],
                first_pages=request["first_pages"],
                tell=lambda done, total: _answer(answers, PROGRESS, json.dumps([done, total]).encode()),
                transcribe=by_parts(ask(SOUND)) if request.get("is_heard") else None,
                recognise=by_sight(ask(SIGHT), local) if request.get("is_seen") else None,
            )
            _answer(answers, READING, pack_reading(media_type, reading))
        except NotFound as missing:
            _answer(answers, MISSING, str(missing).encode())
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
                    f"Reading the file took more than {address_bytes // 2**20} MB.",
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


def _provided(answers: BinaryIO, kind: bytes, data: bytes) -> bytes:
    """What a provider makes of a sound or a picture: the process that has a network asks it. Raises ProviderFailed."""
    _answer(answers, kind, data)
    reply: dict[str, str] = json.loads(sys.stdin.buffer.readline())
    if "failed" in reply:
        raise ProviderFailed(reply["failed"])
    return reply["answer"].encode()


def _render(path: Path, name: str, media_type: str, wanted: dict[str, Any]) -> bytes:
    # imported here: the process that only reads files draws nothing
    from knowledge.pages import render_moment, render_page

    if "moment" in wanted:
        return render_moment(path, media_type, wanted["moment"], name=name)
    boxes = [Box(*box) for box in wanted["boxes"]]
    return render_page(path, media_type, wanted["page"], boxes, scale=wanted["scale"], name=name)


def _answer(answers: BinaryIO, kind: bytes, data: bytes) -> None:
    answers.write(kind + len(data).to_bytes(8, "big") + data)
    answers.flush()


def _refuse(answers: BinaryIO, refusal: DocumentRefused) -> None:
    data = {"kind": refusal.kind, "reason": refusal.reason, "remedy": refusal.remedy}
    _answer(answers, REFUSED, json.dumps(data).encode())


def _step_back() -> None:
    """Lets those who ask go first: reading files is never urgent."""
    if sys.platform != "win32":
        os.nice(10)


def _leave_network() -> None:
    """Takes the network away from this process: by the system where it lets us, and from Python's own code always."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        # without a user of its own first: as one, root could no longer read what is in others' folders, its own
        # program among it; those who may not do that need it, and it is not everywhere allowed; what follows is
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)

    def refuse(event: str, _arguments: tuple[object, ...]) -> None:
        if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
            raise PermissionError("the parsing process has no network")

    sys.addaudithook(refuse)


def _limit_memory(address_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (address_bytes, address_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: int) -> None:
    """Lets the process compute for `seconds` more; beyond them the system ends it."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
