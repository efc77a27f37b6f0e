"""Tocsin rings when the market news says something that matters.

Articles arrive on Kafka, stream processors detect signals in them, and notifiers tell the people who asked.
ARCHITECTURE.md names the rooms and says which may import which.
"""

__version__ = "0.1.0"
