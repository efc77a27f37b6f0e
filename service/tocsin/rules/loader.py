"""Loading: all packs and lexicons become one RulePack with one scanner; faults of all files come together.

Loading reads packs unchecked against their examples, and leaves those of our own unread. The test suite proves them, so that a start
stays fast; a user's are proved by `detect.examples` wherever a configuration is read.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from sys import intern
from typing import TypeVar

from pydantic import ValidationError

from tocsin.rules.checks import check, types_of
from tocsin.rules.document import Document, load_document, open_document
from tocsin.rules.faults import Fault, FaultsError
from tocsin.rules.files import digest_of, files_of
from tocsin.rules.fold import fold, fold_word
from tocsin.rules.lexicon import BUILTIN, Lexicon, is_lexicon, read_lexicon
from tocsin.rules.pack import LEXICAL_PARTS, Example, MovesFile, MoveWords, Pack, ProvenPack
from tocsin.rules.room import give_back, without_collector
from tocsin.rules.scanner import AutomatonScanner, Scanner
from tocsin.rules.words import Entry, Strict, Words, entries_of

PACKS = Path(__file__).parent / "packs"
SHARED = ("moves.yml", "cues.yml")
_Model = TypeVar("_Model", bound=Strict)
SHORT = 5
"""Abbreviations up to so many letters are searched as written, since in lower case they are parts of many words."""
MOVE_CLASSES = ("verb", "object_verb", "noun", "adjective", "state")
MARKET_VERBS = ("both", "compared")
"""Classes of verbs that a commodity itself may do."""


Sets = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A movement word: to which sets it belongs, its grammar, and whether a commodity itself may do it."""

    sets: Sets
    """(set, class), sorted, since a tie goes to the first; a set of a pack's own is named `pack:set`."""
    market: bool = False
    compared: bool = False
    """Whether it moves only where it compares an amount with an earlier one."""


@dataclass(frozen=True)
class LoadedPack:
    """A pack, where it came from, and the hash of its file."""

    pack: Pack
    file: str
    hash: str
    builtin: bool

    @property
    def label(self) -> str:
        """`name@hash`, as every signal carries it."""
        return f"{self.pack.name}@{self.hash}"

    def examples(self) -> tuple[Example, ...]:
        """Return the examples that prove it. Those of our own packs, a fifth of each file, are read here and not at a start."""
        if isinstance(self.pack, ProvenPack):
            return self.pack.examples
        return _validated(load_document(Path(self.file)), ProvenPack).examples

    def meanings(self, subject: int, move: Move) -> tuple[tuple[str, str], ...]:
        """Return what a word of movement may mean for a subject, by its number: class and direction, for each class the first."""
        known = self._meanings.get((subject, move.sets))
        if known is None:
            known = self._meanings[subject, move.sets] = tuple(self._read_meanings(subject, move).items())
        return known

    def _read_meanings(self, subject: int, move: Move) -> dict[str, str]:
        rule = self.pack.subjects[subject]
        found: dict[str, str] = {}
        stands = rule.bare or self.pack.signal == "price_move"  # a price that is high has not moved
        for direction, sets in rule.moves.items():
            for name in sets:
                own = (name, f"{self.pack.name}:{name}")
                meant = [cls for wanted, cls in move.sets if wanted in own and not (cls == "state" and stands)]
                found |= {cls: direction for cls in meant if cls not in found}
        return found

    def direction(self, subject: int, move: Move) -> str | None:
        """Return which way a word of movement moves goods that stand for a subject; None where that means nothing."""
        key = (subject, move.sets)
        if key not in self._directions:
            names = {name for name, _ in move.sets}
            moves = self.pack.subjects[subject].moves
            self._directions[key] = next((way for way, sets in moves.items() if names & set(sets)), None)
        return self._directions[key]

    @cached_property
    def _meanings(self) -> dict[tuple[int, Sets], tuple[tuple[str, str], ...]]:
        """What was worked out before: the same words move the same subjects again and again."""
        return {}

    @cached_property
    def _directions(self) -> dict[tuple[int, Sets], str | None]:
        return {}

    @cached_property
    def odds(self) -> float:
        """How sure its best cases are, as the logarithm of their odds."""
        sure = float(self.pack.confidence)
        return math.log(sure / (1 - sure))

    @cached_property
    def units(self) -> frozenset[str]:
        """The classes of units of all amounts that the pack's signals may have."""
        return frozenset([unit for units in self.pack.amounts.values() for unit in units])


Group = str
"""A pack and one of the groups of words that its frames are made of, as `pack/group`: a string, whose hash is reckoned once."""


def group_of(pack: str, part: str) -> Group:
    """Return the group of a pack's words."""
    return f"{pack}/{part}"


@dataclass(frozen=True)
class WordTable:
    """What each of many words stands for, by its number, and the scanner that finds them all and alone knows them."""

    entries: tuple[tuple[Entry, ...], ...]
    scanner: Scanner
    named: bytes = field(repr=False)
    """For each word, 1 where an entry counts only as it is written."""
    groups: tuple[tuple[Group, ...], ...] = field(repr=False)
    """For each word, the groups of frames that it belongs to; most words of frames belong to several."""
    others: tuple[tuple[Entry, ...], ...] = field(repr=False)
    """For each word, what else it stands for."""

    @classmethod
    def of(cls, table: Mapping[str, tuple[Entry, ...]]) -> "WordTable":
        """Build the scanner of a table.

        Of sorted words the automaton is built in three fifths of the time, and yet loading takes longer: sorting and looking up
        in that order read memory here and there.
        """
        words, entries = tuple(table), tuple(table.values())
        named = bytearray(len(entries))
        groups: list[tuple[Group, ...]] = [()] * len(entries)
        others = list(entries)
        for place, alike in enumerate(entries):
            for entry in alike:
                if entry.written and entry.lang != "symbol":
                    named[place] = 1
                if entry.kind == "part" and others[place] is alike:
                    groups[place], others[place] = groups_of(alike), others_of(alike)
        return cls(entries, AutomatonScanner(words), bytes(named), tuple(groups), tuple(others))


def groups_of(entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """Return, of what a word stands for, the groups of frames that it belongs to."""
    return tuple([intern(group_of(entry.id, entry.data)) for entry in entries if entry.kind == "part"])


def others_of(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return what else a word stands for."""
    return tuple([entry for entry in entries if entry.kind != "part"])


@dataclass(frozen=True, slots=True)
class FrameGroups:
    """The frames of all packs by the groups of words they need, so that only those are asked whose groups all stand in a sentence."""

    by_group: Mapping[Group, tuple[tuple[Group, str, int, frozenset[Group]], ...]]
    """By the group of fewest words that each frame needs: the group of next to fewest, itself where one is enough, without which
    nothing more is asked; its pack, its number there, and all groups that it needs."""

    @classmethod
    def of(cls, packs: Iterable[Pack], sizes: Mapping[Group, int]) -> "FrameGroups":
        """Sort the frames of all packs; `sizes` counts the words of each group."""
        by_group: dict[Group, list[tuple[Group, str, int, frozenset[Group]]]] = {}
        for pack in packs:
            for place, frame in enumerate(pack.frames):
                needed = [intern(group_of(pack.name, part)) for part in frame.parts if part not in LEXICAL_PARTS]
                if needed:
                    group = min(needed, key=lambda each: sizes.get(each, 0))
                    others = [each for each in needed if each != group]
                    partner = min(others, key=lambda each: sizes.get(each, 0), default=group)
                    by_group.setdefault(group, []).append((partner, pack.name, place, frozenset(needed)))
        return cls({group: tuple(frames) for group, frames in by_group.items()})


@dataclass(frozen=True)
class RulePack:
    """All rules: what the detector is built from. `hash` changes with any file that it was read from."""

    packs: tuple[LoadedPack, ...]
    shared: MovesFile
    lexicon: Lexicon
    words: WordTable = field(repr=False)
    """What is searched in every text, folded."""
    cased: WordTable = field(repr=False)
    """Symbols and abbreviations, searched as they are written."""
    cues: WordTable = field(repr=False)
    """Cues, searched only in sentences that have a trigger."""
    tickers: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    """Tickers by their code."""
    hash: str

    @cached_property
    def frame_groups(self) -> FrameGroups:
        """What the frames of all packs need."""
        sizes = Counter([group for table in (self.words, self.cased) for groups in table.groups for group in groups])
        return FrameGroups.of([loaded.pack for loaded in self.packs], sizes)

    @cached_property
    def bare(self) -> tuple[tuple[LoadedPack, int, bool | str], ...]:
        """The subjects for which a commodity or a company itself may stand: the pack, their number in it, and which."""
        return tuple(
            (loaded, number, subject.bare)
            for loaded in {loaded.pack.name: loaded for loaded in self.packs}.values()
            for number, subject in enumerate(loaded.pack.subjects)
            if subject.bare
        )

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each pack stands among the packs, by its name; few of many are touched by a sentence."""
        return {loaded.pack.name: place for place, loaded in enumerate(self.packs)}

    def pack(self, name: str) -> LoadedPack | None:
        """Return the pack of that name, if there is one."""
        return next((loaded for loaded in self.packs if loaded.pack.name == name), None)


@dataclass(frozen=True)
class RuleFiles:
    """What was read of all files, with every fault. With faults it still knows which names the files mean to define."""

    packs: tuple[LoadedPack, ...]
    shared: MovesFile
    lexicon: Lexicon
    extra: tuple[Path, ...]
    """The files of the user's own."""
    documents: tuple[Document, ...]
    """The packs of the user's own as they were parsed, faulty ones too."""
    types: Mapping[str, tuple[str, ...]]
    """The signal types with their directions."""
    unread: frozenset[str]
    """Kinds of names (`types`, `commodities`, …) of which a file could not be read at all; none of them can be called unknown."""
    faults: tuple[Fault, ...] = ()

    @without_collector()
    def build(self) -> RulePack:
        """Return the rules; raise FaultsError with every fault of every file."""
        if self.faults:
            raise FaultsError(self.faults)
        digest = digest_of([*BUILTIN.iterdir(), *PACKS.iterdir(), *self.extra])
        rules = build(self.packs, self.shared, self.lexicon, digest)
        give_back()
        return rules


@without_collector()
def load_rules(extra: Sequence[Path] = ()) -> RulePack:
    """Read our rules and lexicons, then the given files and folders; raise FaultsError with every fault of every file."""
    return read_rules(extra).build()


@without_collector()
def read_rules(extra: Sequence[Path] = ()) -> RuleFiles:
    """Read our rules and lexicons, then the given files and folders, as far as that can be done."""
    faults: list[Fault] = []
    files = [file for path in extra for file in files_of(path, faults)]
    names = read_lexicon([file for file in files if is_lexicon(file)])
    faults.extend(names.faults)
    unread = set(names.unread)
    shared = _load_shared()
    loaded: list[LoadedPack] = []
    documents: list[Document] = []
    types: dict[str, tuple[str, ...]] = {}
    own = [path for path in sorted(PACKS.glob("*.yml")) if path.name not in SHARED]
    for path in [*own, *(file for file in files if not is_lexicon(file))]:
        document = open_document(path, faults, until="examples" if path.parent == PACKS else "")
        if document is None:
            unread.add("types")
            continue
        item, wrong = _pack(path, document, shared)
        faults.extend(wrong)
        for signal, directions in types_of(document.data).items():
            types[signal] = tuple(dict.fromkeys((*types.get(signal, ()), *directions)))
        if path.parent != PACKS:
            documents.append(document)
        if item is not None and any(item.pack.name == other.pack.name for other in loaded):
            told = f"{item.pack.name!r} is the name of another pack; choose another"
            faults.append(document.fault(("name",), told))
        if item is not None:
            loaded.append(item)
    return RuleFiles(
        packs=tuple(loaded),
        shared=shared,
        lexicon=names.lexicon,
        extra=tuple(files),
        documents=tuple(documents),
        types=types,
        unread=frozenset(unread),
        faults=tuple(faults),
    )


def build(packs: tuple[LoadedPack, ...], shared: MovesFile, lexicon: Lexicon, digest: str = "") -> RulePack:
    """Put packs and lexicon together and build the scanner."""
    found = tables(packs, shared, lexicon)
    return RulePack(
        packs=packs,
        shared=shared,
        lexicon=lexicon,
        words=WordTable.of(found.words),
        cased=WordTable.of(found.cased),
        cues=WordTable.of(found.cues),
        tickers=found.tickers,
        hash=digest,
    )


Table = dict[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Tables:
    """What each word stands for, by the word as it is searched. None of this is kept once the scanners are built."""

    words: Table = field(default_factory=dict)
    cased: Table = field(default_factory=dict)
    cues: Table = field(default_factory=dict)
    tickers: Table = field(default_factory=dict)


def tables(packs: Sequence[LoadedPack], shared: MovesFile, lexicon: Lexicon) -> Tables:
    """Collect the words of packs and lexicon, in the order in which their scanners count them."""
    found = Tables()
    names: list[str] = []
    entries: list[Entry] = []
    for name, entry in chain(lexicon.entries(), _shared_entries(shared), _pack_entries(packs)):
        names.append(name)
        entries.append(entry)
    folded = [fold_word(name) for name in names]  # side by side in memory, so that their room is given back as a whole
    for written, word, entry in zip(names, folded, entries, strict=True):
        if entry.kind == "ticker":
            _add(found.tickers, written, entry)
        elif entry.written and (entry.lang == "symbol" or (len(written) <= SHORT and written.isupper())):
            _add(found.cased, fold(written).plain, entry)
        elif word and entry.kind == "cue":
            _add(found.cues, word, entry)
        elif word in found.words:
            _add(found.words, word, entry)
        elif word:
            found.words[word] = (entry,)  # as nearly all are: a call for each would cost as much again
    _add_moves(found.words, packs, shared)
    return found


def _add(table: Table, word: str, entry: Entry) -> None:
    """Give a word one more meaning. What a user's file repeats is one meaning, and a sure word goes before a weak one."""
    known = table.get(word)
    if known is None:
        table[word] = (entry,)
    elif entry not in known and not (entry.weak and replace(entry, weak=False) in known):
        kept = (other for other in known if not other.weak or replace(other, weak=False) != entry)
        table[word] = (*kept, entry)


def _load_shared() -> MovesFile:
    moves: dict[str, MoveWords] = {}
    cues: dict[str, Words] = {}
    for name in SHARED:
        document = load_document(PACKS / name)
        part = _validated(document, MovesFile)
        moves |= part.moves
        cues |= part.cues
    return MovesFile(moves=moves, cues=cues)


def _pack(path: Path, document: Document, shared: MovesFile) -> tuple[LoadedPack | None, list[Fault]]:
    """Return the pack, if it is one, and every fault of its file."""
    if not isinstance(document.data, dict):
        return None, [document.fault((), _no_pack(path, document.data))]
    builtin = path.parent == PACKS
    faults = [document.fault(place, message) for place, message in check(document.data, shared)]
    try:
        pack = (Pack if builtin else ProvenPack).model_validate(document.data)
    except ValidationError as error:
        return None, [*document.faults_of(error, model=ProvenPack), *faults]
    content = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    return LoadedPack(pack, document.file, content, builtin=builtin), faults


def _no_pack(path: Path, data: object) -> str:
    """Say what a file is instead of a pack, and how to name it."""
    if data is None:
        return "is empty; write a rule pack, or remove the file"
    if isinstance(data, list):
        kinds = ", ".join(f"{path.stem}-{kind}.yml" for kind in ("commodities", "companies", "places"))
        return f"is a list, as a lexicon is, and its name does not say of what; name it {kinds} or the like"
    return "must hold a rule pack, which begins with `name:` and `signal:`"


def _validated(document: Document, model: type[_Model]) -> _Model:
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise FaultsError(document.faults_of(error, model=model)) from error


def _shared_entries(shared: MovesFile) -> Iterable[tuple[str, Entry]]:
    for name, words in shared.cues.items():
        yield from entries_of(words, "void" if name == "void" else "cue", name)


def _pack_entries(packs: Iterable[LoadedPack]) -> Iterable[tuple[str, Entry]]:
    for loaded in packs:
        pack = loaded.pack
        for i, subject in enumerate(pack.subjects):
            yield from entries_of(subject.words, "subject", pack.name, i)
        for i, phrase in enumerate(pack.phrases):
            yield from entries_of(phrase.words, "phrase", pack.name, i)
        for name, words in pack.words.items():
            yield from entries_of(words, "part", pack.name, name)
        yield from entries_of(pack.void, "void", pack.name)


def _sets_of(name: str, cls: str) -> set[tuple[str, str]]:
    """Return the sets that a class of movement words belongs to."""
    market = (f"{name}_market", "verb")
    if cls == "market":
        return {market}
    return {(name, "verb"), market} if cls in MARKET_VERBS else {(name, cls)}


def _add_moves(table: Table, packs: Iterable[LoadedPack], shared: MovesFile) -> None:
    """Give every movement word one entry with all its sets."""
    found: dict[str, set[tuple[str, str]]] = {}
    kinds: dict[str, set[str]] = {}
    langs: dict[str, str] = {}
    named: dict[str, MoveWords] = dict(shared.moves)
    for loaded in packs:
        named |= {f"{loaded.pack.name}:{name}": words for name, words in loaded.pack.own.items()}
    for name, words in named.items():
        for cls in (*MOVE_CLASSES, *MARKET_VERBS, "market"):
            sets = _sets_of(name, cls)
            for lang, form in getattr(words, cls).forms():
                word = fold_word(form)
                found.setdefault(word, set()).update(sets)
                kinds.setdefault(word, set()).add(cls)
                langs.setdefault(word, lang)
    for word, sets in found.items():
        own = kinds[word]
        move = Move(tuple(sorted(sets)), market=bool(own & {"market", *MARKET_VERBS}), compared=own == {"compared"})
        table[word] = (*table.get(word, ()), Entry("move", "", langs[word], data=move))
