"""What tools may do only when a person allows it, over HTTP: listed, allowed and refused."""

from __future__ import annotations

from fastapi import APIRouter

from app.approving import answer_approval, open_approvals
from app.problems import problem_responses
from app.routes.dependencies import Access, Program
from app.schemas.turns import ApprovalRequest, ApprovalsOut, TurnApprovalsOut, turn_approvals_out

router = APIRouter(prefix="/api/v1", tags=["chat"])


@router.get("/approvals", responses=problem_responses(500, 503))
async def list_approvals(linelead: Program, access: Access) -> ApprovalsOut:
    """What waits for your word: what your own turns want to do, and what others' may with the leave of your role."""
    return ApprovalsOut(turns=[turn_approvals_out(turn) for turn in await open_approvals(linelead, access)])


@router.post("/turns/{turn_id}/approvals", responses=problem_responses(403, 404, 409, 413, 422, 500, 503))
async def answer(turn_id: str, body: ApprovalRequest, linelead: Program, access: Access) -> TurnApprovalsOut:
    """Allows or refuses a call that a turn waits for; it goes on when no answer is missing. Sent again, it is once."""
    answered = await answer_approval(
        linelead, turn_id, body.call_id, approved=body.approve, reason=body.reason, caller=access
    )
    return turn_approvals_out(answered)
