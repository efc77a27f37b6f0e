"""The web pages: so far the one behind the links in messages, where readers say what they think of them."""

from tocsin.console.key import ballot_key
from tocsin.console.server import ConsoleServer, PortTakenError, serve
from tocsin.console.voting import FEEDBACK_PATH, Describe, Language, Subject, Voting

__all__ = [
    "FEEDBACK_PATH",
    "ConsoleServer",
    "Describe",
    "Language",
    "PortTakenError",
    "Subject",
    "Voting",
    "ballot_key",
    "serve",
]
