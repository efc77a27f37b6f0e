"""The configuration: what a person writes, checked and complete.

The room reads files and environment and judges them; what a policy or a receiver does is decided by correlate and deliver.
"""

from tocsin.config.loader import load_checked, load_settings
from tocsin.config.settings import Settings

__all__ = ["Settings", "load_checked", "load_settings"]
