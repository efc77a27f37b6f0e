"""Beside weak words: what stands next to a commodity's ambiguous word (gold, lead, gas) and makes it goods that are dealt in."""

import re

TRADES = re.compile(
    r" (?:(?:chalk|rack|clock)(?:s|ed) up|notch(?:es|ed)|clamber(?:s|ed)|forfeit(?:s|ed)|surrender(?:s|ed)|(?:hardly|barely|scarcely) (?:budged|moved|stirred)|(?:was|were) the (?:day|week|month|session|quarter|year)['’]s (?:biggest|worst|best|star)|(?:has seen|saw|sees|seeing) (?:its|their) prices?|hits?|settle[sd]?|close[sd]?|end(?:s|ed)?|trade[sd]?|holds?|held|post(?:s|ed)?|logs?|marks?|extend(?:s|ed)?|stay(?:s|ed)?|remain(?:s|ed)?|futures|steady|near|above|"
    r"below|back|snap(?:s|ped)?|finish(?:es|ed)?|tops?|struggle[sd]?|trim(?:s|med)?|pare[sd]?|eyes|jumps?|set to|poised|seen|heads?|contracts?|"
    r"(?:saw|sees|ha[sd] seen|have seen) (?:its|the) prices?|reverses?(?= course)|ekes|turns (?:slightly )?(?:up|down|higher|lower|positive|negative)|at (?:a|another) (?:new|fresh|record)|at (?:its |their )?(?:best|worst|strongest|weakest)|touches|nears|hovers?|erases|consolidates|"
    r"(?:to|may|might|could|should|will|likely to|seen|expected to|set to) (?:trade|consolidate|rally|test|top|hit|reach|rise|fall|climb|slip|drop|hover)|"
    r"(?:at (?:about )?(?:rs\.? ?|us\$|[$£€₹])\d[\d,]{2,}|(?:above|below|atop|near|over|under|past|around) (?:rs\.? ?|us\$|[$£€₹])\d[\d,.]*)|"
    r"(?:continu(?:es|ed|ing)|extend(?:s|ed|ing)|resum(?:es|ed|ing)|keeps|kept|maintain(?:s|ed|ing)) (?:its |the |on )?(?:(?:upward|downward|recent|steady|relentless|record-breaking) )?(?:momentum|march|ascent|run|descent|drift|trajectory|rise|fall|rally|climb|slide|gains?|losses|advance|decline|rebound|retreat|falling|rising|climbing|sliding|backing off|backing away))\b"
)
"""What a commodity does on a market."""
MINED = re.compile(
    r" (?:mines?|mining|miners?|explorers?|developers?|deposits?|projects?|ventures?|joint ventures?|discover(?:y|ies)|minerali[sz]ation|exploration|ore|zone|concessions?|"
    r"resources?|producers?|refiner(?:y|ies)|smelters?|exports|imports|ingots?|bullion|dor[eé]|concentrates?|tonnes|ounces)\b"
)
"""What makes a word before it a mineral."""
DELIVERED = re.compile(
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\. \Z|\b(?:january|february|april|june|july|august|september|october|november|december) \Z"
)
"""A month of delivery before goods: `December gold`."""
OF = (
    "demand for ",
    "price of ",
    "prices of ",
    "output of ",
    "production of ",
    "supply of ",
    "imports of ",
    "stocks of ",
    "inventories of ",
    "consumption of ",
    "exports of ",
    "export of ",
    "imports of ",
    "import of ",
    "appetite for ",
    "purchases of ",
    "shipments of ",
    "glut of ",
    *(
        f"{noun} in "
        for noun in "rally sell-off selloff slump collapse rout rebound plunge slide decline drop fall rise surge jump recovery gains losses spike".split()
    ),
    *(
        f"{verb} {much} "
        for verb in ("pump", "pumps", "pumping", "producing", "burning", "buying", "importing")
        for much in ("more", "less")
    ),
    *(
        f"{kind} {span} for "
        for kind in ("best", "worst", "banner", "stellar", "blockbuster")
        for span in ("day", "week", "month", "quarter", "year")
    ),
    *(f"{verb} to " for verb in ("flock", "flocking", "flocked")),
    *(
        f"{verb} into "
        for verb in ("pile", "piling", "piled", "pour", "pouring", "poured", "rush", "rushing", "rushed")
    ),
    "amounts of ",
    "quantities of ",
    "volumes of ",
    "backs on ",
    "enough of ",
    "pressure builds on ",
    "pressure mounts on ",
    "pressure grows on ",
    "pressure on ",
    "new life into ",
    "keeps buying ",
    "kept buying ",
    "continues to buy ",
    "hoarding ",
    "life into ",
    "fire under ",
    "weigh on ",
    "weighs on ",
    "weighed on ",
    "weighing on ",
    "pushes up ",
    "drags down ",
)
"""What stands before goods that are dealt in."""
MEASURE_ON = re.compile(
    r"\b(?:export(?:s|ers?)?|import(?:s|ers?)?|shipments?|cargoes|deliver(?:y|ies)|loadings|suppl(?:y|ies)|purchases?|sales?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|(?:sur)?tax(?:es)?|surcharges?|rebates?|refunds?|bans?|embargo|curbs|controls?|quotas?|licen[cs]es?|permits?|"
    r"restrictions?|probe|investigation|inquiry|orders?|contracts?|tenders?|offtake|stockpiles?|reserves?|stores|hoard|buffer|deposits?|veins?|smugglers|traffickers|use|usage|burn|destocking|restocking|hoarding|smuggling|trafficking|trade|outflows?|inflows?|cancellations|demand|appetite|needs?|requirements?|holdings|buyers?|sellers?|exporters|importers|oversupply|shortage) (?:of|on|for|into|in) "
    r"(?:(?:physical|illegal|illegally mined|smuggled|stolen|undeclared|illicit|imported|refined|raw|chinese|russian|iranian|american|canadian|mexican|indian|japanese|korean|turkish|brazilian|european|foreign|all|more|new|strategic|crude) ){0,2}\Z"
)
"""What is done to goods after it: `a levy on lead`, `licences for tin`."""
TRADED = re.compile(
    r" (?:export|import|trade|supply|stock|reserve|quota|levy|duty|tariff|ban|demand|smuggling|offtake|consumption|purchase|sales?) (?:ban|quota|dut(?:y|ies)|tax|lev(?:y|ies)|tariffs?|curbs|controls?|licen[cs]es?|permits?|rules|contracts?|deals?|agreements?|pacts?|stocks|growth|ring|gang|case|scheme|syndicate|network)\b"
    r"| (?:export|import|smuggl)ers?\b| (?:cargoes|shipments|smuggling|quotas?|tariffs?|bars|stockpiles?|inventories|supplies|deliveries|offtake|reserves?|caverns|stores|holdings|hoard)\b"
    r"| (?:from|out of|into|to|for) (?:its|their|the|state|strategic|national|emergency|government|public) (?:[a-z-]+ ){0,3}?(?:reserves?|stockpiles?|stocks|stores?|storage|spr)\b"
    r"| (?:under (?:export|licen)|(?:to|on|from) (?:its|the) (?:export )?(?:control|controlled|sanctions?|list)|from (?:(?:the|export|import|us) )?(?:tariffs?|dut(?:y|ies)|levy)|shippers|(?:export|import) price)\b"
    r"| (?:market |price )?(?:(?:daily|weekly|monthly|quarterly|annual|morning|evening|closing|market|price) )(?:reviews?|reports?|wraps?|round-?ups?|summary|comment(?:ary)?|updates?|snapshot|outlook|notes?)\b"
    r"| (?:(?:was|is|are|were|being|be|been|bars|ingots|ore|concentrate) )*(?:smuggled|trafficked|seized|confiscated|impounded|looted|leaking|leaks|leaves the country)\b| (?:bars )?(?:worth|weighing) (?:about |some |nearly )?[$€£₹]?\d"
    r"| (?:was|were|is|are|be) (?:(?:added|placed|put|removed) (?:to|under|on|from)|(?:exempted|excluded) from)\b"
)
"""What makes of a word before it goods that are traded: `tin exporters`, `the steel import quota`."""
DEALT_IN = re.compile(
    r"\b(?:(?:swallow|soak|stor|absorb|hoard|stash)ing(?: up| away)?|strategic|emergency|(?:burn[ts]?|burned|burning|bought|buys?|buying|used?|uses|using|took|takes?|taking|orders?|ordered|ordering|needs?|needed|consumes?|consumed|consuming) (?:far |much |a lot |considerably |still |even )?(?:less|more|fewer)|(?:smuggl|export|import|stockpil|traffick|supply|deliver|hoard)(?:e|es|s|ed|ing)?|(?:supplies|delivers|smuggled|contraband|illicit|bootleg|black-market|undeclared|untaxed|stolen|looted|illegally mined|imported)|shipping|trucking) "
    r"(?:(?:more|less|its|their|some|illegal|illegally|mined|smuggled|stolen|undeclared|illicit|refined|raw|unrefined) ){0,2}\Z"
)
"""What makes of a word after it goods that are moved: `jailed for smuggling gold`."""
BY_SHARE = re.compile(r"\d ?(?:%|pc|per ?cent|percent) (?:more|less|fewer) (?:[a-z-]+ ){0,2}\Z")
"""How much more or less of goods: `ordered 6% less steel`."""
OWN_MOVE = re.compile(
    r"['’]s (?:(?:recent|latest|steep|sharp|steady|long|weekly|monthly|dream|blistering|stellar|record|spectacular|stunning|remarkable|historic|red-hot|bull|hot|winning|losing|upward|downward) ){0,2}(?:recovery|rally|run|streak|comeback|ascent|sell-?off|correction|slide|slump|rout|rise|fall|rebound|decline|drop|plunge|gains|losses|surge|jump|climb|retreat|collapse|advance)\b"
)
"""A move that goods are said to have made: `gas's recovery from its low`."""
TAKEN_UP = re.compile(
    r"[^.!?;\n]{0,120}[.!?] (?:(?:the|this) (?:precious |white |yellow |shiny )?metal|(?:its|the metal's) price) (?:(?:has|had|also|then|later|again|is|was) )*"
    r"(?:gain(?:s|ed)?|lost|los(?:es|ing)|rose|risen|rising|fell|fallen|falling|climb(?:s|ed)|slid|add(?:s|ed)|shed|end(?:s|ed)|clos(?:es|ed)|settle[sd]|finish(?:es|ed)|trad(?:es|ed|ing)|hit|touch(?:es|ed)"
    r"|jump(?:s|ed)|surge[sd]|soar(?:s|ed)|drop(?:s|ped)|slip(?:s|ped)|rall(?:ies|ied)|up|down|plung(?:es|ed)|crash(?:es|ed)|sank|slump(?:s|ed)|tank(?:s|ed)|spike[sd]|double[sd]|collapse[sd]|advance[sd]|retreat(?:s|ed)|recover(?:s|ed)|open(?:s|ed)|reach(?:es|ed)|cross(?:es|ed)|top(?:s|ped)|skyrocket(?:s|ed)|bounc(?:es|ed)|rebound(?:s|ed)|tumble[sd]|dip(?:s|ped))\b"
    r"|[^.!?;\n]{0,120}[.!?] it (?:then |has |had )?(?:end(?:s|ed)|clos(?:es|ed)|settle[sd]|finish(?:es|ed)) (?:the )?(?:day|week|month|quarter|year|session|monday|tuesday|wednesday|thursday|friday)\b"
)
"""How the next sentence goes on with a metal as a market does: `Gold did not disappoint. The metal gained 2%`."""
TO_A_PRICE = re.compile(
    r" (?:to|above|past|over|below|under) (?:about |nearly |around )?(?:us)?[$€£¥]\d[\d,.]*(?: (?:a|an|per)\b|/)"
    r"| (?:[a-z-]+ly |is |are |was |were |now |has |have |had |then |briefly |again |even )*(?:"
    r"(?:(?:fetch|command|bring)(?:e[sd]|s|ed|ing)?|costs?|costing|worth|(?:goes|going|go|went|sells?|selling|sold|trades?|trading|traded|chang(?:es?|ed|ing) hands) (?:at|for)) (?:about |nearly |around |just )?(?:us)?[$€£¥]\d[\d,.]* (?:a|an|per)\b"
    r"|[a-z]{3,}(?: back| down| up| clear)? (?:over|past|above|through|under|below|beneath|up the|back the|to|the|(?:its )?(?:grip|hold) on|within (?:an? )?[a-z' ]{4,24} of) (?:about |nearly |around |just |the )?"
    r"(?:us)?[$€£¥]\d[\d,.]*(?: (?:mark|level|line|handle|threshold|barrier|a|an|per)\b|/|(?<=\d[\d,.]\d\d\d)(?! (?:million|billion|trillion|bn|m)\b)))"
)
"""Where goods go by a price, whatever the verb: `gold stormed past $4,000`, `cocoa gave up the $6,000 mark`."""
AFTER_OBJECT = re.compile(
    r"\s*(?:$|[.;]|, (?:which|as|after|while|but|with)\b|(?:on|as|after|to|this|last|while|but|despite|amid|again|above|below|higher|lower|overnight|futures|prices)\b)"
)
"""What may follow goods that are the object of a market's verb."""
PRESSES = re.compile(
    r"\b(?:(?:support|boost|buoy|dent|pressur|help|press)(?:s|ed|ing|e|es)?|cap(?:s|ped)|lift(?:s|ed)?|prop(?:s|ped) up|underpin(?:s|ned|ning)?|hurt(?:s|ing)?|knock(?:s|ed)|(?:weigh|drag)(?:s|ed|ing)? (?:on|down)|(?:took|takes?|taking) the shine off) \Z"
)
"""Verbs by which something moves the price of the goods after them: `falling stocks have buoyed oil`."""
