"""Where articles come from: files, folders and streams of JSON Lines, read as pages; and from pages onto the articles topic.

What cannot be read is told with its place, reason and remedy, and the rest goes on.
"""

from tocsin.sources.files import read_pages
from tocsin.sources.unreadable import Unreadable

__all__ = ["Unreadable", "read_pages"]
