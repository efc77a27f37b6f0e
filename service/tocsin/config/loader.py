"""Reading the configuration: one file, the files in `policies.d/` beside it, the environment, flags; all faults at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tocsin.config import layers, references
from tocsin.config.base import expand, has_variable
from tocsin.config.references import Vocabulary
from tocsin.config.settings import PolicyFile, Rules, Settings
from tocsin.detect.examples import prove
from tocsin.rules.document import Document, Loc, load_document
from tocsin.rules.faults import Fault, FaultsError, shown_path
from tocsin.rules.loader import RulePack, read_rules

POLICIES = "policies.d"


@dataclass(frozen=True)
class _Draft:
    """What was read: documents for the places of faults, settings where they could be built."""

    documents: tuple[Document, ...]
    settings: Settings | None
    rules: Rules | None
    """Which rules of the user's own are named, where that could be read."""
    faults: tuple[Fault, ...]


def load_settings(
    path: Path | None, environ: Mapping[str, str], overrides: Mapping[str, Any] | None = None
) -> Settings:
    """Read the settings; without a path, defaults and environment alone.

    Raises FaultsError with every fault. References are checked, and signal types unless rules of the user's own may define
    some; commodities and countries only by `load_checked`, which reads the lexicons.
    """
    draft = _read(path, environ, overrides or {})
    vocabulary = Vocabulary() if draft.rules == Rules() else Vocabulary(types={})
    return _settled(draft, [*draft.faults, *references.check(draft.documents, vocabulary)])


def load_checked(
    path: Path | None, environ: Mapping[str, str], overrides: Mapping[str, Any] | None = None
) -> tuple[Settings, RulePack]:
    """Read the settings and the rules they name, and prove the user's packs by their examples.

    Raises FaultsError with every fault of all files.
    """
    draft = _read(path, environ, overrides or {})
    faults = list(draft.faults)
    files = read_rules(draft.rules.files if draft.rules is not None else ())
    rules = None
    try:
        rules = prove(files)
    except FaultsError as error:
        faults.extend(error.faults)
    vocabulary = Vocabulary.of(files) if draft.rules is not None else Vocabulary(types={})
    settings = _settled(draft, [*faults, *references.check(draft.documents, vocabulary)])
    assert rules is not None
    return settings, rules


def _settled(draft: _Draft, faults: list[Fault]) -> Settings:
    if draft.settings is not None:
        faults.extend(references.check_receivers(draft.documents, draft.settings.receivers))
    if faults or draft.settings is None:
        raise FaultsError(faults)
    return draft.settings


def _read(path: Path | None, environ: Mapping[str, str], overrides: Mapping[str, Any]) -> _Draft:
    faults: list[Fault] = []
    main = Document("tocsin.yml", {}, {}) if path is None else _load(path, faults)
    if main.data is None:
        main = replace(main, data={})
    if not isinstance(main.data, dict):
        raise FaultsError([*faults, main.fault((), "must hold settings such as 'kafka:' and 'policies:'")])
    base = Path() if path is None else path.parent
    given = layers.from_environment(environ, list(Settings.model_fields)) | layers.from_flags(overrides)
    main, misplaced = layers.overlay(main, given)
    faults.extend(misplaced)
    extras = [] if path is None else list(_extras(base / POLICIES, faults))
    origins = {loc: origin for loc, (origin, _) in given.items()}
    settings, found = _validated(main, Settings, base, environ, origins)
    faults.extend(found)
    rules = settings.rules if settings is not None else _rules(main, base)
    parts = []
    for extra in extras:
        part, found = _validated(extra, PolicyFile, base, environ, {})
        parts.append(part)
        faults.extend(found)
    if settings is not None and all(part is not None for part in parts):
        settings = _joined(settings, [part for part in parts if part is not None])
    else:
        settings = None
    documents = (main, *extras)
    faults.extend(_doubles(documents))
    return _Draft(documents, settings, rules, tuple(faults))


def _rules(main: Document, base: Path) -> Rules | None:
    """Return what a file with faults elsewhere says of rules, so that their faults are found in the same run."""
    try:
        return Rules.model_validate(main.data.get("rules", {}), context={"base": base})
    except ValidationError:
        return None


def _load(path: Path, faults: list[Fault]) -> Document:
    """Return the document; of one with a doubled key what stands first, so that its other faults are found in the same run."""
    if not path.exists():
        raise FaultsError([Fault(shown_path(path), 0, "", "does not exist; correct the path of the configuration")])
    try:
        return load_document(path)
    except FaultsError as error:
        if not isinstance(error.document, Document):
            raise
        faults.extend(error.faults)
        return error.document


def _extras(folder: Path, faults: list[Fault]) -> Iterator[Document]:
    for file in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
        try:
            document = _load(file, faults)
        except FaultsError as error:
            faults.extend(error.faults)
            continue
        if isinstance(document.data, dict):
            yield document
        elif document.data is not None:
            faults.append(
                document.fault((), "must hold 'policies:' (and, if need be, 'receivers:', 'watchlists:', 'tests:')")
            )


def _validated(
    document: Document,
    model: type[Any],
    base: Path,
    environ: Mapping[str, str],
    origins: Mapping[Loc, str],
) -> tuple[Any, list[Fault]]:
    """Return the model, or None, and every fault."""
    faults: list[Fault] = []
    data = _expanded(document, document.data, (), environ, faults)
    try:
        found = model.model_validate(data, context={"base": base})
        tests = (test.at(f"{document.file}:{document.line(('tests', at))}") for at, test in enumerate(found.tests))
        return found.model_copy(update={"tests": tuple(tests)}), faults
    except ValidationError as error:
        for fault in document.faults_of(error, model=model):
            origin = next((name for loc, name in origins.items() if fault.path == ".".join(map(str, loc))), None)
            faults.append(fault if origin is None else Fault(origin, 0, fault.path, fault.message))
    return None, faults


def _expanded(document: Document, value: Any, loc: Loc, environ: Mapping[str, str], faults: list[Fault]) -> Any:
    """Put variables in their places, in receivers and databases; anywhere else they are a fault."""
    if isinstance(value, dict):
        return {key: _expanded(document, inner, (*loc, key), environ, faults) for key, inner in value.items()}
    if isinstance(value, list):
        return [_expanded(document, inner, (*loc, at), environ, faults) for at, inner in enumerate(value)]
    if not has_variable(value):
        return value
    if loc[0] not in ("receivers", "ledger", "archive") or loc[-1] not in ("url", "url_file"):
        faults.append(document.fault(loc, "'${…}' is put in for the addresses of receivers and databases only"))
        return value
    try:
        return expand(value, environ)
    except ValueError as error:
        faults.append(document.fault(loc, str(error)))
        return "unset://unset"


def _joined(settings: Settings, parts: list[PolicyFile]) -> Settings:
    """Return the settings with what the files of `policies.d/` add."""
    if not parts:
        return settings
    return settings.model_copy(
        update={
            "receivers": {**settings.receivers, **{k: v for part in parts for k, v in part.receivers.items()}},
            "watchlists": {**settings.watchlists, **{k: v for part in parts for k, v in part.watchlists.items()}},
            "policies": (*settings.policies, *(policy for part in parts for policy in part.policies)),
            "tests": (*settings.tests, *(test for part in parts for test in part.tests)),
        }
    )


def _doubles(documents: tuple[Document, ...]) -> Iterator[Fault]:
    """Yield receivers and watchlists that two files define."""
    for key in ("receivers", "watchlists"):
        known: dict[str, Document] = {}
        for document in documents:
            table = document.data.get(key)
            for name in table if isinstance(table, dict) else ():
                if name in known:
                    first = known[name]
                    place = f"{first.file}:{first.line((key, name))}"
                    yield document.fault((key, name), f"{name!r} stands in {place} too; keep one")
                known.setdefault(name, document)
