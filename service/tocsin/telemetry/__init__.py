"""What a process tells of itself: metrics (one catalogue), probes (/metrics, /healthz, /readyz) and logs.

The room counts and shows; it decides nothing and knows no stage. Nothing in it is global: a process makes one `Metrics` and
hands it round, so that two stages in one process (tests, the demo) never share a figure by accident.
"""

from tocsin.telemetry.logs import configure, describe, mask
from tocsin.telemetry.metrics import Metrics
from tocsin.telemetry.probes import ProbeServer, serve

__all__ = ["Metrics", "ProbeServer", "configure", "describe", "mask", "serve"]
