"""Writing the files that a measurement leaves behind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from knowledge.errors import OperatorError


def write_file(path: Path, text: str) -> None:
    """Writes a file in UTF-8; one that stood there is replaced in one step, a link or device is written through.

    Raises OperatorError when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.write_text(text, "utf-8")
            return
        partial = path.with_name(path.name + ".part")
        try:
            partial.write_text(text, "utf-8")
            partial.replace(path)
        except OSError:
            with suppress(OSError):
                partial.unlink()
            raise
    except OSError as error:
        raise OperatorError(f"{path} cannot be written ({error.strerror}); name another file.") from error
