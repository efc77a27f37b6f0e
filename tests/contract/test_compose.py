"""docker-compose.yml and its image: the form by the Compose schema, and everything they name is there."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tocsin.broker import Broker, topics
from tocsin.broker.kafka_jars import pom, version
from tocsin.broker.local_kafka import LocalKafka, free_port
from tocsin.cli import COMMANDS, main
from tocsin.config import load_settings

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
STAGES = ("ingest", "detect", "correlate", "deliver")

Services = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read = yaml.safe_load(COMPOSE.read_text())
    assert isinstance(read, dict)
    return read


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> Services:
    found = compose["services"]
    assert isinstance(found, dict)
    return found


def validate(path: Path) -> subprocess.CompletedProcess[str]:
    """Hold a file against the Compose schema that check-jsonschema carries; asks no network."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_file_has_the_form_of_the_compose_schema() -> None:
    done = validate(COMPOSE)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "damage",
    [
        lambda services: services["kafka"].update(imagee="x"),
        lambda services: services["detect"].update(depends_on={"topics": {"condition": "service_perfect"}}),
        lambda services: services["mailbox"].update(ports={"8025": 8025}),
    ],
)
def test_the_schema_refuses_what_is_wrong(damage: Callable[[Services], None], tmp_path: Path) -> None:
    broken = yaml.safe_load(COMPOSE.read_text())
    damage(broken["services"])
    path = tmp_path / "docker-compose.yml"
    path.write_text(yaml.safe_dump(broken))
    assert validate(path).returncode == 1


@pytest.mark.parametrize("service", ["topics", *STAGES, "status"])
def test_each_service_runs_a_command_that_exists_with_options_it_has(services: Services, service: str) -> None:
    words = services[service]["command"]
    assert words[0] in COMMANDS
    with pytest.raises(SystemExit) as done:
        main([*words, "--help"])
    assert done.value.code == 0


def test_stages_wait_for_the_topics_and_those_for_a_healthy_kafka(services: Services) -> None:
    assert services["topics"]["depends_on"] == {"kafka": {"condition": "service_healthy"}}
    for stage in STAGES:
        assert services[stage]["depends_on"]["topics"] == {"condition": "service_completed_successfully"}
    for service in services.values():
        for name, wanted in service.get("depends_on", {}).items():
            assert name in services
            assert wanted["condition"] != "service_healthy" or "healthcheck" in services[name]


def test_every_file_and_volume_that_is_mounted_is_there(compose: dict[str, Any], services: Services) -> None:
    made = {"./inbox"}  # Compose makes it
    for service in services.values():
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            if source.startswith("."):
                assert source in made or (ROOT / source).exists(), source
            else:
                assert source in compose["volumes"]
        if "build" in service:
            assert (ROOT / service["build"]["context"] / service["build"]["dockerfile"]).is_file()


def test_nothing_listens_beyond_loopback(services: Services) -> None:
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_images_are_pinned_and_kafka_is_the_one_that_is_tested(services: Services) -> None:
    images = {service["image"] for service in services.values()}
    assert all(re.fullmatch(r"[a-z/]+:[v0-9a-z.-]+", image) and not image.endswith(":latest") for image in images)
    assert services["kafka"]["image"] == f"apache/kafka:{version(pom().read_text())}"


def test_the_stages_are_asked_for_their_health_where_they_listen(services: Services) -> None:
    ports = load_settings(None, {}).ports.model_dump()
    for stage in STAGES:
        assert f":{ports[stage]}/healthz" in services[stage]["healthcheck"]["test"][-1]


def test_the_configuration_finds_its_places_in_the_container(services: Services) -> None:
    mounts = [mount.split(":") for mount in services["ingest"]["volumes"]]
    inside = {target: source for source, target, *_ in mounts}
    config = next(target for target in inside if target.endswith(".yml"))
    settings = load_settings(ROOT / inside[config], {}, {})
    base = (ROOT / inside[config]).parent

    def at(path: Path) -> str:
        return os.path.normpath(Path(config).parent / os.path.relpath(path, base))

    assert f"TOCSIN_CONFIG={config}" in DOCKERFILE.read_text()
    assert services["ingest"]["environment"]["TOCSIN_STATE_DIR"] in inside
    assert {at(source.directory) for source in settings.sources if source.directory} <= set(inside)


def test_settings_of_the_environment_are_settings(services: Services) -> None:
    environment = services["detect"]["environment"]
    settings = load_settings(None, {key: value for key, value in environment.items() if "KAFKA" in key})
    assert settings.kafka.bootstrap_servers == "kafka:9092"


def test_status_judges_by_offsets_where_it_cannot_ask_processes(services: Services) -> None:
    environment = services["status"]["environment"]
    ports = load_settings(
        None, {key: str(value) for key, value in environment.items() if key != "TOCSIN_DEMO_SMTP"}
    ).ports
    assert [ports.model_dump()[stage] for stage in STAGES] == [0, 0, 0, 0]


def test_the_image_is_made_of_files_that_are_there_and_runs_as_nobody_special() -> None:
    lines = DOCKERFILE.read_text().splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied
    for source in (source for sources in copied for source in sources):
        assert (ROOT / source).exists(), source
    ignore = (ROOT / ".dockerignore").read_text().splitlines()
    assert {source.split("/")[0] for sources in copied for source in sources} <= {
        line.removeprefix("!") for line in ignore if line.startswith("!")
    }
    assert "USER tocsin" in lines
    assert 'ENTRYPOINT ["tocsin"]' in lines


@pytest.mark.real_broker
@pytest.mark.usefixtures("jars")
def test_kafka_starts_with_these_settings(services: Services, tmp_path: Path) -> None:
    """The image turns KAFKA_A_B into a.b; the same settings start the same Kafka here, on loopback and free ports."""
    host, inner, control = free_port(), free_port(), free_port()
    settings = {
        key.removeprefix("KAFKA_").lower().replace("_", "."): value
        for key, value in services["kafka"]["environment"].items()
        if key.startswith("KAFKA_")
    }
    assert services["kafka"]["ports"] == ["127.0.0.1:9092:19092"]
    settings["listeners"] = (
        settings["listeners"]
        .replace("//:9092", f"//127.0.0.1:{inner}")
        .replace("//:19092", f"//127.0.0.1:{host}")
        .replace("//:9093", f"//127.0.0.1:{control}")
    )
    settings["advertised.listeners"] = (
        settings["advertised.listeners"]
        .replace("kafka:9092", f"127.0.0.1:{inner}")
        .replace("127.0.0.1:9092", f"127.0.0.1:{host}")
    )
    settings["controller.quorum.voters"] = settings["controller.quorum.voters"].replace(
        "kafka:9093", f"127.0.0.1:{control}"
    )
    settings["log.dirs"] = str(tmp_path / "data")
    with LocalKafka(tmp_path, port=host, settings=settings):
        broker = Broker(f"127.0.0.1:{host}")
        topics.create(broker)
        assert topics.check(broker) == ()
