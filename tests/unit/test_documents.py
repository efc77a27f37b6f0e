"""What the documents name exists: commands, make targets, files."""

import re
from pathlib import Path

import pytest

from tocsin.cli import COMMANDS, build_app

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "deploy/RECEIVERS.md",
        "schemas/README.md",
        "seeds/README.md",
        "service/tocsin/rules/packs/README.md",
        "service/tocsin/rules/lexicons/README.md",
    )
]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_and_target_named_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    assert set(re.findall(r"(?:^|`)tocsin ([a-z-]+)", text, re.MULTILINE)) - set(COMMANDS) == set()
    assert set(re.findall(r"`make ([a-z-]+)", text)) - TARGETS == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8"))
    local = [link for link in links if not link.startswith("http")]
    assert [link for link in local if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_app(name)(args=[name, "--help"], prog_name="tocsin")
    assert ended.value.code == 0
    assert f"tocsin {name}" in capsys.readouterr().out


def test_make_help_explains_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert explained == set(phony.split()) == TARGETS
