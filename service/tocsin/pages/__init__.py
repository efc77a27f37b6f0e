"""Page to articles: split digests, drop what is no news, find title, publisher, date and language. Pure; reads no file.

`split` is for pages that pass ingest, `complete` for records that others wrote to the articles topic.
"""

from tocsin.pages.complete import complete
from tocsin.pages.doubts import doubts
from tocsin.pages.page import Page, PageError
from tocsin.pages.split import split

__all__ = ["Page", "PageError", "complete", "doubts", "split"]
