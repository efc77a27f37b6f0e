from datetime import timedelta
from decimal import Decimal

from tocsin.correlate import Book, Bounds, Outcome, Policy, Quantity, State, correlate
from tocsin.messages import Change, Findings, Modality
from tocsin.testing.builders import START, findings, signal

HIKE = Policy(
    "hike",
    signals=frozenset({"price_move"}),
    send_to=("desk",),
    amounts={"change": Bounds(at_least=Quantity(Decimal(5), "percent"))},
)
BOOK = Book.build([HIKE], parents={"ndpr": "rare_earths"}, config_hash="test")


def told(*stream: Findings, book: Book = BOOK, state: State | None = None) -> list[Outcome]:
    current = state or State.empty()
    outcomes = []
    for found in stream:
        outcome = correlate(current, found, found.ingested_at, book)
        current = outcome.state
        outcomes.append(outcome)
    return outcomes


def verdicts(outcomes: list[Outcome]) -> list[str]:
    return [verdict.verdict for outcome in outcomes for verdict in outcome.verdicts]


def test_a_second_publisher_makes_a_revision_of_the_same_alert() -> None:
    one = findings(signal(change="7 percent"), publisher="A")
    two = findings(signal(change="7.02 percent"), publisher="B", at=START + timedelta(hours=2))
    outcomes = told(one, two)
    assert verdicts(outcomes) == ["first", "update"]
    assert [(a.alert_id, a.revision, a.changes) for o in outcomes for a in o.alerts] == [
        (one.signals[0].signal_id, 1, (Change.FIRST,)),
        (one.signals[0].signal_id, 2, (Change.SOURCE,)),
    ]


def test_the_same_publisher_again_is_a_repeat_and_alerts_nobody() -> None:
    one = findings(signal(change="7 percent"), publisher="A")
    two = findings(
        signal(change="7 percent", text="Copper rose 7%, again."), publisher="A", at=START + timedelta(hours=1)
    )
    outcomes = told(one, two)
    assert verdicts(outcomes) == ["first", "repeat"]
    assert not outcomes[1].alerts
    assert outcomes[1].verdicts[0].reason.endswith("; A again, nothing new")


def test_a_copy_is_a_repeat_that_names_whose_words_it_has() -> None:
    words = "Copper rose 7% on Monday in thin trade after a strike shut the port of Antamar."
    one = findings(signal(change="7 percent", text=words), publisher="A")
    two = findings(signal(change="7 percent", text=words), publisher="B", at=START + timedelta(hours=1))
    outcomes = told(one, two)
    assert verdicts(outcomes) == ["first", "repeat"]
    assert outcomes[1].verdicts[0].reason.endswith("; a copy of A, nothing new")


def test_a_redelivered_findings_changes_nothing() -> None:
    one = findings(signal(change="7 percent"))
    outcomes = told(one, one)
    assert (outcomes[1].verdicts, outcomes[1].alerts, dict(outcomes[1].records)) == ((), (), {})


def test_a_later_revision_with_another_number_corrects_its_event() -> None:
    one = findings(signal(change="7 percent"), article="a")
    two = findings(signal(change="9 percent"), article="a", published_at=START, ingested_at=START + timedelta(hours=1))
    outcomes = told(one, two)
    assert verdicts(outcomes) == ["first", "update"]
    assert outcomes[1].verdicts[0].detail == ("change: 7 -> 9 percent",)
    assert outcomes[1].alerts[0].changes == (Change.CORRECTION,)
    assert outcomes[1].alerts[0].lead.signal == two.signals[0]


def test_an_empty_later_revision_withdraws_the_event() -> None:
    one = findings(signal(change="7 percent"), article="a")
    two = findings(article="a", text="retracted", published_at=START, ingested_at=START + timedelta(hours=1))
    outcomes = told(one, two)
    assert verdicts(outcomes) == ["first", "withdrawn"]
    assert outcomes[1].alerts[0].withdrawn
    assert outcomes[1].alerts[0].changes == (Change.WITHDRAWAL,)


def test_an_older_revision_that_comes_late_is_ignored() -> None:
    old = findings(signal(change="7 percent"), article="a")
    new = findings(signal(change="9 percent"), article="a", published_at=START, ingested_at=START + timedelta(hours=1))
    assert verdicts(told(new, old)) == ["first"]


def test_a_denial_joins_the_claim_and_is_an_update() -> None:
    claim = findings(signal("production_change", "halt", "lithium", modality=Modality.POSSIBLE), publisher="A")
    denial = findings(
        signal("production_change", "halt", "lithium", modality=Modality.DENIED),
        publisher="B",
        at=START + timedelta(hours=4),
    )
    outcomes = told(claim, denial)
    assert verdicts(outcomes) == ["first", "update"]
    record = outcomes[1].records[claim.signals[0].signal_id]
    assert record is not None
    assert record.denied


def test_a_restart_opens_an_event_that_names_the_halt() -> None:
    halt = findings(signal("production_change", "halt", "copper", actors=["BHP"], place="Escondida"))
    restart = findings(
        signal("production_change", "resume", "copper", actors=["BHP"], place="Escondida"), at=START + timedelta(days=3)
    )
    outcomes = told(halt, restart)
    record = outcomes[1].records[restart.signals[0].signal_id]
    assert record is not None
    assert record.reverses == halt.signals[0].signal_id


def stop_or_start(direction: str, day: float, publisher: str, modality: Modality = Modality.ACTUAL) -> Findings:
    slots = {"actors": ["Kestrel"], "place": "Alden", "modality": modality, "article_id": f"{day}"}
    told = signal("production_change", direction, "tin", **slots)
    return findings(told, at=START + timedelta(days=day), publisher=publisher, text=f"{day}")


def test_a_restart_that_was_wished_for_with_the_halt_names_it_once_it_comes() -> None:
    both = findings(
        *stop_or_start("halt", 0, "A").signals,
        *stop_or_start("resume", 0, "A", Modality.EXPECTED).signals,
        publisher="A",
    )
    first, second = told(both, stop_or_start("resume", 20, "B"))
    halt, restart = first.records
    wished = first.records[restart]
    assert wished is not None
    assert wished.reverses is None
    done, undone = second.records[restart], second.records[halt]
    assert done is not None
    assert undone is not None
    assert (done.reverses, undone.reversed_by) == (halt, restart)


def test_a_halt_after_a_planned_restart_has_come_is_another_one() -> None:
    stream = [
        stop_or_start("halt", 0, "A"),
        stop_or_start("resume", 1, "A", Modality.EXPECTED),
        stop_or_start("resume", 3, "B"),
        stop_or_start("halt", 5, "B"),
    ]
    events = [outcome.verdicts[0].event_id for outcome in told(*stream)]
    assert events[1] == events[2]
    assert len(set(events)) == 3


def test_a_missed_threshold_says_by_how_much() -> None:
    outcome = told(findings(signal(change="3.5 percent")))[0]
    failed = outcome.verdicts[0].trials[0].failed
    assert failed is not None
    assert (failed.wanted, failed.found, failed.missed_by) == ("≥ 5 %", "3.5 %", "1.5 %")
    assert not outcome.alerts


def test_background_never_alerts() -> None:
    policy = Policy("all", modality=frozenset(Modality), send_to=("desk",))
    outcome = told(findings(signal(change="9 percent", modality=Modality.HISTORICAL)), book=Book.build([policy]))[0]
    assert not outcome.alerts
    assert outcome.verdicts[0].trials[0].held_back == "background never alerts"


def test_an_old_article_is_recorded_and_not_alerted() -> None:
    book = Book.build([HIKE], max_age=timedelta(days=2))
    late = findings(signal(change="9 percent"), published_at=START, ingested_at=START + timedelta(days=3))
    outcome = told(late, book=book)[0]
    assert not outcome.alerts
    assert outcome.verdicts[0].trials[0].held_back == "published 3d before it came in; max_age is 2d"


def test_a_policy_on_a_parent_meets_its_children() -> None:
    policy = Policy("rare earths", commodities=frozenset({"rare_earths"}), send_to=("desk",))
    book = Book.build([policy], parents={"ndpr": "rare_earths"})
    assert len(told(findings(signal(commodities="ndpr")), book=book)[0].alerts) == 1


def test_restored_records_go_on_as_if_never_stopped() -> None:
    one = findings(signal(change="7 percent"), publisher="A")
    two = findings(signal(change="7.02 percent"), publisher="B", at=START + timedelta(hours=2))
    straight = told(one, two)
    stored = [record.to_json() for record in told(one)[0].records.values() if record is not None]
    resumed = told(two, state=State.read(stored, Book.build().kinship))[0]
    assert resumed.verdicts == straight[1].verdicts
    assert [a.to_json() for a in resumed.alerts] == [a.to_json() for a in straight[1].alerts]


def test_a_quiet_event_closes_small_and_goes_after_a_year() -> None:
    one = findings(signal(change="7 percent", actors=["Codelco"]))
    later = findings(signal("mna", "acquire", "tin"), at=START + timedelta(days=31))
    last = findings(signal("mna", "acquire", "zinc"), at=START + timedelta(days=400))
    outcomes = told(one, later, last)
    closed = outcomes[1].records[one.signals[0].signal_id]
    assert closed is not None
    assert closed.closed
    assert len(closed.to_json()) <= 1000
    assert outcomes[2].records[one.signals[0].signal_id] is None


def test_an_event_that_everybody_tells_stays_small() -> None:
    state, event_id = State.empty(), ""
    for number in range(400):
        told = signal(
            "production_change",
            "halt",
            "copper",
            place="矿" * 80,
            actors=[f"公司{'名' * 70}{n}" for n in range(8)],
            days=f"{number + 1} days",
            until=f"{number}" * 20,
            text=f"{number} " * 40,
        )
        found = findings(
            told, publisher=f"{number}" + "报" * 79, at=START + timedelta(minutes=number), fingerprint="f" * 256
        )
        outcome = correlate(state, found, found.ingested_at, BOOK)
        state, event_id = outcome.state, outcome.verdicts[0].event_id
    record = state.get(event_id)
    assert record is not None
    assert len(state) == 1
    assert len(record.to_json()) <= 64_000
    again = correlate(state, found, found.ingested_at, BOOK)
    assert again.verdicts == ()


def test_what_was_withdrawn_and_is_told_again_is_news() -> None:
    one = findings(signal(change="7 percent"), article="a")
    gone = findings(article="a", text="retracted", published_at=START, ingested_at=START + timedelta(hours=1))
    again = findings(signal(change="7.0 percent"), publisher="Ore Daily", at=START + timedelta(hours=2))
    outcomes = told(one, gone, again)
    (alert,) = outcomes[2].alerts
    assert (alert.withdrawn, alert.detail) == (False, ("stated again after it was withdrawn",))


def test_an_old_figure_quoted_months_later_is_no_further_source() -> None:
    quota = signal("production_change", "down", "tungsten", quantity="58000 t", change_by="4150 t")
    one = findings(quota, publisher="A")
    again = signal("production_change", "down", "tungsten", change_by="4150 t", text="As told in spring.")
    two = findings(again, publisher="B", at=START + timedelta(days=120))
    outcomes = told(one, two)
    assert verdicts(outcomes) == ["first", "repeat"]
    assert not outcomes[1].alerts


def test_a_report_from_before_the_reversal_that_comes_late_joins_the_earlier_event() -> None:
    ban = findings(signal("export_control", "tighten", "antimony", countries=["CN"], measure="ban"), publisher="A")
    ease = findings(
        signal("export_control", "ease", "antimony", countries=["CN"], measure="ban"),
        publisher="B",
        at=START + timedelta(days=90),
    )
    late = findings(
        signal("export_control", "tighten", "antimony", countries=["CN"], measure="ban"),
        publisher="C",
        at=START + timedelta(days=91),
        published_at=START + timedelta(hours=1),
    )
    again = findings(
        signal("export_control", "tighten", "antimony", countries=["CN"], measure="ban"),
        publisher="D",
        at=START + timedelta(days=92),
    )
    outcomes = told(ban, ease, late, again)
    assert [(v.verdict, v.event_id) for o in outcomes for v in o.verdicts] == [
        ("first", ban.signals[0].signal_id),
        ("first", ease.signals[0].signal_id),
        ("update", ban.signals[0].signal_id),
        ("first", again.signals[0].signal_id),
    ]
