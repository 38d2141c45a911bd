"""Who may read which collection."""

from __future__ import annotations

from app.access import ROLES, Caller, covers
from app.errors import Forbidden
from knowledge.errors import NotFound
from knowledge.library import Library
from knowledge.types import Collection
from tools.deps import Role


def is_closed_to(collection: Collection, caller: Caller) -> bool:
    """Whether a caller may not read a collection of their workspace."""
    return collection.roles is not None and not collection.roles & caller.scope.roles


def open_to(library: Library, caller: Caller, name: str, role: Role) -> Collection:
    """The collection, which only that role and those above it may read from now on. Blocks.

    Raises NotFound for one that the caller may not read, Forbidden for a role above the caller's own, who could not
    undo it.
    """
    if name not in library.catalogue.collections(caller.scope):
        raise NotFound(f"There is no collection {name!r}; list the collections to see their names.")
    if not covers(caller.principal.role, role):
        raise Forbidden(f"The role {role} is above your own, {caller.principal.role}; ask somebody who has it.")
    library.ingestor.recorder.set_roles(caller.scope.workspace, name, None if role == ROLES[0] else [role])
    return next(found for found in library.catalogue.listed_collections(caller.scope) if found.name == name)
