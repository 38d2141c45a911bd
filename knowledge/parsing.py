"""Files are read in a process of their own, with limits, so that a hostile or damaged one cannot take Linelead down."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import psutil

from knowledge.errors import DocumentRefused, NotFound, unreadable
from knowledge.packing import unpack_reading
from knowledge.parse_worker import MISSING, PROGRESS, REFUSED, SIGHT, SOUND
from knowledge.readers import format_of
from knowledge.readers.providers import ProviderFailed, Providers
from knowledge.types import Box, Reading

_ROOT = Path(__file__).parent.parent
_HEADER = 9  # one byte of kind, eight of length
_WATCH_SECONDS = 0.25
WORN = 0.75
"""Share of the memory allowed above which the process is ended between two files: what recognition leaves behind adds
up over a hundred files, and the next one would be refused for it."""


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """What reading one file may take; beyond it the file is refused.

    `seconds` None is what the file's format is given. `stall_seconds` is the longest time without
    a sign of progress.
    `memory_bytes` is of memory in use, and `address_bytes` of what the process may ask for: recognition maps 1.6 GB.
    """

    seconds: float | None = None
    stall_seconds: float = 45.0
    memory_bytes: int = 900 * 2**20
    address_bytes: int = 2 * 2**30


class _Gone(Exception):
    """The process ended, or was ended: `reason` says why, "" when it ended by itself."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class Parser:
    """The parsing process: started on first use, used for many files, started again after a crash."""

    def __init__(self, limits: ParsingLimits | None = None, *, providers: Providers | None = None) -> None:
        """`providers` are asked from here, since the process has no network."""
        self._providers = providers or Providers()
        self._limits = limits or ParsingLimits()
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(
        self,
        path: Path,
        name: str,
        *,
        max_bytes: int | None = None,
        first_pages: int | None = None,
        tell: Callable[[int, int], None] | None = None,
    ) -> tuple[str, Reading]:
        """The media type of a file and what is in it; `name` tells what it was called. Blocks.

        `max_bytes` takes the place of the format's own limit. `first_pages` reads only so many pages of a file that
        has more than twice as many. `tell` is called with the pages done and the pages in all, where a reader says so.

        Raises DocumentRefused with the reader's reason, or "security_risk" when the file made the process take too
        long, too much memory, or crash.
        """
        seconds = format_of(name).seconds if self._limits.seconds is None else self._limits.seconds
        asked: dict[str, object] = {
            "path": _place(path),
            "name": name,
            "max_bytes": max_bytes,
            "first_pages": first_pages,
            "seconds": seconds,
            "is_heard": self._providers.hear is not None,
            "is_seen": self._providers.see is not None,
        }
        return unpack_reading(self._do(asked, seconds, tell))

    def check(self, path: Path, name: str, *, max_bytes: int | None = None) -> None:
        """Passes when the file may be read, as far as its name, size and bytes tell. Blocks.

        Raises DocumentRefused as `read` does.
        """
        format_of(name)
        self._do_shortly({"path": _place(path), "name": name, "max_bytes": max_bytes, "only_check": True})

    def render(
        self, path: Path, name: str, media_type: str, page: int, boxes: Sequence[Box] = (), scale: float = 1.5
    ) -> bytes:
        """The PNG that `knowledge.pages.render_page` makes of a PDF or a picture. Blocks.

        Raises NotFound for a page that is not there, DocumentRefused as `read` does.
        """
        drawn = {"page": page, "boxes": [astuple(box) for box in boxes], "scale": scale}
        return self._do_shortly({"path": _place(path), "name": name, "media_type": media_type, "render": drawn})

    def frame(self, path: Path, name: str, media_type: str, seconds: float) -> bytes:
        """The PNG that `knowledge.pages.render_moment` makes. Blocks; raises as `render` does."""
        drawn = {"moment": seconds}
        return self._do_shortly({"path": _place(path), "name": name, "media_type": media_type, "render": drawn})

    def abort(self) -> None:
        """Ends the process at once; the read that waits for it, if any, raises DocumentRefused."""
        process = self._process
        if process is not None:
            _kill(process)

    def close(self) -> None:
        """Ends the process; the next read starts another."""
        self.abort()
        with self._guard:
            self._end()

    def _do_shortly(self, asked: dict[str, object]) -> bytes:
        """What the process answers to a request that has no format's time."""
        seconds = self._limits.seconds or self._limits.stall_seconds
        return self._do({**asked, "seconds": seconds}, seconds, None)

    def _do(self, asked: dict[str, object], seconds: float, tell: Callable[[int, int], None] | None) -> bytes:
        """What the process answers to a request. A reader that keeps its time has a little more than `seconds`."""
        with self._guard:
            process = self._running()
            request = json.dumps(asked) + "\n"
            until = time.monotonic() + seconds * (1 if self._limits.seconds else 1.1)
            try:
                self._send(process, request.encode())
                kind, data = self._answer(process, until)
                while kind in (PROGRESS, SOUND, SIGHT):
                    if kind != PROGRESS:
                        self._send(process, self._provided(kind, data))
                    elif tell is not None:
                        tell(*json.loads(data))
                    kind, data = self._answer(process, until)
            except _Gone as gone:
                self._end()
                raise self._refusal(gone.reason, process.returncode) from None
            except BaseException:
                self._end()  # an answer that nobody took would be taken for the next file's
                raise
            self._end_worn(process)
        if kind == MISSING:
            raise NotFound(data.decode())
        if kind == REFUSED:
            refusal = json.loads(data)
            raise DocumentRefused(refusal["kind"], refusal["reason"], refusal["remedy"])
        return data

    def _provided(self, kind: bytes, data: bytes) -> bytes:
        """The line that tells the process what the provider heard or saw."""
        ask = self._providers.hear if kind == SOUND else self._providers.see
        try:
            reply = {"answer": ask(data).decode()} if ask else {"failed": "There is no provider."}
        except ProviderFailed as failed:
            reply = {"failed": str(failed)}
        return (json.dumps(reply) + "\n").encode()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "knowledge.parse_worker", str(self._limits.address_bytes)],
                cwd=_ROOT,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what libraries say of damaged files is in nobody's interest
                start_new_session=True,  # a group of its own, to be ended with all it may have started
            )
        return self._process

    def _send(self, process: subprocess.Popen[bytes], request: bytes) -> None:
        if process.stdin is None:
            raise _Gone
        try:
            process.stdin.write(request)
            process.stdin.flush()
        except BrokenPipeError:
            raise _Gone from None

    def _answer(self, process: subprocess.Popen[bytes], until: float) -> tuple[bytes, bytes]:
        stalled = time.monotonic() + self._limits.stall_seconds
        header = self._receive(process, _HEADER, until, stalled)
        return header[:1], self._receive(process, int.from_bytes(header[1:], "big"), until, stalled)

    def _receive(self, process: subprocess.Popen[bytes], size: int, until: float, stalled: float) -> bytes:
        """So many bytes of the answer. Raises _Gone when the process ends, is too slow, or uses too much memory."""
        if process.stdout is None:
            raise _Gone
        descriptor = process.stdout.fileno()
        received = bytearray()
        with selectors.DefaultSelector() as selector:  # not select(): a busy server has descriptors beyond 1,024
            selector.register(descriptor, selectors.EVENT_READ)
            while len(received) < size:
                now = time.monotonic()
                if now >= until:
                    limit = self._limits.seconds
                    raise _Gone("took longer than " + (f"{limit:g} s." if limit else "files of its kind are given."))
                if now >= stalled:
                    raise _Gone(f"took longer than {self._limits.stall_seconds:g} s without getting on.")
                if not selector.select(min(_WATCH_SECONDS, until - now)):
                    self._check_memory(process)
                    continue
                part = os.read(descriptor, min(size - len(received), 1 << 20))
                if not part:
                    raise _Gone
                received += part
        return bytes(received)

    def _check_memory(self, process: subprocess.Popen[bytes]) -> None:
        if _memory_of(process) > self._limits.memory_bytes:
            raise _Gone(f"took more than {self._limits.memory_bytes // 2**20} MB.")

    def _end_worn(self, process: subprocess.Popen[bytes]) -> None:
        if _memory_of(process) > WORN * self._limits.memory_bytes:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def _refusal(self, reason: str, returncode: int) -> DocumentRefused:
        if reason:
            reason = f"Reading the file {reason}"
        elif sys.platform != "win32" and returncode == -signal.SIGXCPU:
            reason = "Reading the file took too much computing."
        else:
            reason = "The file made its reader crash."
        return DocumentRefused(
            "security_risk",
            reason,
            "Open it in the program that made it, save it again (or print it to PDF), and send that.",
        )


def _place(path: Path) -> str:
    """Where a file is for a process that runs in another folder.

    Raises DocumentRefused when it may not be read, which its reader could not tell from damage.
    """
    try:
        path.open("rb").close()
    except PermissionError as error:
        raise DocumentRefused("no_permission", *unreadable(path, error)) from error
    return str(path.absolute())


def _memory_of(process: subprocess.Popen[bytes]) -> int:
    """The bytes of memory in use; 0 when the process has just ended, which the pipe says too."""
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kills the process and all it may have started; it is not waited for."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
