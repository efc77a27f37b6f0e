"""The wheel is complete: installed into an empty environment it scans and runs the demo, far from the checkout."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSIDE = (
    "tocsin/rules/packs/price_move.yml",
    "tocsin/rules/lexicons/commodities.yml",
    "tocsin/_data/schemas/tocsin.articles.v1.schema.json",
    "tocsin/_data/tocsin.example.yml",
    "tocsin/_data/kafka/pom.xml",
    "tocsin/py.typed",
)


def run(*command: str | Path, cwd: Path, timeout: int = 240) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing of this checkout in its environment."""
    hidden = ("PYTHONPATH", "VIRTUAL_ENV")
    environ = {
        name: value for name, value in os.environ.items() if name not in hidden and not name.startswith("TOCSIN_")
    }
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(out.glob("tocsin-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel with its demo extra into an empty environment; return its folder of programs."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "env", with_pip=True)
    pip = home / "env" / "bin" / "pip"
    done = run(pip, "install", "--quiet", "-c", ROOT / "constraints.txt", f"{wheel}[demo]", cwd=home, timeout=280)
    if done.returncode != 0 and "No matching distribution" not in done.stderr and not os.environ.get("CI"):
        pytest.skip("the package index cannot be reached: " + done.stderr.strip().splitlines()[-1])
    assert done.returncode == 0, done.stderr
    return home / "env" / "bin"


def test_the_wheel_holds_packs_migrations_samples_and_schemas(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert [name for name in INSIDE if name not in names] == []
    assert any(name.startswith("tocsin/store/migrations/versions/") for name in names)
    assert any(name.startswith("tocsin/_data/seeds/articles/") for name in names)
    assert not any(name.startswith(("tests/", ".ci/")) for name in names)


def test_the_installed_scan_finds_a_signal_without_checkout_or_configuration(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Copper prices fell 2.3% on the LME on Tuesday.\n", "utf-8")
    done = run(installed / "tocsin", "scan", "note.txt", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (line,) = [json.loads(text) for text in done.stdout.splitlines()]
    assert [(s["type"], s["direction"], s["commodities"]) for s in line["signals"]] == [
        ("price_move", "down", ["copper"])
    ]


@pytest.mark.slow
def test_the_installed_demo_delivers_every_alert_once(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "tocsin", "demo", "--once", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    summary = json.loads(done.stdout)
    assert summary["deliveries"] > 0
    assert summary["duplicates"] == 0
