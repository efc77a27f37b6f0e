"""The plain part of a mail is our own text, not what Apprise makes of the HTML.

That loses the marks around the number and every address: of the article, and of the page that takes votes. Apprise has no way
to hand in both parts, so the one function by which its mail plugin makes the plain one is replaced; it is only called there.
Where a later Apprise no longer has it, mails fall back to what it makes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from apprise import NotifyFormat
from apprise.plugins.email import base

_text: ContextVar[str | None] = ContextVar("plain part of a mail", default=None)
_stock = base.convert_between


def _convert(from_format: Any, to_format: Any, content: str, **settings: Any) -> Any:
    text = _text.get()
    if text is not None and (from_format, to_format) == (NotifyFormat.HTML, NotifyFormat.TEXT):
        return text
    return _stock(from_format, to_format, content, **settings)


def replace() -> None:
    """Have mails take the plain part that `given` names. Calling it again changes nothing."""
    base.convert_between = _convert


@contextmanager
def given(text: str) -> Iterator[None]:
    """Give the mails that this thread writes in the block the text as their plain part."""
    token = _text.set(text)
    try:
        yield
    finally:
        _text.reset(token)
