"""`linelead keys`, `collections` and `audit`: who may do what, and who did."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.context import JsonOption, in_line, options_of, the_library, write_json, write_line
from knowledge.errors import InvalidInput, OperatorError, StoreLocked

if TYPE_CHECKING:
    from app.access import Caller
    from app.database import ServiceDatabase

DEFAULT_WORKSPACE = "default"
_WORKSPACE = re.compile(r"[\w][\w .-]{0,63}")
_DAYS = re.compile(r"([1-9]\d{0,4})d")

WorkspaceOption = Annotated[str, typer.Option(help="Workspace of the key.")]


class RoleName(StrEnum):
    """The roles, as typer offers them."""

    CREW = "crew"
    MANAGER = "manager"
    ADMIN = "admin"


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    keys = typer.Typer(no_args_is_help=True, help="The API keys that callers log in with.")
    keys.command("create")(create_key)
    keys.command("list")(list_keys)
    keys.command("revoke")(revoke_key)
    app.add_typer(keys, name="keys")
    collections = typer.Typer(no_args_is_help=True, help="The collections, and who may read them.")
    collections.command("list")(list_collections)
    collections.command("set")(set_collection)
    app.add_typer(collections, name="collections")
    app.command("audit")(show_audit)


@contextmanager
def _service(context: typer.Context, *, change: bool) -> Generator[ServiceDatabase]:
    """The service database, opened for one command; `change` needs the data folder for itself, unless it is Postgres.

    Raises StoreLocked naming what to do instead, OperatorError when there is nothing to read.
    """
    settings = options_of(context).settings()
    from app.database import open_database
    from knowledge.library import FolderLock

    url = settings.database.get_secret_value()
    with ExitStack() as parts:
        if change and not url:
            try:
                parts.callback(FolderLock(settings.data).release)
            except StoreLocked as error:
                raise StoreLocked(f"{error} Or ask the running server with an admin's key: /api/v1/keys.") from error
        if not change and not url and not settings.database_path.is_file():
            raise OperatorError(f"{settings.data} holds no keys yet; name the server's data folder with --data.")
        database = open_database(settings.database_path, url, read_only=not change)
        parts.callback(database.close)
        yield database


def create_key(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Who or what will use it.")],
    role: Annotated[RoleName, typer.Option(help="What it may do.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    expires: Annotated[
        str | None, typer.Option(help="When it ends: in so many days (90d), or a date (2027-01-31). Else never.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Make a key. It is printed this once; only its hash is kept.

    Examples:

        linelead keys create --role crew --name "Line 1"

        linelead keys create --role admin --name "Ann" --expires 90d
    """
    if not _WORKSPACE.fullmatch(workspace):
        raise InvalidInput(
            f"The workspace {workspace!r} is no name; use letters, digits, spaces, dots, _ and -, at most 64.",
            code="invalid_workspace",
        )
    until = _expiry(expires)
    with _service(context, change=True) as database:
        from app.auth.audit import Audit, Place
        from app.auth.keys import Keys
        from app.auth.schemas import new_key_out

        caller = _operator(workspace)

        async def run() -> tuple[object, str]:
            async with Audit(database).act(caller, Place(), "key.created", name=name, role=role.value) as act:
                key, secret = Keys(database).create(
                    name, role.value, workspace=workspace, created_by=caller.principal.id, expires_at=until
                )
                act.target = key.id
            return new_key_out(key, secret), secret

        shown, secret = asyncio.run(run())
    if as_json:
        write_json(shown)
        return
    write_line(secret)
    write_line("Keep it safe: it is not shown again. Callers send it as “Authorization: Bearer KEY”.")


def _expiry(text: str | None) -> datetime | None:
    if text is None:
        return None
    if days := _DAYS.fullmatch(text):
        return datetime.now(UTC) + timedelta(days=int(days.group(1)))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(
            f"The expiry {text!r} is neither a number of days (90d) nor a date (2027-01-31).", code="invalid_expiry"
        ) from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _operator(workspace: str) -> Caller:
    """Whoever sits at this machine, acting in a workspace."""
    from app.access import caller_of, local_principal

    return caller_of(local_principal().principal, workspace)


def list_keys(
    context: typer.Context,
    workspace: Annotated[str | None, typer.Option(help="Only the keys of this workspace.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the keys, with those that hold no more.

    Examples:

        linelead keys list

        linelead keys list --workspace harbour --json
    """
    with _service(context, change=False) as database:
        from app.auth.keys import Keys
        from app.auth.schemas import KeysOut, key_out

        keys = [key_out(key) for key in Keys(database).all(workspace)]
    if as_json:
        write_json(KeysOut(keys=keys))
        return
    if not keys:
        write_line("There are no keys; make one with: linelead keys create --role admin --name NAME")
    for key in keys:
        used = f"last used {key.last_used_at[:16]}" if key.last_used_at else "never used"
        until = f", until {key.expires_at[:10]}" if key.expires_at else ""
        row = f"{key.id}  {key.prefix}…  {key.state:<8} {key.role:<8} {key.workspace:<12} {key.name}  ({used}{until})"
        write_line(in_line(row))


def revoke_key(
    context: typer.Context, key_id: Annotated[str, typer.Argument(metavar="ID")], as_json: JsonOption = False
) -> None:
    """Revoke a key: the next request with it is refused.

    Examples:

        linelead keys revoke k0123456789abcdef0123456789abcdef
    """
    with _service(context, change=True) as database:
        from app.auth.audit import Audit, Place
        from app.auth.keys import Keys
        from app.auth.schemas import key_out

        keys = Keys(database)
        workspace = next((key.workspace for key in keys.all() if key.id == key_id), DEFAULT_WORKSPACE)

        async def run() -> object:
            async with Audit(database).act(_operator(workspace), Place(), "key.revoked", key_id):
                return key_out(keys.revoke(key_id))

        shown = asyncio.run(run())
    if as_json:
        write_json(shown)
    else:
        write_line(f"Revoked {key_id}.")


def list_collections(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the collections and the least role that may read each.

    Examples:

        linelead collections list
    """
    with the_library(context) as library:
        from app.access import local_principal
        from app.auth.schemas import CollectionsOut, collection_out

        found = library.catalogue.listed_collections(local_principal().scope)
        shown = CollectionsOut(collections=[collection_out(collection) for collection in found])
    if as_json:
        write_json(shown)
        return
    for collection in shown.collections:
        write_line(in_line(f"{collection.name:<24} {collection.role:<8} {collection.documents:>6} documents"))


def set_collection(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[RoleName, typer.Option(help="The least role that may read it.")],
) -> None:
    """Open a collection to a role and those above it, and close it to those below.

    Examples:

        linelead collections set payroll --role manager
    """
    with the_library(context) as library:
        from app.access import local_principal
        from app.auth.audit import Audit, Place
        from app.collections import open_to
        from app.database import open_database

        settings = options_of(context).settings()
        caller = local_principal()
        database = open_database(settings.database_path, settings.database.get_secret_value())
        try:

            async def run() -> None:
                act = Audit(database).act(caller, Place(), "collection.role_changed", name, role=role.value)
                async with act:
                    open_to(library, caller, name, role.value)

            asyncio.run(run())
        finally:
            database.close()
    write_line(f"{name} is open to {role.value} and above.")


def show_audit(
    context: typer.Context,
    workspace: Annotated[str | None, typer.Option(help="Only the acts in this workspace.")] = None,
    limit: Annotated[int, typer.Option(help="How many, the newest.", min=1, max=10_000)] = 50,
    as_json: JsonOption = False,
) -> None:
    """Show what admins and managers did, the newest first.

    Examples:

        linelead audit

        linelead audit --limit 500 --json
    """
    with _service(context, change=False) as database:
        from app.auth.audit import Audit

        entries = Audit(database).entries(workspace, limit=limit)
    if as_json:
        write_json({"entries": entries})
        return
    for entry in entries:
        details = ", ".join(f"{name} {value}" for name, value in entry.details.items())
        row = (
            f"{entry.number:>6}  {entry.at[:19]}  {entry.workspace}/{entry.name}  {entry.action} {entry.target}"
            f"  {entry.outcome}  from {entry.address}" + (f"  ({details})" if details else "")
        )
        write_line(in_line(row))
