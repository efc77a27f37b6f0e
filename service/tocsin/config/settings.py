"""The settings: one value that holds everything a person configures, checked and complete."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    AwareDatetime,
    BeforeValidator,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from tocsin.config.base import LocalPath, Part, Words
from tocsin.config.policies import Duration, PolicyEntry
from tocsin.config.quantities import parse_duration
from tocsin.correlate import Book, Offices
from tocsin.deliver.receivers import Receiver

_DATABASE = re.compile(r"(sqlite|postgresql|unset)(\+\w+)?://")
"""What a database's address begins with; `unset` stands for a variable that is missing, which is told by itself."""
_HOST_AND_PORT = re.compile(r"[^\s/,]+:\d{1,5}")


class Kafka(Part):
    """Where the broker is, and what stands before every topic name."""

    bootstrap_servers: str = Field(default="127.0.0.1:9092", min_length=1)
    topic_prefix: str = Field(default="", pattern=r"^[A-Za-z0-9.-]*$")
    embedded: bool = False
    """The address is that of an embedded broker: set by the command that starts one, for the stages it starts."""

    session_timeout: Duration | None = None
    """After so long without a sign of life a worker's partitions go to another one; 10 s unless set, 6 s at least for Kafka."""

    @field_validator("bootstrap_servers")
    @classmethod
    def _with_ports(cls, value: str) -> str:
        for server in value.split(","):
            if not _HOST_AND_PORT.fullmatch(server.strip()):
                raise ValueError(
                    f"{server.strip()!r} is not host:port; write one such as 127.0.0.1:9092, several with commas"
                )
        return value


class Database(Part):
    """A database by SQLAlchemy address: `url` (may hold `${ENV}`) or `url_file`, not both; none means a file in `state_dir`."""

    url: SecretStr | None = None
    url_file: LocalPath | None = None

    @model_validator(mode="after")
    def _one_address(self) -> Self:
        if self.url is not None and self.url_file is not None:
            raise ValueError("has both 'url' and 'url_file'; keep one")
        if self.url is not None and not _DATABASE.match(self.url.get_secret_value()):
            raise ValueError("'url' is not a database address; write sqlite:///path/to/file.sqlite or postgresql://…")
        return self


class Source(Part):
    """Where articles come from: a feed (an address) or a directory, asked `every` so often.

    `tier` ranks it (1 is best), `expect_every` says how long its silence is normal.
    """

    name: str = Field(min_length=1, max_length=64)
    feed: str | None = Field(default=None, pattern=r"^https?://")
    directory: LocalPath | None = None
    every: Duration = parse_duration("5s")
    tier: int | None = Field(default=None, ge=1, le=9)
    expect_every: Duration | None = None
    publisher: str | None = None
    language: Literal["en", "zh"] | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.feed is None) == (self.directory is None):
            raise ValueError("needs one of 'feed' and 'directory'")
        if self.feed is not None:
            raise ValueError(
                "'feed' is not read by this version; bring the articles into a 'directory' or onto the topic"
            )
        return self


class Rules(Part):
    """Rule packs, lexicons and company lists of the user's own, beside the built-in ones."""

    packs: tuple[LocalPath, ...] = ()
    companies: tuple[LocalPath, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them, as `load_rules` takes them."""
        return (*self.packs, *self.companies)


class Ports(Part):
    """Where each process serves figures and probes, on loopback; 0 means any free port."""

    ingest: int = Field(default=9101, ge=0, le=65_535)
    detect: int = Field(default=9102, ge=0, le=65_535)
    correlate: int = Field(default=9103, ge=0, le=65_535)
    deliver: int = Field(default=9104, ge=0, le=65_535)
    serve: int = Field(default=9105, ge=0, le=65_535)


class Console(Part):
    """Where the console listens, and the address by which its pages are linked from messages."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65_535)
    public_url: str | None = Field(default=None, pattern=r"^https?://")


class Operations(Part):
    """Who runs Tocsin: receivers who are told when a delivery is dead."""

    send_to: Words = ()


class TestArticle(Part):
    """An article of a configuration test. Without `published_at` the tests' own clock gives it one minute after another."""

    __test__ = False
    title: str | None = None
    text: str | None = None
    published_at: AwareDatetime | None = None
    updated_at: AwareDatetime | None = None
    publisher: str | None = None
    source: str | None = None
    id: str | None = None
    language: str | None = None
    tier: int | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.title or self.text):
            raise ValueError("needs a title or a text")
        return self

    @property
    def moment(self) -> datetime | None:
        """When it comes in."""
        return self.updated_at or self.published_at


class ConfigTest(Part):
    """Articles, and the policies that must alert on them, all of them and no others; `expect: []` is expected silence.

    `alerts` may say how many alerts there are, `receivers` who gets them.
    """

    __test__ = False
    name: str | None = None
    article: TestArticle | None = None
    articles: tuple[TestArticle, ...] = ()
    expect: Words
    alerts: int | None = Field(default=None, ge=0)
    receivers: Words | None = None

    @model_validator(mode="after")
    def _has_articles(self) -> Self:
        if (self.article is None) == (not self.articles):
            raise ValueError("needs one of 'article' and 'articles'")
        return self

    _place: str = PrivateAttr(default="")

    @property
    def place(self) -> str:
        """File and line, where it was read from a file."""
        return self._place

    def at(self, place: str) -> Self:
        """Return the test with its place."""
        copy = self.model_copy()
        copy._place = place  # noqa: SLF001 - a copy of ourselves
        return copy

    @property
    def all_articles(self) -> tuple[TestArticle, ...]:
        """The articles, however they were written."""
        return self.articles if self.article is None else (self.article,)


def _receivers(value: object) -> object:
    if isinstance(value, dict):
        return {
            name: {**entry, "name": str(name)} if isinstance(entry, dict) and "name" not in entry else entry
            for name, entry in value.items()
        }
    return value


class PolicyFile(Part):
    """What a file in `policies.d/` may hold, and the main file too."""

    receivers: Annotated[dict[str, Receiver], BeforeValidator(_receivers)] = Field(default_factory=dict)
    watchlists: dict[str, Words] = Field(default_factory=dict)
    policies: tuple[PolicyEntry, ...] = ()
    tests: tuple[ConfigTest, ...] = ()

    @field_validator("receivers", mode="after")
    @classmethod
    def _beside_file(cls, value: dict[str, Receiver], info: ValidationInfo) -> dict[str, Receiver]:
        base = Path((info.context or {}).get("base", Path()))
        return {
            name: entry.model_copy(update={"url_file": base / entry.url_file}) if entry.url_file is not None else entry
            for name, entry in value.items()
        }


class Settings(PolicyFile):
    """Everything that is configured. `parents` of the book come from the lexicons, not from here."""

    kafka: Kafka = Kafka()
    ledger: Database = Database()
    archive: Database = Database()
    state_dir: LocalPath = Field(default=Path("var"), validate_default=True)
    sources: tuple[Source, ...] = ()
    rules: Rules = Rules()
    markets: dict[str, Words] = Field(default_factory=dict)
    ports: Ports = Ports()
    console: Console = Console()
    operations: Operations = Operations()
    max_age: Duration | None = parse_duration("7d")

    @cached_property
    def config_hash(self) -> str:
        """Name what decides about alerts: policies, watchlists, receivers by name, age limit, markets. 16 hex digits."""
        meaning = self.model_dump(mode="json", include={"policies", "watchlists", "max_age", "markets"})
        meaning["receivers"] = sorted(self.receivers)
        text = json.dumps(meaning, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def ledger_url(self) -> str:
        """Return the ledger's address. Raises OSError when its file cannot be read."""
        return self._database_url(self.ledger, "ledger.sqlite")

    @property
    def archive_url(self) -> str:
        """Return the archive's address. Raises OSError when its file cannot be read."""
        return self._database_url(self.archive, "archive.sqlite")

    @property
    def market_names(self) -> tuple[str, ...]:
        """The markets, in the order of their partitions; one named `default` unless configured."""
        return tuple(self.markets) or ("default",)

    def book(
        self,
        parents: dict[str, str],
        publishers: dict[str, str] | None = None,
        houses: dict[str, str] | None = None,
        companies: Mapping[str, str] | None = None,
        *,
        media: Iterable[str] = (),
        offices: Offices | None = None,
    ) -> Book:
        """Return what correlate needs; `parents`, `publishers`, `houses`, `media`, `offices` come from the lexicons (see `Book.build`).

        `companies` gives a company's id for whatever a policy may call it, in lower case.
        """
        known = companies or {}
        policies = (entry.to_policy() for entry in self.policies)
        return Book.build(
            (
                replace(policy, companies=frozenset(known.get(name.casefold(), name) for name in policy.companies))
                for policy in policies
            ),
            self.watchlists,
            parents,
            self.config_hash,
            max_age=self.max_age,
            publishers=publishers,
            houses=houses,
            media=media,
            offices=offices,
        )

    def _database_url(self, database: Database, default: str) -> str:
        if database.url is not None:
            return database.url.get_secret_value()
        if database.url_file is not None:
            return database.url_file.read_text(encoding="utf-8").strip()
        return f"sqlite:///{self.state_dir / default}"
