"""Detect: how near it comes to the bare scan, what grows with lexicon and rules, and what hostile texts cost."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from tests.bench import adversarial
from tests.bench.clock import Candidate, TooLongError, cpu, each, interleave, limit, percentile, resident
from tests.bench.corpora import ROOT, Corpus, corpora, record
from tests.bench.figures import Figure
from tests.bench.names import companies, write_csv
from tests.bench.rivals import COMPANIES, Lexicon, bare_scan, oracle, phrase_matcher, regex_loop

from tocsin.detect import Detector
from tocsin.messages import Article, ArticleRecord, Findings
from tocsin.pages import complete
from tocsin.rules.fold import fold
from tocsin.rules.loader import LoadedPack, RulePack, build, load_rules, tables
from tocsin.rules.pack import Pack
from tocsin.rules.words import Words

Tell = Callable[[str], None]
MANY = 100
SCAN_GOALS = {"on topic": 0.12, "off topic": 0.35}
LOOP_GOALS = {"on topic": 25.0, "off topic": 60.0}
SPACY_GOALS = {"on topic": 3.5, "off topic": 12.0}
HOSTILE_GOAL = 20.0
HOSTILE_LIMIT = 15.0
"""CPU seconds after which a hostile text is given up."""


def measure(tell: Tell) -> Iterator[Figure]:
    """Yield all figures of the room."""
    tell("corpora")
    made = corpora()
    with tempfile.TemporaryDirectory() as directory:
        few = load_rules([write_csv(Path(directory) / "few.csv", companies(COMPANIES))])
        detector = Detector(few)
        lexicon = Lexicon.of(few, made)
        for corpus in made:
            tell(f"against the bare scan, 300 expressions and spaCy: {corpus.name}")
            yield from _against(corpus, detector, lexicon)
        tell("each article by itself")
        yield from _articles(made, detector)
        tell("the scanner against str.find")
        yield _oracle(made, few)
        tell("100 times the companies, 100 times the rules")
        yield from _growth(made[0], few, Path(directory))
        tell("hostile texts")
        yield from _hostile(made[0], detector)


def end_to_end(detector: Detector) -> Callable[[bytes], Findings]:
    """Return the way of an article through the stage: JSON in, signals out."""

    def work(value: bytes) -> Findings:
        read = ArticleRecord.model_validate_json(value)
        assert read.ingested_at is not None
        return detector.detect(complete(read, read.ingested_at))

    return work


def _against(corpus: Corpus, detector: Detector, lexicon: Lexicon) -> Iterator[Figure]:
    scan, loop, spacy = bare_scan(lexicon.words), regex_loop(lexicon.triggers), phrase_matcher(lexicon.words)
    folded = [fold(text).low for text in corpus.texts]
    some = corpus.texts[::4]
    work = end_to_end(detector)
    taken = interleave(
        {
            "scan": lambda: [scan(low) for low in folded],
            "loop": lambda: [loop(text) for text in some],
            "spacy": lambda: [spacy(text) for text in corpus.texts],
            "detect": lambda: [work(value) for value in corpus.records],
        }
    )
    speed = {name: corpus.size / seconds / 1e6 for name, seconds in taken.items()}
    speed["loop"] = sum(len(text.encode()) for text in some) / taken["loop"] / 1e6
    name, note = corpus.name, f"{speed['detect']:.2f} MB/s"
    yield Figure(
        "detect",
        f"share of the bare scan, {name}",
        100 * speed["detect"] / speed["scan"],
        "%",
        None if name not in SCAN_GOALS else 100 * SCAN_GOALS[name],
        note=f"{note} of {speed['scan']:.0f}",
    )
    yield Figure(
        "detect",
        f"against 300 × re.search, {name}",
        speed["detect"] / speed["loop"],
        "×",
        LOOP_GOALS.get(name),
        note=f"the loop: {speed['loop']:.2f} MB/s",
    )
    yield Figure(
        "detect",
        f"against spaCy blank + PhraseMatcher, {name}",
        speed["detect"] / speed["spacy"],
        "×",
        SPACY_GOALS.get(name),
        note=f"spaCy: {speed['spacy']:.1f} MB/s",
    )


def _articles(made: list[Corpus], detector: Detector) -> Iterator[Figure]:
    work = end_to_end(detector)
    for corpus in made:
        taken = each(work, corpus.records)
        size = corpus.size / len(corpus.texts)
        yield Figure(
            "detect",
            f"articles a second and core, {corpus.name}",
            len(taken) / sum(taken),
            "/s",
            note=f"{size / 1000:.1f} KB each",
        )
        yield Figure(
            "detect", f"p99 of an article, {corpus.name}", 1000 * percentile(taken, 0.99), "ms", 2.0, most=True
        )


def _oracle(made: list[Corpus], rules: RulePack) -> Figure:
    texts = [text for corpus in made for text in corpus.texts[::3]]
    texts += [text[:3_000] for _, text in adversarial.texts()]
    words = list(tables(rules.packs, rules.shared, rules.lexicon).words)
    missing = extra = count = 0
    for low in (fold(text).low for text in texts):
        truth = oracle(words, low)
        found = rules.words.scanner.scan(low)
        missing += len(truth - set(found))
        extra += len(set(found) - truth) + len(found) - len(set(found))
        count += len(truth)
    return Figure(
        "detect",
        "scanner against str.find: missing + extra",
        missing + extra,
        "",
        0,
        most=True,
        note=f"{missing} missing, {extra} extra of {count:,} ({len(words):,} words)",
        must=True,
    )


def _growth(corpus: Corpus, few: RulePack, directory: Path) -> Iterator[Figure]:
    names = write_csv(directory / "many.csv", companies(MANY * COMPANIES))
    seconds = cpu(lambda: load_rules([names]))
    many = load_rules([names])
    multiplied = with_rules(few, MANY)
    detectors = {"few": Detector(few), "names": Detector(many), "rules": Detector(multiplied)}
    candidates: Mapping[str, Candidate] = {name: _over(corpus, detector) for name, detector in detectors.items()}
    taken = interleave(candidates)
    yield Figure("detect", "100 × companies (100,000 names)", taken["names"] / taken["few"], "×", 1.3, most=True)
    yield Figure(
        "detect",
        "100 × rules",
        taken["rules"] / taken["few"],
        "×",
        1.3,
        most=True,
        note=f"{len(multiplied.packs):,} packs, {len(multiplied.words.entries):,} words",
    )
    yield Figure(
        "detect",
        "rules and lexicons loaded with 100,000 names",
        seconds,
        "s CPU",
        1.5,
        most=True,
        note="from their files; a start, or a hot reload",
    )
    yield Figure("detect", "memory of a worker's rules with 100,000 names", _memory(names), "MB", 100.0, most=True)


def _over(corpus: Corpus, detector: Detector) -> Candidate:
    work = end_to_end(detector)
    return lambda: [work(value) for value in corpus.records]


def with_rules(rules: RulePack, times: int) -> RulePack:
    """Return the rules and so many times more of them: every pack again with words of its own that begin alike."""
    packs = [*rules.packs, *(_cloned(loaded, number) for number in range(1, times) for loaded in rules.packs)]
    return build(tuple(packs), rules.shared, rules.lexicon)


_KEPT = 3
"""So many words of each list a cloned rule keeps in a language."""


def _cloned(loaded: LoadedPack, number: int) -> LoadedPack:
    def other(words: Words) -> Words:
        return Words(
            en=tuple(f"{word} q{number}z" for word in words.en[:_KEPT]),
            zh=tuple(f"{word}{chr(0x9000 + number)}" for word in words.zh[:_KEPT]),
        )

    pack: Pack = loaded.pack
    changed = pack.model_copy(
        update={
            "name": f"{pack.name}-{number}",
            "subjects": tuple(s.model_copy(update={"words": other(s.words), "bare": False}) for s in pack.subjects),
            "phrases": tuple(p.model_copy(update={"words": other(p.words)}) for p in pack.phrases),
            "words": {name: other(words) for name, words in pack.words.items()},
            "void": other(pack.void),
            "own": {},
        }
    )
    return LoadedPack(changed, loaded.file, loaded.hash, builtin=False)


def _memory(names: Path) -> float:
    """Return what the rules take in a process of their own."""
    program = "from tests.bench.detecting import rules_take; import sys; print(rules_take(sys.argv[1]))"
    done = subprocess.run(  # our own program
        [sys.executable, "-c", program, str(names)], capture_output=True, text=True, check=True, timeout=120, cwd=ROOT
    )
    return float(done.stdout)


def rules_take(names: str) -> float:
    """Return the MB that the rules with these names add to this process."""
    before = resident()
    held = load_rules([Path(names)])
    after = resident()
    assert held.packs
    return after - before


def _hostile(normal: Corpus, detector: Detector) -> Iterator[Figure]:
    work = end_to_end(detector)
    per_byte = cpu(lambda: [work(value) for value in normal.records]) / normal.size
    worst, told = 0.0, []
    for name, text in adversarial.texts():
        article = _unchecked(name, text)
        size = len(text.encode("utf-8", "surrogatepass"))
        ratio = _ratio(partial(detector.detect, article), size, per_byte)
        told.append((ratio, name))
        worst = max(worst, ratio)
    slowest = ", ".join(f"{name} {ratio:.1f}" for ratio, name in sorted(told, reverse=True)[:4])
    yield Figure(
        "detect",
        f"hostile texts, the slowest of {len(told)}, time a byte",
        worst,
        "×",
        HOSTILE_GOAL,
        most=True,
        note=slowest,
    )


def _ratio(work: Candidate, size: int, per_byte: float) -> float:
    """Return the time a byte against normal text; endless when it was given up or raised."""
    try:
        with limit(HOSTILE_LIMIT):
            return cpu(work) / size / per_byte
    except TooLongError:
        return HOSTILE_LIMIT / size / per_byte
    except Exception as error:  # noqa: BLE001 - whatever it is, detect should not have raised it
        sys.stderr.write(f"detect raised {type(error).__name__}: {str(error)[:200]}\n")
        return float("inf")


def _unchecked(name: str, text: str) -> Article:
    """Return an article whose text nobody has checked, since a lone surrogate passes no check."""
    made = ArticleRecord.model_validate_json(record(name.replace(" ", "-"), "Copper prices rose 3%."))
    assert made.ingested_at is not None
    return complete(made, made.ingested_at).model_copy(update={"text": text})
