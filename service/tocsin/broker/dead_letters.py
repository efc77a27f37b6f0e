"""Dead letters: list what a stage could not work on, put it back where it came from, forget it.

Kafka only appends, so that a letter was replayed is itself a record: a *marker* on the dead-letters topic, without value,
whose header names the letter. It is written after the broker has acknowledged what was put back. A crash between the two
leaves the letter unmarked, and the next replay puts it back again; the stages stand repeats, since all ids are deterministic.
Whoever reads the topic must skip markers: `is_marker` tells them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kafka import TopicPartition

from tocsin.broker.address import Broker
from tocsin.broker.consumer import read_to_end
from tocsin.broker.errors import BrokerError, UndeliverableError
from tocsin.broker.offsets import admin, partition_counts
from tocsin.broker.ports import Sender
from tocsin.broker.producer import Producer
from tocsin.broker.records import Outgoing, Placed, Record
from tocsin.messages import topics as catalogue
from tocsin.messages.dead_letter import FROM_FILE, HEADER_PREFIX, DeadLetter

MARKER_HEADER = HEADER_PREFIX + "replayed"
"""On a marker: the id of the letter that was put back."""

PLACE_HEADER = HEADER_PREFIX + "replayed-to"
"""On a marker: where the message lies now, `topic:partition:offset`."""

_ID_SEPARATOR = ":"


class LetterIdError(BrokerError):
    """What was given is not the id of a dead letter that is there."""


@dataclass(frozen=True)
class Letter:
    """A dead letter as it lies on its topic; `replayed_at` is when it was last put back."""

    partition: int
    offset: int
    set_aside_at: datetime
    letter: DeadLetter
    replayed_at: datetime | None = None
    replayed_to: str | None = None

    @property
    def id(self) -> str:
        """The name by which commands speak of it: `partition:offset`."""
        return f"{self.partition}{_ID_SEPARATOR}{self.offset}"


@dataclass(frozen=True)
class Selection:
    """Which letters are meant: all conditions must hold. `error` is a part of the reason, in any case of letters."""

    ids: tuple[str, ...] = ()
    stage: str | None = None
    topic: str | None = None
    error: str | None = None
    replayed: bool | None = None

    def includes(self, letter: Letter) -> bool:
        """Tell whether the letter is meant. A topic may be given with or without its prefix."""
        found = letter.letter
        return (
            (not self.ids or letter.id in self.ids)
            and (self.stage is None or found.stage == self.stage)
            and (self.topic is None or found.topic == self.topic or found.topic.endswith(self.topic))
            and (self.error is None or self.error.casefold() in found.error.casefold())
            and (self.replayed is None or (letter.replayed_at is not None) == self.replayed)
        )


@dataclass(frozen=True)
class Replayed:
    """What became of one letter: where its message lies now, or why it was left."""

    letter: Letter
    placed: Placed | None
    reason: str = ""


def is_marker(record: Record) -> bool:
    """Tell whether a record of the dead-letters topic says that a letter was replayed, and is none itself."""
    return record.header(MARKER_HEADER) is not None


def letters_of(records: Iterable[Record]) -> list[Letter]:
    """Return the letters among the records in their order, each with the last marker that names it."""
    letters: dict[str, Letter] = {}
    markers: dict[str, Record] = {}
    for record in records:
        marked = record.header(MARKER_HEADER)
        if marked is not None:
            markers[marked.decode("utf-8", "replace")] = record
            continue
        letter = Letter(
            record.partition,
            record.offset,
            record.timestamp,
            DeadLetter.from_record(record.key, record.value, record.headers),
        )
        letters[letter.id] = letter
    return [_marked(letter, markers.get(name)) for name, letter in letters.items()]


def _marked(letter: Letter, marker: Record | None) -> Letter:
    if marker is None:
        return letter
    place = (marker.header(PLACE_HEADER) or b"").decode("utf-8", "replace")
    return Letter(letter.partition, letter.offset, letter.set_aside_at, letter.letter, marker.timestamp, place or None)


def marker_of(topic: str, letter: Letter, placed: Placed) -> Outgoing:
    """Return the marker to write on the dead-letters topic once the letter has been put back."""
    place = f"{placed.topic}:{placed.partition}:{placed.offset}"
    headers = ((MARKER_HEADER, letter.id.encode()), (PLACE_HEADER, place.encode()))
    return Outgoing(topic, letter.id.encode(), None, headers, partition=letter.partition)


def original_of(letter: Letter, partitions: Mapping[str, int]) -> Outgoing | str:
    """Return the message as it was, for the place it came from, or why it cannot be put back.

    `partitions` counts those of every topic it may go to, by full name.
    """
    dead = letter.letter
    if dead.topic.startswith(FROM_FILE):
        return "it was a file; mend it and drop it into its folder again"
    count = partitions.get(dead.topic)
    if count is None:
        return f"'{dead.topic}' is no topic of this broker and prefix"
    if dead.key is None and dead.value is None:
        return "it is empty: neither key nor value"
    partition = dead.partition if 0 <= dead.partition < count else None
    return Outgoing(dead.topic, dead.key, dead.value, dead.headers, partition)


def list_letters(broker: Broker, selection: Selection | None = None) -> list[Letter]:
    """Return the letters that are meant, oldest first; their values come along, so a long list takes memory."""
    found = letters_of(read_to_end(broker, broker.topic(catalogue.DEAD_LETTERS)))
    return [letter for letter in found if selection is None or selection.includes(letter)]


def find_letter(broker: Broker, letter_id: str) -> Letter:
    """Return one letter. Raises LetterIdError when there is none of that id."""
    for letter in list_letters(broker, Selection(ids=(check_id(letter_id),))):
        return letter
    raise LetterIdError(f"there is no dead letter '{letter_id}'; `tocsin dead-letters list` shows those that are there")


def check_id(text: str) -> str:
    """Return the id as given. Raises LetterIdError when it has not the form of one."""
    parts = text.split(_ID_SEPARATOR)
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):
        raise LetterIdError(f"'{text}' is not the id of a dead letter; write partition:offset, such as 0:17")
    return _ID_SEPARATOR.join(str(int(part)) for part in parts)


def replay(
    broker: Broker, selection: Selection, *, again: bool = False, open_sender: Callable[[Broker], Sender] = Producer
) -> list[Replayed]:
    """Put the letters that are meant back on the topics they came from, and mark each; return what became of them.

    Letters that were replayed before are left out unless `again`. Safe to repeat: what has been put back and marked is not
    touched by a second call. Each is acknowledged before it is marked, and one that fails does not hold back the others.
    """
    wanted = [letter for letter in list_letters(broker, selection) if again or letter.replayed_at is None]
    if not wanted:
        return []
    partitions = _homes(broker)
    sender = open_sender(broker)
    try:
        return [_replay_one(sender, broker.topic(catalogue.DEAD_LETTERS), letter, partitions) for letter in wanted]
    finally:
        sender.close()


def _replay_one(sender: Sender, topic: str, letter: Letter, partitions: Mapping[str, int]) -> Replayed:
    message = original_of(letter, partitions)
    if isinstance(message, str):
        return Replayed(letter, None, message)
    try:
        (placed,) = sender.send_all([message])
    except UndeliverableError as error:
        return Replayed(letter, None, error.failures[0][1])
    try:
        sender.send_all([marker_of(topic, letter, placed)])
    except UndeliverableError as error:
        return Replayed(letter, placed, f"put back, but not marked: {error.failures[0][1]}")
    return Replayed(letter, placed)


def _homes(broker: Broker) -> dict[str, int]:
    """Return the topics that a letter may go back to: ours under this prefix, without the dead letters' own."""
    ours = {broker.topic(topic) for topic in catalogue.ALL if topic is not catalogue.DEAD_LETTERS}
    with admin(broker) as client:
        return {name: count for name, count in partition_counts(client).items() if name in ours}


def purge(broker: Broker, doomed: Callable[[Letter], bool]) -> list[Letter]:
    """Delete the oldest letters of each partition up to the first that is not doomed; return what was deleted.

    Kafka deletes from the start only, so a letter behind one that is kept stays too. Raises BrokerError on the embedded
    broker, which deletes nothing.
    """
    topic = broker.topic(catalogue.DEAD_LETTERS)
    if broker.embedded:
        raise BrokerError("the embedded broker cannot delete records; it forgets everything when it ends")
    ends: dict[int, int] = {}
    letters = letters_of(_noting_ends(read_to_end(broker, topic), ends))
    gone = oldest_doomed(letters, doomed)
    if not gone:
        return []
    cuts = cuts_of(letters, gone, ends)
    with admin(broker) as client:
        client.delete_records({TopicPartition(topic, number): offset for number, offset in cuts.items()})
    return gone


def _noting_ends(records: Iterable[Record], ends: dict[int, int]) -> Iterator[Record]:
    """Pass records on and note behind which offset nothing was seen: what comes later must not be deleted unseen."""
    for record in records:
        ends[record.partition] = record.offset + 1
        yield record


def oldest_doomed(letters: Sequence[Letter], doomed: Callable[[Letter], bool]) -> list[Letter]:
    """Return, partition by partition, the letters from the oldest up to the first that is not doomed."""
    gone: list[Letter] = []
    closed: set[int] = set()
    for letter in letters:
        if letter.partition in closed:
            continue
        if doomed(letter):
            gone.append(letter)
        else:
            closed.add(letter.partition)
    return gone


def cuts_of(letters: Sequence[Letter], gone: Sequence[Letter], ends: Mapping[int, int]) -> dict[int, int]:
    """Return the first offset to keep in each partition that loses something: the next letter's, else the end.

    Markers between two letters go with the older; a marker of a letter that stays lies behind it, so it stays too.
    """
    lost = {letter.partition: letter.offset for letter in gone}
    cuts: dict[int, int] = {}
    for partition, last in lost.items():
        later = [letter.offset for letter in letters if letter.partition == partition and letter.offset > last]
        cuts[partition] = min(later) if later else ends[partition]
    return cuts
