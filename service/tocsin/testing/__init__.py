"""Doubles and builders for tests, ours and users'. Nothing that runs imports this room."""
