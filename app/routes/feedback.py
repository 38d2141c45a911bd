"""What people think of the answers they got."""

from __future__ import annotations

from fastapi import APIRouter

from app.problems import problem_responses
from app.routes.dependencies import Access, Program
from app.schemas.turns import FeedbackOut, FeedbackRequest, feedback_out
from app.turns import rate_turn

router = APIRouter(prefix="/api/v1/turns", tags=["chat"])


@router.post(
    "/{turn_id}/feedback",
    responses=problem_responses(400, 403, 404, 413, 422, 500, 503),
)
async def give_feedback(turn_id: str, body: FeedbackRequest, linelead: Program, access: Access) -> FeedbackOut:
    """Stores a thumb and a comment with a turn; the last ones count, and neither takes them back."""
    principal, scope = access
    return feedback_out(await rate_turn(linelead, turn_id, body.rating, body.comment, principal=principal, scope=scope))
