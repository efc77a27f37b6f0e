from datetime import UTC, datetime, timedelta

import pytest

from tocsin.messages import Article
from tocsin.testing import builders

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def told(text: str, *, ingested: timedelta = timedelta(), updated: timedelta | None = None) -> Article:
    at = None if updated is None else NOON + updated
    return builders.article(text, id="a", published_at=NOON, ingested_at=NOON + ingested, updated_at=at)


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (told("b", ingested=HOUR), told("a")),
        (told("b", updated=HOUR), told("a")),
        (told("b", updated=2 * HOUR), told("a", updated=HOUR)),
        (told("b", updated=HOUR), told("a", ingested=3 * HOUR)),  # a backlog that was read late
    ],
)
def test_a_later_text_supersedes_the_earlier_and_never_the_other_way(newer: Article, older: Article) -> None:
    assert newer.revision.supersedes(older.revision)
    assert not older.revision.supersedes(newer.revision)


def test_the_same_text_is_the_same_revision_however_often_it_comes() -> None:
    assert not told("a", ingested=HOUR).revision.supersedes(told("a").revision)
    assert not told("a", updated=HOUR).revision.supersedes(told("a").revision)
