"""Done: what tells that goods are made, used or kept, where no noun says what of them is told: `burned 4% less coal`."""

import re

DONE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "production-change",
        re.compile(
            r"\b(?:(?:been|was|were|is) (?:allowed|allotted)|(?:processe[sd]|treat(?:s|ed)|mills|crushes)(?= [\d.,]+ ?(?:million )?(?:tonnes|tons|t|mt) of ore\b)|shipped(?= (?:in|during) (?:the )?(?:[a-z]+ )?(?:quarter|half|q[1-4]|h[12])\b)|guidance|guides? to|guided to|targets?|forecasts?|outlook|plan(?! to\b)|allowance|quotas?|(?:work|mining) plans|poured|drummed|(?:squeezed|coaxed|wrung|wrested|pulled|eked|unearthed|railed|gathered(?: in)?|reaped|picked|sent down the belt|put through its mills?|got|ground out)(?= (?:out )?(?:a record |some |about |just |only |nearly |almost )?(?:[\d.]+(?: ?%| ?pct?\b| per ?cent) (?:more|less|fewer)|[\d.,]+ (?:(?:million|metric|troy) )*(?:tonnes|tons|t|kt|ounces|oz|pounds|lbs?|carats|barrels|bags|boxes)\b(?! (?:from|out of) (?:storage|stocks|stock|warehouses|inventory|tanks)))[^.;]{0,80} (?:than|more|most|least|record|year|quarter|up|down|double)\b)|(?:closed|ended|finished|wrapped up) (?:the|its|their) (?:season|year|campaign|crop year|quarter|month) with(?= [\d.,]+)|(?:handed out|issued|granted) (?:permits|quotas|licen[cs]es|allowances) (?:for|to mine|to dig)(?= [\d.,]+)|(?:bear|bore|yield|carry|set|brought up)(?= (?:about )?(?:[\d.]+(?: ?%| ?pct?\b| per ?cent)|(?:an? )?(?:tenth|fifth|quarter|third|half)) (?:less|more|fewer)\b)|turned out|churned out|rolled out|cranked out|(?:recovered|captured)(?= [\d.,]+ (?:million )?(?:pounds|ounces|lbs?|oz|tonnes|tons|t|kg)\b)|extracted|cast|manufactured|dug(?: out| up)?|hauled|put out|delivered|mined|made|smelted|"
            r"refined|(?<!used to )produces?|produced|harvested?|crop|yielded|hoisted|milled|tapped|crushed|sold(?= (?:a |about |some |record )*[\d.,]+ [^.;]{2,60} (?:quarter|half|months|q[1-4]|[1-4]q|h[12]|year ended)\b)|put(?= [\d.,]+ [^.;,]{0,40} through)|gave(?= [\d.,]+ )|(?:mine|mines|smelter|wells|field|fields|pit|plant|refinery) gave|(?:planted|sown|sowed)(?= (?:an? \w+|[\d.]+ ?%|[\d.]+ per ?cent) (?:less|more|fewer)\b)|in (?:concentrates?|matte|dor[eé]|cathodes?|ferronickel) (?:for the [^.;,]{3,30} )?(?:came|ran|amounted|totall?ed)|(?:moved|railed|dispatched|despatched)(?= [\d.,]+ (?:million )?(?:tonnes|tons|t|mt) of (?:[a-z-]+ ){0,2}(?:ore|coal|concentrates?|bauxite|metal)\b)|made at|sees(?= [\d.,]+ (?:to|-))|(?:ran|runs?|operated|worked) at(?= [\d.]+% of (?:their |its )?capacity)|(?:to|will|would) (?:make|mine|dig|pump|produce|pour|smelt|refine|deliver|pack|drum|turn out|extract|recover|hoist|yield|cast|mill))\b"
        ),
    ),
    (
        "demand-change",
        re.compile(
            r"\b(?:used|(?:is|are|been) (?:ordering|using|buying|burning|taking|consuming|importing)|ordered|tendered for|called for(?= [\d.,]+ (?:tonnes|tons|mt|t)\b)|needed|consumed|burned|burnt|took in|took(?= [\d.,]+ (?:million )?(?:tonnes|tons|mt|kg|ounces|barrels|pounds)\b|(?= [\d.]+(?:%| ?pct?| per ?cent) (?:less|more|fewer)))|called off(?= [\d.]+(?:%| ?pct?| per ?cent))|took(?= (?:about |nearly |almost |some )?(?:an? )?(?:half|third|quarter|fifth|tenth|sixth|eighth) (?:less|more|fewer))|(?:soak|mopp?|hoover|gobbl|lapp?|swallow|snapp?)(?:s|e[sd]?|ed|ing)?(?: up)?(?= (?:about |nearly |almost |some )?(?:(?:an? )?(?:half|third|quarter|fifth|tenth)|[\d.]+(?:%| ?pct?| per ?cent)) (?:less|more|fewer))|ground(?= [\d.,]+(?:%| ?pct?| per ?cent)? )|ran(?= [\d.,]+ (?:million )?(?:barrels|bpd|tonnes|tons))|(?<=, )(?:taking delivery of|taking|ordering|buying|using|burning|consuming)(?= (?:about |some )?(?:(?:an? )?(?:half|third|quarter|fifth|tenth)|[\d.]+(?:%| ?pct?| per ?cent)) (?:less|more|fewer))|(?:got|gets?|getting|made do|makes? do|coped|managed|survived) (?:by )?(?:with|on)(?= (?:about |some )?(?:(?:an? )?(?:half|third|quarter|fifth|tenth)|[\d.]+(?:%| ?pct?| per ?cent)) (?:less|fewer))|(?:gobbl|swallow|devour|guzzl)(?:e[sd]?|s|ed|ing)?(?: up)?(?= [\d.,]+ (?:million |billion )?[a-z]+ (?:less|more|fewer))|got through|gets through|get through|went through(?= [\d.,]+(?:%| ?pct?| per ?cent)? )|worked through|chewed through|drew(?= [\d.,]+ (?:tonnes|tons|mt|t) of)|drew(?= [\d.,]+ (?:gwh|twh|mcm|bcm|bcf))|sold(?= (?:an? )?(?:half|third|quarter|fifth|tenth|[\d.]+(?:%| ?pct?| per ?cent)) (?:less|more|fewer))|took delivery of|purchased|bought|scooped up|imported|processed|landed|"
            r"(?:to|will|would) (?:use|consume|burn|import|process|need|require|order|buy|take))\b(?=[^.;,]{0,36}\d|[^.;]{0,80} than (?:at|in) any| (?:an? )?(?:half|third|quarter|fifth|tenth)\b)"
        ),
    ),
    (
        "demand-change",
        re.compile(
            r"\b(?:exported|went abroad|was sent abroad|were sent abroad|shipped (?:out|abroad|overseas|(?=\d[^.;]{0,50} (?:abroad|overseas|to [a-z]+)\b))|sent (?:out|abroad|overseas|(?=(?:just |only |about |some )?\d[^.;]{0,50} (?:abroad|overseas|across the border)\b))|let out(?= (?:just |only |about |some )?\d))\b(?=[^.;,]{0,24}\d)"
        ),
    ),
    ("demand-change", re.compile(r"\b(?:was|were|been) used to (?:make|produce|mint|build|coat|plate)\b")),
    (
        "inventory-change",
        re.compile(
            r"\b(?:held|holds?|left (?:in|on|at)|in stock|on hand|carried over|carry-?over|left over|on the quays?|on (?:its|their) hands|in (?:its|their) (?:barns|bins|silos|tanks|yards|sheds|stores|vaults|granaries)|in (?:[a-z]+ )?tanks|in the hands of|in (?:exchange|bonded|lme) (?:stores?|yards?)|lay at|lying at|in storage|in warehouses|in sheds|in tanks|on-warrant)\b"
        ),
    ),
    (
        "production-change",
        re.compile(
            r"\b(?:control (?:index|indicators?)|contributed(?= (?:about |some |around |nearly )?[\d.,]+ (?:million )?(?:tonnes|tons|mt|t|kg|ounces|pounds) of\b))\b"
        ),
    ),
)
"""By pack, what tells that goods are made, used or kept, or are to be, where nothing else says what moved."""
