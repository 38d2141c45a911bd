"""What every part of the HTTP interface shares: how a request is read, what an error looks like, a box on a page."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from knowledge.types import Box


class Request(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Problem(BaseModel):
    """An error (RFC 9457). `code` is stable: match on it; `detail` is a sentence for people."""

    type: str = "about:blank"
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    code: str
    instance: str


class BoxOut(BaseModel):
    """A rectangle on a page, in PDF points from the top left of the page as shown."""

    page: int = Field(ge=1)
    x0: float
    y0: float
    x1: float
    y1: float


def box_out(box: Box) -> BoxOut:
    return BoxOut(page=box.page, x0=box.x0, y0=box.y0, x1=box.x1, y1=box.y1)
