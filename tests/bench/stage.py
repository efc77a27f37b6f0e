"""The correlate stage in a process of its own, as the product builds it: `python -m tests.bench.stage BOOTSTRAP PREFIX`.

Prints the port of its probes as the first line.
"""

import sys

from tests.bench.stream import book, matching

from tocsin.bootstrap.stages import EventCorrelator
from tocsin.broker import Broker
from tocsin.streams import correlate
from tocsin.streams.condition import Condition
from tocsin.telemetry import Metrics, configure, serve


def main(bootstrap: str, prefix: str) -> None:
    """Run the stage until told to stop."""
    configure("correlate")
    broker, condition, metrics = Broker(bootstrap, prefix), Condition(), Metrics()
    probes = serve(0, health=condition.health_problems, ready=condition.ready_problems, registry=metrics.registry)
    sys.stdout.write(f"{probes.port}\n")
    sys.stdout.flush()
    correlator = EventCorrelator(broker, book(matching()), metrics)
    correlate.run(broker, correlator, condition=condition, metrics=metrics)


if __name__ == "__main__":
    main(*sys.argv[1:])
