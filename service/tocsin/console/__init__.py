"""The web pages: so far the one behind the links in messages, where readers say what they think of them."""

from tocsin.console.key import ballot_key
from tocsin.console.server import ConsoleServer, PortTakenError, serve
from tocsin.console.voting import FEEDBACK_PATH, Voting

__all__ = ["FEEDBACK_PATH", "ConsoleServer", "PortTakenError", "Voting", "ballot_key", "serve"]
