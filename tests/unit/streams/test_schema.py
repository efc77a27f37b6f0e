from datetime import UTC, datetime

import pytest

from tocsin.broker import Record
from tocsin.messages import ArticleRecord
from tocsin.streams.schema import ARTICLE, Poison, header

GOOD = b'{"source":"smm","id":"1","text":"Antimony rose 5%.","colour":"red"}'


def record(value: bytes | None, *headers: tuple[str, bytes]) -> Record:
    return Record("tocsin.articles.v1", 3, 7, datetime(2025, 3, 1, tzinfo=UTC), None, value, headers)


@pytest.mark.parametrize("headers", [(), (("schema", b"article/1"),), (("trace", b"\xff"),), (header("article"),)])
def test_a_known_or_unnamed_version_is_read_and_unknown_fields_ignored(headers: tuple[tuple[str, bytes], ...]) -> None:
    assert ARTICLE.read(record(GOOD, *headers)) == ArticleRecord(source="smm", id="1", text="Antimony rose 5%.")


@pytest.mark.parametrize(
    ("value", "headers", "reason"),
    [
        (b"\xff\xfe", (), "json_invalid"),
        (b"", (), "json_invalid"),
        (None, (), "no value"),
        (b"[]", (), "model_type"),
        (b'{"source":"","id":"1","text":"x"}', (), "source: string_too_short"),
        (GOOD, (("schema", b"article/2"),), "version 2 of 'article' is unknown"),
        (GOOD, (("schema", b"findings/1"),), "schema 'findings' on a topic of 'article'"),
        (GOOD, (("schema", b"\xff/1"),), "not of the form article/1"),
        (GOOD, (("schema", b"article/99999999999"),), "not of the form article/1"),
        (GOOD, (("schema", b""),), "not of the form article/1"),
    ],
)
def test_what_cannot_be_read_is_poison_with_its_reason(
    value: bytes | None, headers: tuple[tuple[str, bytes], ...], reason: str
) -> None:
    got = ARTICLE.read(record(value, *headers))
    assert isinstance(got, Poison)
    assert reason in got.error


def test_a_reason_never_quotes_the_article() -> None:
    got = ARTICLE.read(record(b'{"source":"s","id":"i","text":7,"title":["a secret headline"]}'))
    assert got == Poison("ArticleRecord: text: string_type; title: string_type")
