"""Detect: an article and rules make Findings (signals with evidence), in English and Chinese."""

from tocsin.detect.detector import Detector, Explanation, detect

__all__ = ["Detector", "Explanation", "detect"]
