"""A server of one's own, and what came of the tries against it."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from pathlib import Path

from evals.errors import TargetError
from evals.leaks.tries import try_server

WORKSPACES = ("harbour", "station")


@contextlib.contextmanager
def own_server() -> Generator[tuple[str, dict[str, str]]]:
    """A server of one's own that requires a log-in and limits nobody: its address, and an admin's key per workspace."""
    with tempfile.TemporaryDirectory(prefix="linelead-leaks-") as folder:
        settings = {
            "LINELEAD_DATA": str(Path(folder) / "data"),
            "LINELEAD_AUTH": "required",
            "LINELEAD_MODEL": "embedded",
            "LINELEAD_RATE_LIMIT": "none",
            "LINELEAD_RATE_LIMIT_ADDRESS": "none",
            "LINELEAD_RATE_LIMIT_FAILURES": "none",
            "LINELEAD_MAX_OPEN_REQUESTS": "1000",
        }
        # `env` sets them above whatever is set already, which only app/ may read
        command = ["env", *(f"{name}={value}" for name, value in settings.items()), sys.executable, "-m", "app.cli"]
        keys: dict[str, str] = {}
        for workspace in WORKSPACES:
            create = [
                *command,
                "keys",
                "create",
                "--role",
                "admin",
                "--name",
                "admin",
                "--workspace",
                workspace,
                "--json",
            ]
            made = subprocess.run(create, capture_output=True, text=True, timeout=60, check=True)
            keys[workspace] = json.loads(made.stdout)["key"]
        serve = [*command, "serve", "--port", "0"]
        process = subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            assert process.stdout is not None
            said = next((line for line in process.stdout if "answers at " in line), "")
            if not said:
                raise TargetError("The server did not start; run `linelead serve --auth` to see why.")
            yield said.split("answers at ")[1].split()[0], keys
        finally:
            process.terminate()
            process.wait(30)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what came of the tries; 1 when anything leaked."""
    parser = argparse.ArgumentParser(prog="python -m evals.leaks", description="Tries to read what is not one's own.")
    parser.add_argument("--tries", type=int, default=10_000, help="how many calls are made up (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of the calls (default 1)")
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    with own_server() as (address, keys):
        report = asyncio.run(try_server(address, keys, tries=asked.tries, seed=asked.seed))
    sys.stdout.write("\n".join(report.lines()) + f"\nin {time.monotonic() - started:.0f} s\n")
    return 1 if report.leaks else 0


if __name__ == "__main__":
    sys.exit(main())
