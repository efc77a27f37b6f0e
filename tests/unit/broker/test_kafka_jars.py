from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tocsin.broker import LocalKafkaError
from tocsin.broker.kafka_jars import cache_directory, fetch, pom, version, why_not
from tocsin.broker.local_kafka import node_settings, properties, tail


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
