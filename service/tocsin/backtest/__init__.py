"""Backtest: what would happen. Articles or Findings in simulated time through the live functions, and the comparison of two runs."""

from tocsin.backtest.replay import Replay, Sent, Step
from tocsin.backtest.timeline import ExpectationError, Timeline

__all__ = ["ExpectationError", "Replay", "Sent", "Step", "Timeline"]
