"""Versions of the ledger, the oldest first by name."""
