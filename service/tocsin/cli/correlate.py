"""`tocsin correlate`: the stage that makes events and alerts of signals."""

from pathlib import Path

from tocsin.cli.stage import CONFIG, PORT, begin


def command(config: Path = CONFIG, port: int | None = PORT) -> None:
    """Judge what detect found and write alerts, until told to stop. One works a market, further ones stand by."""
    stage = begin("correlate", config, port)

    from tocsin.bootstrap.stages import correlator  # noqa: PLC0415 - a faulty configuration is told without waiting for it
    from tocsin.streams import correlate  # noqa: PLC0415 - as above

    current = stage.renewed(correlator)
    correlate.run(
        stage.broker,
        current(),
        condition=stage.condition,
        metrics=stage.metrics,
        session_timeout=stage.settings.kafka.session_timeout,
        newest=current,
    )
