"""The settings: environment variables named LINELEAD_…, over an optional YAML file, over the defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextvars import ContextVar
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, YamlConfigSettingsSource

from agents.yaml_text import read_as_written, read_text
from app.errors import SettingError
from tools.deps import Role

PREFIX = "LINELEAD_"
"""What the names of environment variables begin with that are settings."""

FILE_VARIABLE = f"{PREFIX}CONFIG"
"""Names the YAML file; without it `linelead.yaml` in the current folder is read if it is there."""

PROVIDER_MODELS = (
    ("OPENAI_API_KEY", "openai:gpt-5-mini"),
    ("ANTHROPIC_API_KEY", "anthropic:claude-haiku-4-5"),
    ("GEMINI_API_KEY", "google:gemini-2.5-flash"),
    ("GOOGLE_API_KEY", "google:gemini-2.5-flash"),
)
"""The model that a provider's key stands for when `model` is not set; the first key found counts."""

EMBEDDED = "embedded"
"""The value of `model` for the embedded default: it quotes, and needs no key and no network."""


_PASSWORD = re.compile(r"(://[^/@\s]*:)[^/@\s]*@")
"""The password in an address, as in redis://user:password@host."""

_file: ContextVar[Path | None] = ContextVar("settings file", default=None)


class _SettingsFile(YamlConfigSettingsSource):
    """The YAML file. A value counts as it is written, as it does in an environment variable."""

    def _read_file(self, file_path: Path | Traversable) -> dict[str, Any]:
        path = Path(str(file_path))
        what = f"The settings file {str(path)!r}"
        return read_as_written(
            read_text(path, SettingError), SettingError, what=what, holds="one 'setting: value' a line"
        )


class Settings(BaseSettings):
    """Everything that can be set. Made once, by the function that starts the program."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", env_ignore_empty=True)

    data: Path = Field(default=Path(".linelead"), description="Folder of the catalogue, vectors, files and sessions")
    site: str = Field(default="this site", description="Name of the place, as answers say it", max_length=120)
    model: str = Field(
        default="",
        description=(
            "PydanticAI model string such as openai:gpt-5-mini, or 'embedded' for the quoting default. "
            "Empty: the first provider key found picks one, else embedded"
        ),
    )
    embedder: str = Field(default="minilm", description="'minilm', or a PydanticAI embedder string")
    specialists: Path | None = Field(default=None, description="Folder of your own specialists' Markdown files")
    threshold: float | None = Field(
        default=None, ge=0, le=1, description="Evidence (0..1) an answer needs; empty: the calibrated default"
    )
    emergency_number: str = Field(default="911", description="Number to call for help where the site is", max_length=20)
    max_question_characters: int = Field(default=8000, ge=1, le=100_000, description="Longest question taken")
    turn_timeout_seconds: float = Field(default=60.0, gt=0, description="Longest a turn may take")
    model_timeout_seconds: float = Field(
        default=20.0, gt=0, description="Longest silence of a language model before the quoted answer takes over"
    )
    approval_seconds: float = Field(
        default=3600.0, gt=0, description="Longest a turn waits for somebody to allow what a tool wants to do"
    )
    max_running_turns: int = Field(default=50, ge=1, description="Turns answered at the same time; more wait")
    busy_session: Literal["wait", "refuse"] = Field(
        default="wait", description="What a question meets while its session answers another: a line, or a refusal"
    )
    retention_days: int = Field(
        default=0, ge=0, le=36_500, description="Days after its last use that a session is removed; 0 keeps it"
    )
    sample_turns: float = Field(default=0.0, ge=0, le=1, description="Share (0 to 1) of the turns marked for review")
    transcription_url: str = Field(
        default="", description="OpenAI-compatible address that hears recordings, ending in /v1; empty: heard offline"
    )
    transcription_model: str = Field(
        default="whisper-1", description="Model that the transcription address is asked for"
    )
    transcription_key: SecretStr = Field(default=SecretStr(""), description="Key for this address")
    vision_model: str = Field(
        default="",
        description="PydanticAI model string of a model that reads scans and pictures; empty: recognised offline",
    )
    database: SecretStr = Field(
        default=SecretStr(""),
        description="Where sessions are kept: a postgresql:// URL; empty: SQLite in the data folder",
    )
    jobs_database: str = Field(
        default="", description="Where ingestion keeps its steps: a postgresql:// URL; empty: SQLite in the data folder"
    )
    max_waiting_documents: int = Field(default=1000, ge=1, description="Documents that may wait to be taken in")
    max_megabytes: dict[str, int] = Field(
        default_factory=dict[str, int],
        description='Largest files by suffix, as {".pdf": 80}; `linelead documents formats` lists the limits',
    )
    max_upload_megabytes: int = Field(default=1024, ge=1, description="Largest body of one upload, all files together")
    auth: Literal["none", "required"] = Field(
        default="none",
        description="'required': every caller needs a key or token; 'none': only on this machine's address",
    )
    oidc_issuer: str = Field(default="", description="https:// address of an OpenID Connect issuer whose tokens count")
    oidc_audience: str = Field(default="", description="The name that the issuer knows Linelead by")
    oidc_client: str = Field(
        default="", description="Id of a public client at the issuer, for the web app's sign-in; empty: with a key only"
    )
    oidc_scopes: str = Field(default="openid profile email", description="What this sign-in asks the issuer for")
    oidc_algorithms: list[str] = Field(
        default=["RS256", "ES256"], description="Signatures that are taken; only ones with a public key"
    )
    oidc_leeway_seconds: int = Field(default=30, ge=0, le=300, description="How far the issuer's clock may be off")
    oidc_role_claim: str = Field(default="role", description="Claim with the role, as 'groups' or 'realm_access.roles'")
    oidc_roles: dict[str, Role] = Field(
        default_factory=dict[str, Role],
        description='Which value of it is which role, as {"shift-leads": "manager"}; empty: crew, manager, admin',
    )
    oidc_workspace_claim: str = Field(
        default="", description="Claim with the workspace; empty: everybody is in 'default'"
    )
    target_key: SecretStr = Field(
        default=SecretStr(""), description="An admin's key for the running server that `linelead eval --target` asks"
    )
    rate_limit: str = Field(default="600/minute", description="Requests of one caller; 'none': no limit")
    rate_limit_address: str = Field(default="3000/minute", description="Requests from one address; 'none': no limit")
    rate_limit_failures: str = Field(
        default="20/minute", description="Failed log-ins from one address; 'none': no limit"
    )
    rate_limit_storage: str = Field(
        default="memory://", description="Where they are counted; redis:// when several servers share it"
    )
    max_open_requests: int = Field(default=64, ge=1, description="Requests and streams that one caller may have open")
    log_format: Literal["text", "json"] = Field(default="text", description="How the server writes its log")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="Least weight of what is logged; requests and turns are 'info'"
    )
    log_content: bool = Field(
        default=False, description="Whether the log and traces may hold what was asked and answered"
    )
    otlp_endpoint: str = Field(
        default="",
        description="Collector that gets traces and metrics by OTLP over gRPC, as http://host:4317; empty: none",
    )
    metrics: Literal["admin", "public"] = Field(
        default="admin", description="Who may read /metrics where log-in is required"
    )
    cors_origins: list[str] = Field(
        default_factory=list[str], description="Pages of other sites that may use the API, as https://kitchen.example"
    )
    trusted_hosts: list[str] = Field(
        default_factory=list[str],
        description="Names that the server may be called by; empty: any, or without log-in this machine's own",
    )
    trusted_proxies: list[str] = Field(
        default=["127.0.0.1"], description="Addresses of proxies whose word on the caller's address counts"
    )
    host: str = Field(default="127.0.0.1", description="Address the server listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="Port the server listens on; 0 takes a free one")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        named = _file.get() or os.environ.get(FILE_VARIABLE)
        if named and not Path(named).is_file():
            raise SettingError(f"The settings file {str(named)!r} is not a file; correct --config or {FILE_VARIABLE}.")
        file = _SettingsFile(settings_cls, yaml_file=named or "linelead.yaml")
        return init_settings, env_settings, file

    @property
    def database_path(self) -> Path:
        """The file that sessions are kept in where `database` names no server."""
        return self.data / "sessions.sqlite"

    @property
    def jobs_url(self) -> str:
        """Where ingestion keeps its steps, as a database URL."""
        return self.jobs_database or f"sqlite:///{(self.data / 'jobs.sqlite').absolute()}"

    def shown(self) -> dict[str, Any]:
        """The settings as JSON values for people to read: of keys and of passwords in addresses only that they are."""
        return {
            name: _PASSWORD.sub(r"\1**********@", value) if isinstance(value, str) else value
            for name, value in self.model_dump(mode="json").items()
        }

    @property
    def answering_model(self) -> str:
        """The model string in force: the setting, else the first provider key's, else EMBEDDED."""
        if self.model:
            return self.model
        return next((model for key, model in PROVIDER_MODELS if os.environ.get(key)), EMBEDDED)


def load_settings(*, config: Path | None = None, **overrides: object) -> Settings:
    """The settings in force, `overrides` first (those that are None are passed over).

    `config` is the YAML file to read instead of the one that FILE_VARIABLE names.
    Raises SettingError naming the variable, the value and what is allowed.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    token = _file.set(config)
    try:
        return Settings(**given)  # pyright: ignore[reportArgumentType] - checked by Pydantic just here
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            known = ", ".join(sorted(Settings.model_fields))
            raise SettingError(f"There is no setting {name!r}; the settings are {known}.") from error
        raise SettingError(
            f"The setting {name} ({PREFIX}{name.upper()}) is {first['input']!r}: {first['msg']}."
        ) from error
    finally:
        _file.reset(token)


def unknown_variables() -> Iterator[str]:
    """A sentence on each environment variable that begins as settings do and is none: nothing comes of it."""
    known = [*(field.upper() for field in Settings.model_fields), FILE_VARIABLE.removeprefix(PREFIX)]
    for variable in os.environ:
        name = variable.upper().removeprefix(PREFIX)
        if variable.upper().startswith(PREFIX) and name not in known:
            near = get_close_matches(name, known, 1)
            remedy = f"did you mean {PREFIX}{near[0]}?" if near else "`linelead settings` names those there are."
            yield f"The environment variable {variable} is no setting; {remedy}"
