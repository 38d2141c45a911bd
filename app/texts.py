"""What counts as text that clients send."""

from __future__ import annotations

from knowledge.errors import InvalidInput


def check_text(text: str, what: str, limit: int, error: type[InvalidInput] = InvalidInput) -> None:
    """Passes for text of at most `limit` characters; else raises `error`, naming `what` it is and the remedy."""
    if len(text) > limit:
        raise error(
            f"The {what} has {len(text):,} characters; at most {limit:,} are taken. Shorten it.",
            code=f"{what}_too_long",
        )
    if any(ord(ch) < 32 and ch not in "\t\n\r" for ch in text) or "\ufffd" in text:
        raise error(
            f"The {what} holds bytes that are not text; send it as UTF-8 without control characters.",
            code=f"{what}_not_text",
        )
    if any(0xD800 <= ord(ch) <= 0xDFFF for ch in text):
        raise error(f"The {what} is not valid UTF-8; send it as UTF-8.", code=f"{what}_not_text")
