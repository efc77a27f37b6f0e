"""Detect: an article and rules make Findings (signals with evidence), in English and Chinese."""

from tocsin.detect.detector import Detector, detect
from tocsin.detect.explain import Explanation

__all__ = ["Detector", "Explanation", "detect"]
