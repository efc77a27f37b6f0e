from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tocsin.broker import LocalKafkaError
from tocsin.broker.kafka_jars import cache_directory, fetch, pom, version, why_not
from tocsin.broker.local_kafka import cluster_id, node_settings, properties, tail


def test_every_version_in_the_list_of_jars_is_pinned() -> None:
    tree = ET.fromstring(pom().read_text())
    space = "{http://maven.apache.org/POM/4.0.0}"
    named = {element.tag.removeprefix(space): element.text or "" for element in tree.find(f"{space}properties") or []}
    versions = [element.text or "" for element in tree.iter(f"{space}version")]
    assert versions
    resolved = [named.get(text.removeprefix("${").removesuffix("}"), text) for text in versions]
    assert all(text.replace(".", "").isdigit() for text in resolved), resolved


def test_the_kafka_version_is_read_from_the_list() -> None:
    assert version(pom().read_text()) == "4.3.0"
    with pytest.raises(LocalKafkaError, match=r"names no <kafka\.version>"):
        version("<project/>")


def test_the_cache_may_be_moved() -> None:
    assert cache_directory({"TOCSIN_CACHE": "/c"}) == Path("/c")
    assert cache_directory({"XDG_CACHE_HOME": "/x"}) == Path("/x/tocsin")
    assert cache_directory({}) == Path.home() / ".cache" / "tocsin"


def test_no_java_is_the_first_thing_told() -> None:
    assert "no `java`" in (why_not({"PATH": "/nowhere"}) or "")
    with pytest.raises(LocalKafkaError, match="install Java 17 or newer"):
        fetch({"PATH": "/nowhere"})


def test_maven_is_only_missed_where_the_jars_are(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\n")
    java.chmod(0o755)
    assert "no `mvn`" in (why_not({"PATH": str(tmp_path), "TOCSIN_CACHE": str(tmp_path / "cache")}) or "")
    assert why_not({"PATH": str(tmp_path), "KAFKA_LIBS": str(tmp_path)}) is None
    assert fetch({"PATH": str(tmp_path), "KAFKA_LIBS": str(tmp_path)}) == tmp_path


MAVEN = """#!/bin/sh
echo fetched >> "$TALLY"
for word in "$@"; do case "$word" in -DoutputDirectory=*) mkdir -p "${word#*=}"; touch "${word#*=}/kafka.jar";; esac; done
"""


def tools(folder: Path, maven: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Put a `java` and a `mvn` into PATH that do as they are told, and a cache beside them."""
    for name, script in (("java", "#!/bin/sh\n"), ("mvn", maven)):
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("TALLY", str(folder / "tally"))
    return {"PATH": f"{folder}:/usr/bin:/bin", "TOCSIN_CACHE": str(folder / "cache")}


def test_two_who_need_the_jars_at_once_fetch_them_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = tools(tmp_path, MAVEN, monkeypatch)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: fetch(environ), range(2)))
    assert found == [tmp_path / "cache" / "kafka-4.3.0"] * 2
    assert (found[0] / "kafka.jar").is_file()
    assert (tmp_path / "tally").read_text() == "fetched\n"


def test_what_maven_says_of_its_failure_is_passed_on_and_nothing_half_fetched_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = tools(tmp_path, "#!/bin/sh\necho 'unknown host'; exit 1\n", monkeypatch)
    with pytest.raises(LocalKafkaError, match=r"could not fetch Kafka's jars[^\n]*\nunknown host"):
        fetch(environ)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["kafka-4.3.0.lock"]


def test_a_node_listens_on_loopback_alone() -> None:
    text = properties(node_settings(Path("/d"), 9092, 9093))
    assert "listeners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093" in text
    assert "0.0.0.0" not in text
    assert "auto.create.topics.enable=false" in text


def test_the_end_of_a_log_is_shown(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    assert tail(log) == "(no log)"
    log.write_text("\n".join(str(number) for number in range(40)))
    assert tail(log, 2) == "38\n39"


@pytest.mark.parametrize("chance", [b"\x00" * 16, b"\xff" * 16, b"\xfb" + b"\xff" * 15])
def test_a_cluster_id_is_never_taken_for_an_option(chance: bytes) -> None:
    found = cluster_id(chance)
    assert len(found) == 22
    assert not found.startswith("-")
