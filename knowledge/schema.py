"""The tables of the catalogue, as SQLAlchemy Core knows them, with FTS5 beside them."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

SCHEMA_VERSION = 2

metadata = MetaData()


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _text(name: str, *, default: str | None = None) -> Column[str]:
    return Column(name, String, nullable=False, server_default=default)


def _number(name: str, *, default: str | None = None) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=default)


def _document() -> Column[int]:
    return Column[int]("document", ForeignKey("documents.key"), nullable=False, index=True)


Table(
    "collections",
    metadata,
    Column("workspace", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("roles", String),  # JSON list; null: everyone
)
Table(
    "documents",
    metadata,
    _key(),
    Column("id", String, nullable=False, unique=True),
    _text("workspace"),
    _text("collection"),
    _text("name"),
    _text("title"),
    _text("media_type"),
    _text("sha256"),
    _number("size_bytes"),
    _number("version"),
    _text("state"),
    Column("pages", Integer),
    _number("blocks", default="0"),
    _number("windows", default="0"),
    _text("reason", default=""),
    _text("code", default=""),  # the result kind of a file that was not taken in
    _text("changes", default=""),  # JSON: what this version changed against the one before
    _text("created_at"),
    _text("updated_at"),
    _text("warnings", default="[]"),
    _number("recipe", default="0"),
    _number("visible", default="0"),  # 1 when a version is searchable
    Column("pending_sha256", String),  # the accepted version that is not finished
    Column("pending_size", Integer),
    _text("ticket", default=""),  # names the work on the pending version
    _text("queued_at", default=""),
    Column("failed_sha256", String),  # the version that was given up, for another try
    Column("failed_size", Integer),
    UniqueConstraint("workspace", "collection", "name"),
)
Table(
    "pages",
    metadata,
    Column[int]("document", ForeignKey("documents.key"), primary_key=True),
    Column("page", Integer, primary_key=True),
    _number("characters"),
    _number("blocks"),
    _number("tables"),
    _number("images"),
    _text("warnings"),
    _text("name", default=""),
    Column("confidence", Float),
    Column("seconds", Float, nullable=False, server_default="0"),
)
Table(
    "chunks",
    metadata,
    _key(),
    Column("id", String, nullable=False, unique=True),
    _document(),
    _number("ordinal"),
    _text("heading_path"),
)
Table(
    "blocks",
    metadata,
    _key(),
    Column("id", String, nullable=False, unique=True),
    Column[int]("document", ForeignKey("documents.key"), nullable=False),
    Column[int]("chunk", ForeignKey("chunks.key"), index=True),  # null for headings
    _number("ordinal"),
    _text("heading_path"),
    _text("kind"),
    _text("text"),
    _number("level"),
    _text("label"),
    Column("page", Integer),
    _text("words"),
    _text("cells"),
    _text("header"),
    _text("table_title"),
    Column("line", Integer),
    _text("place", default=""),  # JSON: cells of a workbook, moment of a recording, confidence of recognition
    Index("blocks_in_order", "document", "ordinal"),
)
Table(
    "windows",
    metadata,
    _key(),
    Column("id", String, nullable=False, unique=True),
    _document(),
    Column[int]("chunk", ForeignKey("chunks.key"), nullable=False, index=True),
    _text("text"),
)
Table(
    "codes",
    metadata,
    _key(),
    _document(),
    Column[int]("block", ForeignKey("blocks.key"), nullable=False, index=True),
    _text("code"),
    Column("normalised", String, nullable=False, index=True),
    _text("meaning"),
    _text("cause"),
    _text("action"),
)


def create_schema(connection: Connection) -> None:
    """Creates all tables in an empty file and notes the schema's version."""
    metadata.create_all(connection)
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE windows_fts USING fts5(text, content='windows', content_rowid='key',"
        " tokenize='porter unicode61')"
    )
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


_UPGRADES = {
    1: (
        "ALTER TABLE documents ADD COLUMN code VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE documents ADD COLUMN changes VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE documents ADD COLUMN ticket VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE documents ADD COLUMN queued_at VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE documents ADD COLUMN failed_sha256 VARCHAR",
        "ALTER TABLE documents ADD COLUMN failed_size INTEGER",
        "UPDATE documents SET ticket = lower(hex(randomblob(16))) WHERE pending_sha256 IS NOT NULL",
        "ALTER TABLE pages ADD COLUMN name VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE pages ADD COLUMN confidence FLOAT",
        "ALTER TABLE pages ADD COLUMN seconds FLOAT NOT NULL DEFAULT 0",
        "ALTER TABLE blocks ADD COLUMN place VARCHAR NOT NULL DEFAULT ''",
    ),
}
"""What brings a file of each earlier schema to the next one."""


def upgrade_schema(connection: Connection, found: int) -> None:
    """Brings a file of schema `found` to the present one, keeping what is in it."""
    for version in range(found, SCHEMA_VERSION):
        for statement in _UPGRADES[version]:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
