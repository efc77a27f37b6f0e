from dataclasses import replace
from datetime import timedelta

import pytest

from tocsin.broker.topics import TopicState, differences, settings_of
from tocsin.messages.topics import ALERTS, ALL, ARTICLES, EVENTS, Topic


def as_wanted(topic: Topic, markets: int = 1) -> TopicState:
    return TopicState(topic.partition_count(markets), settings_of(topic))


@pytest.mark.parametrize("topic", ALL, ids=lambda topic: topic.name)
def test_a_topic_made_from_the_catalogue_has_no_differences(topic: Topic) -> None:
    assert differences("kafka:9092", topic.name, topic, 1, as_wanted(topic)) == []


def test_memory_topic_is_compacted_soon_and_never_expires() -> None:
    settings = settings_of(EVENTS)
    assert settings["cleanup.policy"] == "compact"
    assert settings["segment.ms"] == "3600000"
    assert "retention.ms" not in settings


def test_articles_are_kept_for_four_hundred_days() -> None:
    assert settings_of(ARTICLES)["retention.ms"] == str(400 * 24 * 3600 * 1000)


def test_missing_topic_names_the_command_that_makes_it() -> None:
    (fault,) = differences("kafka:9092", "x-tocsin.alerts.v1", ALERTS, 1, None)
    assert str(fault) == "kafka:9092: x-tocsin.alerts.v1: is missing; create it with `tocsin topics create`"


def test_wrong_partition_count_asks_for_another_prefix() -> None:
    (fault,) = differences("kafka:9092", ALERTS.name, ALERTS, 3, as_wanted(ALERTS))
    assert "has 1 partitions, 3 are needed" in fault.message
    assert "topic_prefix" in fault.message


@pytest.mark.parametrize(
    ("key", "found"),
    [("retention.ms", "604800000"), ("cleanup.policy", "compact"), ("max.message.bytes", "1000")],
)
def test_wrong_setting_is_told_with_the_correction(key: str, found: str) -> None:
    state = replace(as_wanted(ALERTS), settings={**settings_of(ALERTS), key: found})
    (fault,) = differences("kafka:9092", ALERTS.name, ALERTS, 1, state)
    assert fault.message.startswith(f"{key} is '{found}'")
    assert f"--add-config {key}={settings_of(ALERTS)[key]}" in fault.message


def test_a_broker_that_allows_larger_messages_is_fine() -> None:
    state = replace(as_wanted(ALERTS), settings={**settings_of(ALERTS), "max.message.bytes": "99999999"})
    assert differences("kafka:9092", ALERTS.name, ALERTS, 1, state) == []


def test_a_broker_that_tells_no_settings_is_judged_by_its_partitions() -> None:
    topic = Topic("tocsin.test.v1", 2, timedelta(days=1), "nothing")
    assert differences("embedded", topic.name, topic, 1, TopicState(2)) == []
