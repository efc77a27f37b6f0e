"""`tocsin detect`: the stage that finds signals in articles."""

from pathlib import Path

from tocsin.cli.stage import CONFIG, PORT, begin


def command(config: Path = CONFIG, port: int | None = PORT) -> None:
    """Read articles and write what they say, until told to stop. Start as many as the articles topic has partitions."""
    stage = begin("detect", config, port)

    from tocsin.bootstrap.stages import detect_handler  # noqa: PLC0415 - a faulty configuration is told without waiting for it
    from tocsin.streams import detect  # noqa: PLC0415 - as above

    current = stage.renewed(detect_handler)
    detect.run(
        stage.broker,
        current(),
        condition=stage.condition,
        metrics=stage.metrics,
        session_timeout=stage.settings.kafka.session_timeout,
        newest=current,
    )
