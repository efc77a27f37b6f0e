"""Ingest: every page becomes acknowledged articles or a fault, in order, and a restart sends nothing twice."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tocsin.broker import Broker, BrokerError, UndeliverableError
from tocsin.messages import Article, ArticleRecord, DeadLetter
from tocsin.pages import Page
from tocsin.sources import Unreadable
from tocsin.sources.dropbox import Dropbox
from tocsin.sources.ingest import aside, outgoing, run
from tocsin.sources.seen import Seen
from tocsin.sources.watch import Watch

NOW = datetime(2030, 1, 1, tzinfo=UTC)


class Outbox:
    """Takes what is sent; refuses while `down`."""

    def __init__(self) -> None:
        self.batches: list[list[Article]] = []
        self.down = False

    def send(self, articles: Sequence[Article]) -> None:
        if self.down:
            raise UndeliverableError(((0, "no broker"),), len(articles))
        self.batches.append(list(articles))

    @property
    def texts(self) -> list[str]:
        return [article.text for batch in self.batches for article in batch]


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


def test_articles_are_sent_in_batches_in_the_order_of_pages(outbox: Outbox) -> None:
    pages = [Page(text=f"Zinc rose {n}%.") for n in range(5)]
    report = run(pages, outbox.send, lambda: NOW, batch=2)
    assert [len(batch) for batch in outbox.batches] == [2, 2, 1]
    assert outbox.texts == [page.text for page in pages]
    assert (report.pages, report.articles, report.faults) == (5, 5, [])
    assert outbox.batches[0][0].ingested_at == NOW


def test_what_cannot_be_read_is_told_and_the_rest_is_sent(outbox: Outbox) -> None:
    told: list[Unreadable] = []
    bomb = Page(html="<div>" * 5_000, document="bomb.html")
    pages: list[Page | Unreadable] = [Unreadable("a.txt", "is empty", "remove it"), Page(text="Zinc rose."), bomb]
    report = run(pages, outbox.send, lambda: NOW, on_fault=told.append)
    assert outbox.texts == ["Zinc rose."]
    assert [fault.place for fault in report.faults] == ["a.txt", "bomb.html"]
    assert told == report.faults


def test_an_article_above_the_topics_limit_is_told_before_it_is_sent(outbox: Outbox) -> None:
    report = run([Page(text="Zinc rose.", id="x" * 1_100_000, document="a")], outbox.send, lambda: NOW)
    assert outbox.batches == []
    assert "above what the topic takes" in report.faults[0].reason


def test_a_page_without_news_sends_nothing(outbox: Outbox) -> None:
    assert run([Page(text="Read more\nShare this")], outbox.send, lambda: NOW).articles == 0
    assert outbox.batches == []


def test_a_failed_send_ends_the_run_and_tells_nobody_that_it_was_sent(outbox: Outbox) -> None:
    outbox.down = True
    sent: list[int] = []
    with pytest.raises(UndeliverableError):
        run([Page(text="Zinc rose.")], outbox.send, lambda: NOW, on_sent=lambda articles: sent.append(len(articles)))
    assert sent == []


def test_the_message_has_the_article_id_for_key_and_names_its_schema(outbox: Outbox) -> None:
    run([Page(text="Zinc rose.", id="1", source="desk")], outbox.send, lambda: NOW)
    article = outbox.batches[0][0]
    message = outgoing(Broker("x:1", "p."), article)
    assert (message.topic, message.key) == ("p.tocsin.articles.v1", article.article_id.encode())
    assert message.headers == (("schema", b"article/1"),)
    record = ArticleRecord.model_validate_json(message.value or b"")
    assert (record.source, record.id, record.article_id, record.text) == ("desk", "1", article.article_id, "Zinc rose.")


def test_what_was_produced_is_remembered_across_restarts(tmp_path: Path, outbox: Outbox) -> None:
    pages = [Page(text="Zinc rose.", id="1", source="desk"), Page(text="Tin fell.", id="2", source="desk")]
    memory = tmp_path / "state" / "seen"
    seen = Seen(memory)
    run(pages, outbox.send, lambda: NOW, is_new=seen.is_new, on_sent=seen.remember)
    again = Seen(memory)
    changed = [pages[0], Page(text="Tin fell further.", id="2", source="desk")]
    report = run(changed, outbox.send, lambda: NOW, is_new=again.is_new, on_sent=again.remember)
    assert (report.known, report.articles) == (1, 1)
    assert outbox.texts == ["Zinc rose.", "Tin fell.", "Tin fell further."]


def test_a_damaged_memory_costs_repeats_alone(tmp_path: Path) -> None:
    (tmp_path / "seen").write_bytes(b"\xff\x00garbage\n" + b"a" * 26 + b" " + b"b" * 26 + b"\nhalf a li")
    assert len(Seen(tmp_path / "seen")) == 1


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watching(tmp_path: Path, outbox: Outbox) -> tuple[Watch, Clock, Path]:
    folder = tmp_path / "inbox"
    folder.mkdir()
    clock = Clock()
    box = Dropbox(folder, "desk", timedelta(seconds=10), publisher="Desk", tier=2)
    return Watch([box], outbox.send, clock, Seen()), clock, folder


Watching = tuple[Watch, Clock, Path]


def _later(clock: Clock, seconds: float) -> None:
    clock.now += timedelta(seconds=seconds)


def test_a_dropped_file_is_ingested_once_with_what_its_source_says(watching: Watching, outbox: Outbox) -> None:
    watch, clock, folder = watching
    (folder / "a.txt").write_text("Zinc rose.")
    assert watch.look() == timedelta(seconds=10)
    _later(clock, 10)
    watch.look()
    (article,) = outbox.batches[0]
    assert outbox.texts == ["Zinc rose."]
    assert (article.source, article.publisher, article.tier) == ("desk", "Desk", 2)


def test_every_page_of_a_dropped_file_is_shown_to_who_judges_its_dates(watching: Watching) -> None:
    watch, _, folder = watching
    seen: list[Page | Unreadable] = []
    watch.on_page = seen.append
    (folder / "a.jsonl").write_text('{"text": "Zinc rose.", "published_at": "soon"}\n')
    watch.look()
    assert [page.published_at for page in seen if isinstance(page, Page)] == ["soon"]


def test_lines_added_to_a_file_are_ingested_alone(watching: Watching, outbox: Outbox) -> None:
    watch, clock, folder = watching
    (folder / "a.jsonl").write_text('{"text": "Zinc rose."}\n')
    watch.look()
    with (folder / "a.jsonl").open("a") as file:
        file.write('{"text": "Tin fell."}\n')
    _later(clock, 10)
    watch.look()
    assert outbox.texts == ["Zinc rose.", "Tin fell."]


def test_a_file_that_is_still_being_written_waits(tmp_path: Path) -> None:
    box = Dropbox(tmp_path)
    (tmp_path / "a.txt").write_text("Zinc ro")
    (tmp_path / "b.txt.part").write_text("Tin fe")
    written = datetime.fromtimestamp((tmp_path / "a.txt").stat().st_mtime, UTC)
    assert box.changed(written + timedelta(seconds=0.1)) == []
    assert box.is_restless
    assert box.changed(written + timedelta(seconds=0.6)) == [tmp_path / "a.txt"]


def test_an_outage_loses_nothing_and_shows_in_readiness(watching: Watching, outbox: Outbox) -> None:
    watch, clock, folder = watching
    (folder / "a.txt").write_text("Zinc rose.")
    outbox.down = True
    waits = []
    for _ in range(3):
        waits.append(watch.look())
        _later(clock, 10)
    assert waits == [timedelta(seconds=0.5), timedelta(seconds=1), timedelta(seconds=2)]
    assert "no broker" in watch.problems()[0]
    outbox.down = False
    watch.look()
    assert outbox.texts == ["Zinc rose."]
    assert watch.problems() == []


def test_a_bad_file_is_told_once_until_it_changes(watching: Watching) -> None:
    watch, clock, folder = watching
    told: list[Unreadable] = []
    watch.on_fault = told.append
    (folder / "a.txt").write_bytes(b"%PDF-1.4")
    for _ in range(3):
        watch.look()
        _later(clock, 10)
    assert len(told) == 1
    (folder / "a.txt").write_bytes(b"%PDF-1.4 more")
    watch.look()
    assert len(told) == 2


def test_a_bad_file_is_set_aside_once_for_each_text_of_it_also_after_a_restart(tmp_path: Path, outbox: Outbox) -> None:
    folder, memory = tmp_path / "inbox", tmp_path / "seen"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"%PDF-1.4")
    (folder / "b.txt").write_text("Zinc rose.")
    kept: list[tuple[str, str]] = []

    def start() -> Watch:
        watch = Watch([Dropbox(folder)], outbox.send, lambda: datetime.now(UTC) + timedelta(hours=1), Seen(memory))
        watch.set_aside = lambda path, faults: kept.append((path.name, faults[0].reason))
        return watch

    start().look()
    start().look()
    assert kept == [("a.txt", "is a PDF")]
    (folder / "a.txt").write_bytes(b"%PDF-1.4 more")
    start().look()
    assert kept == [("a.txt", "is a PDF")] * 2
    assert outbox.texts == ["Zinc rose."]


def test_a_bad_file_that_could_not_be_set_aside_is_read_again(watching: Watching, outbox: Outbox) -> None:
    watch, clock, folder = watching
    kept: list[Path] = []

    def set_aside(path: Path, _faults: Sequence[Unreadable]) -> None:
        if outbox.down:
            raise BrokerError("no broker")
        kept.append(path)

    watch.set_aside = set_aside
    (folder / "a.txt").write_bytes(b"%PDF-1.4")
    outbox.down = True
    watch.look()
    assert watch.problems() == ["no broker"]
    outbox.down = False
    _later(clock, 10)
    watch.look()
    assert kept == [folder / "a.txt"]


def test_a_file_set_aside_is_a_dead_letter_of_its_bytes_and_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    faults = [Unreadable("a.txt", "is a PDF", "extract its text and pass that"), Unreadable("a.txt", "x", "y")]
    message = aside(Broker("b:1", "x."), tmp_path / "a.txt", faults)
    letter = DeadLetter.from_record(message.key, message.value, message.headers)
    assert message.topic == "x.tocsin.dead-letters.v1"
    assert (letter.stage, letter.topic, letter.value) == ("ingest", f"file:{tmp_path / 'a.txt'}", b"%PDF-1.4")
    assert letter.error == "a.txt: is a PDF; extract its text and pass that (and 1 more)"


def test_a_stop_leaves_a_file_in_the_middle_and_takes_it_up_again(watching: Watching, outbox: Outbox) -> None:
    watch, clock, folder = watching
    (folder / "a.jsonl").write_text("".join(f'{{"text": "Zinc rose {n}%."}}\n' for n in range(10)))
    asked = iter([False] * 4 + [True] * 10)
    watch.is_stopped = lambda: next(asked)
    watch.look()
    assert len(outbox.texts) == 4
    never: Callable[[], bool] = lambda: False  # noqa: E731
    watch.is_stopped = never
    _later(clock, 10)
    watch.look()
    assert len(outbox.texts) == 10


def test_a_missing_folder_is_a_reason_not_to_be_ready(tmp_path: Path, outbox: Outbox) -> None:
    watch = Watch([Dropbox(tmp_path / "gone")], outbox.send, lambda: NOW, Seen())
    watch.look()
    assert "does not exist" in watch.problems()[0]
