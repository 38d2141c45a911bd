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
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import DocumentRefused
from knowledge.packing import unpack_reading
from knowledge.parse_worker import REFUSED
from knowledge.types import Reading

_ROOT = Path(__file__).parent.parent
_HEADER = 9  # one byte of kind, eight of length


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """What reading one file may take; beyond it the file is refused."""

    seconds: float = 120.0
    cpu_seconds: int = 120
    memory_bytes: int = 2 * 2**30


class _Gone(Exception):
    """The process ended, or did not answer in time."""


class Parser:
    """The parsing process: started on first use, used for many files, started again after a crash."""

    def __init__(self, limits: ParsingLimits | None = None) -> None:
        self._limits = limits or ParsingLimits()
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, path: Path, name: str) -> tuple[str, Reading]:
        """The media type of a file and what is in it; `name` tells what it was called. Blocks.

        Raises DocumentRefused with the reader's reason, or "security_risk" when the file made the process take too
        long, too much memory, or crash.
        """
        with self._guard:
            process = self._running()
            request = json.dumps({"path": str(path), "name": name}) + "\n"
            deadline = time.monotonic() + self._limits.seconds
            try:
                kind, data = self._ask(process, request.encode(), deadline)
            except _Gone:
                late = time.monotonic() >= deadline
                self._end()
                raise self._crash(late, process.returncode) from None
            except BaseException:
                self._end()  # an answer that nobody took would be taken for the next file's
                raise
        if kind == REFUSED:
            refusal = json.loads(data)
            raise DocumentRefused(refusal["kind"], refusal["reason"], refusal["remedy"])
        return unpack_reading(data)

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

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            limits = (str(self._limits.memory_bytes), str(self._limits.cpu_seconds))
            self._process = subprocess.Popen(
                [sys.executable, "-m", "knowledge.parse_worker", *limits],
                cwd=_ROOT,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what libraries say of damaged files is in nobody's interest
                start_new_session=True,  # a group of its own, to be ended with all it may have started
            )
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], request: bytes, deadline: float) -> tuple[bytes, bytes]:
        if process.stdin is None or process.stdout is None:
            raise _Gone
        try:
            process.stdin.write(request)
            process.stdin.flush()
        except BrokenPipeError:
            raise _Gone from None
        header = _receive(process.stdout.fileno(), _HEADER, deadline)
        return header[:1], _receive(process.stdout.fileno(), int.from_bytes(header[1:], "big"), deadline)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def _crash(self, late: bool, returncode: int) -> DocumentRefused:
        if late:
            reason = f"Reading the file took longer than {self._limits.seconds:g} s."
        elif sys.platform != "win32" and returncode == -signal.SIGXCPU:
            reason = f"Reading the file took more than {self._limits.cpu_seconds} s of computing."
        else:
            reason = "The file made its reader crash."
        return DocumentRefused(
            "security_risk",
            reason,
            "Open it in the program that made it, save it again (or print it to PDF), and send that.",
        )


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kills the process and all it may have started; it is not waited for."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _receive(descriptor: int, size: int, deadline: float) -> bytes:
    received = bytearray()
    while len(received) < size:
        with selectors.DefaultSelector() as selector:  # not select(): a busy server has descriptors beyond 1,024
            selector.register(descriptor, selectors.EVENT_READ)
            ready = selector.select(max(0.0, deadline - time.monotonic()))
        part = os.read(descriptor, min(size - len(received), 1 << 20)) if ready else b""
        if not part:
            raise _Gone
        received += part
    return bytes(received)
