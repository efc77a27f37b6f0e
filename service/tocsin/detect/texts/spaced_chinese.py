"""Spaced Chinese: texts that set a space about every number (`8 月减产 3 万吨`), which are read as if they set none.

Some houses set all their numbers so. Patterns and words of dates, amounts and acts know the usual way of writing; so the spaces are
left out, and a map back to the stored text is kept.
"""

import re

from tocsin.rules.fold import Folded

_MANY = 2
"""Spaces before and behind numbers from which on a text sets them so."""
_UNITS = "年月日时点分秒周天季万亿千百吨公元美欧港英令桶盎克斤磅升立个倍成家座台艘辆人名项种只条手份位吉兆瓦度蒲合袋包重批次期届余多"
_OPENS = re.compile(r"(?<=[\u4e00-\u9fff]) (?=\d)")
_CLOSES = re.compile(rf"(?<=\d) (?=[{_UNITS}])")
_BEHIND = re.compile(r"(?<=[\d%]) (?=[\u4e00-\u9fff])")
_GLUED = re.compile(r"[\u4e00-\u9fff]\d")
_PROSE = re.compile(r"[,。;:、]")
_LINE = re.compile(r"[^\n]+")


def unspaced(folded: Folded) -> Folded:
    """Return a folded text without the spaces about its numbers, where it sets most of them so.

    A headline keeps those behind a percentage, which part its statements, and a row of a table all of its own.
    """
    plain = folded.plain
    if " " not in plain or plain.isascii():
        return folded
    opened = len(_OPENS.findall(plain))
    if opened < _MANY or opened <= len(_GLUED.findall(plain)) or len(_CLOSES.findall(plain)) < _MANY:
        return folded
    gone: set[int] = set()
    for line in _LINE.finditer(plain):
        title = line.start() == 0
        if title or _PROSE.search(plain, *line.span()):
            gone.update([found.start() for found in _OPENS.finditer(plain, *line.span())])
            gone.update([found.start() for found in (_CLOSES if title else _BEHIND).finditer(plain, *line.span())])
    kept = [at for at in range(len(plain)) if at not in gone]
    return Folded(
        folded.stored,
        "".join([plain[at] for at in kept]),
        "".join([folded.low[at] for at in kept]),
        tuple([folded.starts[at] if folded.starts else at for at in kept]),
        tuple([folded.ends[at] if folded.ends else at + 1 for at in kept]),
    )
