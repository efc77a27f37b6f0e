"""Denials told in a sentence of their own: a report is told first, and then said to be wrong.

`Media have reported that the mine will close. The report is false.` A sentence that tells what others report states nothing
of its own once a later one rejects it. What one sentence both tells and denies is judged by its cues.
"""

import re
from collections.abc import Sequence

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Folded, Sentence, holds_any
from tocsin.messages import Modality

REACH = 3
"""Sentences after a report within which it may be rejected."""
_REPORTED = re.compile(
    r"\b(?:media|press|newspaper|online|market|certain|recent|unconfirmed) (?:[a-z]+ )?(?:reports?|speculation|rumou?rs?|claims?|articles?)\b"
    r"|\b(?:rumou?rs?|speculation|reports?) (?:that|of|about|regarding|concerning|claiming|suggesting|alleging)\b|\bit (?:has been|was) reported that\b"
    r"|(?:媒体|网络|网上|市场|坊间|自媒体|有)[^。;,]{0,8}(?:报道|传闻|传言|消息|传)|(?:外媒|媒体)(?:称|说|指)|网传|传言|据传|的报道"
)
_REPORTS = ("report", "rumo", "speculation", "claim", "article", "报道", "传", "消息", "媒")
"""One of these stands in every sentence that tells what others report."""
_REJECTED = re.compile(
    r"\b(?:reports?|rumou?rs?|speculation|claims?|allegations?|information|stor(?:y|ies)|articles?)\b[^.;]{0,30}\b(?:is|are|was|were)\b(?: [a-z]+){0,2} "
    r"(?:incorrect|false|untrue|baseless|inaccurate|unfounded|groundless|wrong|misleading|without (?:any )?(?:foundation|basis|merit)|not (?:true|correct|accurate))\b"
    r"|\bno such (?:proposal|plan|decision|intention|measure|order|move|talks?|agreement|sale|step)\b|\bnot for sale\b"
    r"|\b(?:has|have|there are) no (?:plans?|intention|proposals?|talks|discussions|negotiations)\b"
    r"|(?:报道|传闻|传言|消息|上述|信息|内容|说法)[^。;]{0,16}(?:不属实|失实|不实|不准确|没有依据|无依据|没有根据|与事实不符|不符合事实|纯属|虚假)"
    r"|(?:没有|不存在|未有|并无)(?:上述|此类|该|此|相关|任何|这一)[^。;,]{0,8}(?:计划|安排|情形|情况|事项|打算|行为)|未(?:收到|接到)[^。;,]{0,8}(?:停产|减产|限产|关停)?[^。;,]{0,4}(?:通知|指令)"
)


_ASKED = re.compile(r"[?？]\s*(?:[\u4e00-\u9fff]{0,8}(?:辟谣|澄清|否认)|误传|假的|不实|谣言)")
"""What rejects a headline that asks: 同步轮出?发改委辟谣."""


def refute(drafts: Sequence[Draft], sentences: Sequence[Sentence], folded: Folded) -> None:
    """Make denied what a sentence gives as a report of others and a later sentence rejects."""
    for draft in drafts:
        if draft.modality in {Modality.DENIED, Modality.HISTORICAL}:
            continue
        sentence, low = draft.sentence, folded.low
        if sentence.chinese and sentence.order == 0 and _ASKED.match(low, sentence.end - 1):
            draft.modality, draft.why = Modality.DENIED, "denied: a question that is answered"
            continue
        if not holds_any(low, _REPORTS, sentence.start, sentence.end):
            continue
        told = _REPORTED.search(low, sentence.start, sentence.end)
        if told is None or told.start() > draft.candidate.end:
            continue
        after = [s for s in sentences if 0 < s.order - sentence.order <= REACH]
        found = next((f for s in after if (f := _REJECTED.search(low, s.start, s.end))), None)
        if found is not None:
            draft.modality, draft.why = Modality.DENIED, f"denied by “{found.group()}”"
