"""Signing in over HTTP: how it is done here, to the issuer, and the token for what comes back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Cookie, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from app.auth.signin import LASTS_SECONDS, SignIn
from app.problems import problem_responses
from app.routes.dependencies import Program, PublicAccess
from app.wiring import Linelead
from knowledge.errors import NotFound

COOKIE = "linelead-sign-in"
PATH = "/api/v1/sign-in/oidc"

router = APIRouter(prefix="/api/v1/sign-in", tags=["system"])


class SignInOut(BaseModel):
    """How one signs in: not at all, with a key, or with the issuer's account too."""

    required: bool
    oidc: bool = Field(description="Whether GET /api/v1/sign-in/oidc leads to an issuer")


class CodeRequest(BaseModel):
    """What the issuer sent back with the browser."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(max_length=4096)
    state: str = Field(max_length=512)


class TokenOut(BaseModel):
    """A token for the header Authorization. `sign_out` is where the issuer ends its own session; empty: nowhere."""

    token: str
    sign_out: str


@router.get("", responses=problem_responses(500))
async def show_ways(linelead: Program, _access: PublicAccess) -> SignInOut:
    """How one signs in here."""
    return SignInOut(required=linelead.gate.required, oidc=linelead.sign_in is not None)


@router.get(
    "/oidc",
    status_code=303,
    response_class=RedirectResponse,
    responses=problem_responses(404, 500, 503),
)
async def begin(request: Request, linelead: Program, _access: PublicAccess) -> RedirectResponse:
    """Sends a browser to the issuer, which sends it back to the web app with a code."""
    address, begun = await _sign_in(linelead).begin(_back(request))
    response = RedirectResponse(address, 303, {"Cache-Control": "no-store"})
    response.set_cookie(
        COOKIE,
        begun.packed(),
        max_age=LASTS_SECONDS,
        path=PATH,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",  # only our own page sends it back, whatever page sent the browser here
    )
    return response


@router.post("/oidc", responses=problem_responses(401, 403, 404, 413, 422, 500, 503))
async def finish(
    body: CodeRequest,
    request: Request,
    response: Response,
    linelead: Program,
    _access: PublicAccess,
    waiting: Annotated[str, Cookie(alias=COOKIE, include_in_schema=False)] = "",
) -> TokenOut:
    """Trades the code for a token, once, in the browser that began; the token is kept nowhere here."""
    found = await _sign_in(linelead).finish(body.code, body.state, waiting, _back(request))
    response.delete_cookie(COOKIE, path=PATH)
    response.headers["Cache-Control"] = "no-store"
    return TokenOut(token=found.token, sign_out=found.sign_out)


def _sign_in(linelead: Linelead) -> SignIn:
    if linelead.sign_in is None:
        raise NotFound("There is no sign-in at an issuer here; whoever runs the server sets LINELEAD_OIDC_CLIENT.")
    return linelead.sign_in


def _back(request: Request) -> str:
    """The web app's address, as this request was sent to it."""
    return str(request.base_url)
