"""The words by which page furniture gives itself away, English and Chinese (simplified and traditional).

Patterns are tried on one line or paragraph at a time and have bounded repeats, so that a hostile line costs linear time.
"""

import re

_I = re.IGNORECASE


def _whole(*parts: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(parts) + r")[\s>»›→.…:：|]*\Z", _I)


FURNITURE = _whole(
    # reading on
    r"[\[(]?(?:read|learn|see|view|show|load|find out|discover) (?:more|less|full (?:story|article)|the full (?:story|article)|all)(?: (?:about|here|on|from|at) .{0,60}|\b.{0,12})",
    r"continue reading.{0,60}",
    r"(?:click|tap) (?:here|to) .{0,60}",
    r"\(?more\)?",
    r"\.{3,}|…+",
    r"skip to .{0,30}",
    r"(?:back to )?top",
    r"(?:next|previous|prev|older|newer)(?: (?:article|post|page|story))?s?",
    r"\d{1,3} ?(?:/|of) ?\d{1,3}",
    # sharing, tools
    r"(?:share|tweet|pin|email|print|save|copy link|copy|bookmark|like|follow(?: us)?|listen|gift)(?: (?:this|on|via|it|to|article|story|post|us|link|in|with).{0,60})?",
    r"(?:(?:share|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|wechat|weibo|email|e-mail|print|copy link|messenger|pinterest|instagram|youtube|threads|line|tumblr|flipboard|rss|save|comment|more)[\s|,/·•&-]{0,3}){1,14}",
    r"\d{1,7} ?(?:shares?|views?|comments?|likes?|reads?|min(?:ute)?s? read|min(?:ute)?s? to read)",
    r"(?:views|reads|shares|reading time|est\. reading time)[:：]? ?[\d,.]{1,9}.{0,12}",
    # account, menus
    r"(?:home|menu|search|search documents|workflow|icon|logo|login|log ?in|log ?out|sign ?in|sign ?up|register|subscribe(?: now| today)?|my account|newsletters?|contact(?: us)?|about(?: us)?|careers|advertise(?: with us)?|help|faq|support|sitemap|site map|feedback|settings|language|english|chinese|中文|简体|繁體|en|zh|cn|close|open|back|loading|filters?|sort by.{0,20}|tags?|topics?|categories|category|markets|prices|news|events|data|analysis|image|video|photos?|gallery|podcasts?|advertisement|sponsored|ad|ads|promoted|loading)",
    r"(?:sign|subscribe|register|log) ?(?:up|in)?,? (?:for|to|with|now)\b.{0,140}",
    r"(?:get|receive) (?:the|our|your|daily|breaking|free) .{0,60}(?:newsletter|inbox|alerts?|e-?mails?).{0,60}",
    r"(?:download|get) (?:the|our) .{0,20}app.{0,40}",
    r"enter your e-?mail.{0,60}",
    r"already (?:a (?:member|subscriber)|registered).{0,60}",
    # wires
    r"--\s?[\w .&'-]{2,40}\s?--",
    r"-{3,}|_{3,}|={3,}|\*{1,}(?: ?\* ?\*)?|(?:# ?){2,}|-ends?-|-30-|end of (?:news|release).{0,20}",
    r"(?:original|source)(?: (?:press )?release)?[:：]? ?(?:https?://\S{1,300})?",
    r"view (?:the )?(?:source|original) (?:version|release|content).{0,400}",
    r"source[:：] ?[\w .,&'’-]{2,60}",
    r"pickup - .{0,600}",
    r"[\w .&’'-]{2,60} is powered by\s.{1,40}",
    r"to receive sms alerts from .{0,160}",
    r"note to investors[:：].{0,400}",
    r"please see full terms of use .{0,400}",
    r"(?:for|to) (?:more|further|additional|any)? ?(?:information|info|inquir(?:y|ies)|enquir(?:y|ies)|details|media inquiries|interviews?|learn more)\b.{0,20}(?:please |kindly )?(?:visit|contact|call|e-?mail|see|go to|reach|click).{0,300}",
    r"(?:for|to) (?:more information|learn more)(?: on| about)? [^.。]{0,160}(?:visit|contact|click|email|call)\b.{0,200}",
    r"for any inquiries or .{0,200}",
    r"to (?:view|read|see|access|download|watch) the (?:full|complete|entire|original) .{0,40}(?:visit|click|see|go to|here)\b.{0,200}",
    r"the post .{0,250} (?:appeared first on|first appeared on) .{0,60}",
    r"(?:please )?(?:contact|email|e-mail|call|write to)(?: us)?(?: at| via| on)?[:：]? ?\S{1,60}@\S{1,60}.{0,60}",
    r"(?:contact details|company website|media contact|press contact|investor contact).{0,160}",
    # pictures
    r"\(?(?:featured )?(?:image|photo|picture|illustration|graphic|file photo|photograph)s?(?: credit| courtesy| source)?s?(?: of| by|[:：]).{0,160}",
    r"credit[:：].{0,100}",
    r"(?:getty|shutterstock|unsplash|istock)\b.{0,60}",
    # comments
    r"(?:no|\d{1,6}) comments?(?: yet)?",
    r"(?:post|leave|add|write) (?:a|your) (?:comment|reply).{0,30}",
    r"be the first to comment.{0,30}",
    r"join the (?:conversation|discussion).{0,40}",
    r"comments? (?:are )?(?:closed|off).{0,40}",
    r"(?:©|\(c\)|copyright\b|copyright ©).{0,200}",
    r".{0,80}all rights reserved.{0,80}",
    r"(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookie policy|cookies|disclaimers?|legal|accessibility|do not sell.{0,40}|imprint)(?:[\s|,/·•&-]{1,3}(?:and )?(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookie policy|cookies|disclaimer|legal|accessibility|contact|about(?: us)?|sitemap|imprint|advertise|help))*",
    r"(?:accept|reject|allow|manage|decline)(?: all)?(?: cookies| preferences| settings)?",
    r"(?:cookie|privacy) (?:settings|preferences|notice)",
    # Chinese
    r"(?:首页|首頁|主页|导航|菜单|搜索|搜尋|登录|登錄|登入|注册|註冊|免费注册|退出|返回(?:首页|顶部|列表)?|更多|查看更多|加载更多|展开(?:全文)?|收起|阅读全文|閱讀全文|阅读原文|查看原文|点击(?:查看|进入|阅读|下载|这里)?.{0,20}|下一篇.{0,60}|上一篇.{0,60}|下一页|上一页|分享(?:到|至)?.{0,20}|收藏|点赞|赞|在看|转发|评论|打印|举报|复制链接|扫(?:码|一扫|描).{0,30}|关注(?:我们|公众号|微信)?.{0,20}|微信|微博|朋友圈|QQ空间|字号.{0,12}|字体.{0,12}|广告|推广|赞助|下载(?:APP|客户端).{0,20}|打开(?:APP|客户端).{0,20}|[\u4e00-\u9fff]{2,6}资讯|资讯|行情|快讯|专栏|专题|要闻|热点|大 ?中 ?小|A ?[+-](?: ?A ?[+-])?)",
    r"(?:责任编辑|责编|责任校对|编辑|編輯|责任編輯|校对|审核|审校|值班编辑|实习编辑|作者|撰文|记者|原标题|原標題|关键词|关键字|标签|標籤|图片来源|图源|来源图片|阅读量?|浏览量?|点击量?|评论数?)[:：].{0,80}",
    r"[（(【\[]?(?:责任编辑|责编|編輯|编辑|作者单位|本文来源|文章来源)[:：]?.{0,60}[】）)\]]?",
    r"\d{1,7}(?:条评论|人评论|人参与|次阅读|阅读|人已阅读)",
    r"(?:暂无|发表|网友|我要|全部|最新|热门)评论.{0,20}",
    r"(?:电话|传真|邮箱|联系电话|联系人|地址|邮编|客服热线|热线|投稿邮箱)[:：].{0,100}",
    r"[\u4e00-\u9fff]{2,14} ?(?:电话|联系电话)[:：].{0,60}",
    r"(?:京|沪|粤|浙|苏|川|鲁|津|渝|闽|湘|鄂|豫|冀|辽|皖|赣|陕|桂|黑|吉|云|贵|琼|晋|蒙|新|甘|宁|青|藏)ICP[备证].{0,60}",
    r"京公网安备.{0,40}",
    r"版权所有.{0,60}",
    r"(?:完|本文完)|[（(](?:完|本文完|完结|编辑.{0,10})[）)]",
)
"""Lines that are furniture from end to end."""

ADDRESS = re.compile(
    r"(?:[\w ().]{1,40}[:：]\s?)?(?:(?:https?://|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|[\w-]{2,40}\.(?:com|net|org|io|cn|co)(?:/\S{0,200})?"
    r"|(?:tel|phone|fax|mobile|office|电话|传真)?[.:：]?\s?\+?\(?\d{1,4}\)?(?:[\s.()-]{1,3}\d{2,5}){2,5}(?: ?(?:x|ext\.?) ?\d{1,6})?)[\s.,;|]*\Z",
    _I,
)
"""A line that is only an address, a phone number or an e-mail."""

CRUMBS = re.compile(
    r"(?:您?(?:当前|现在)?(?:的)?位置[:：]|home\b|首页|首頁)\s{0,2}(?:[>»/›|]|-&gt;|--?>).{0,160}\Z", _I
)
LINK_LINE = re.compile(
    r"(?:[*+-]\s|\d{1,3}\.\s)?!?\[[^\]\n]{0,300}\]\([^)\s]{0,600}(?:\s\"[^\"]{0,200}\")?\)[\s|·•,]*(?:!?\[[^\]\n]{0,200}\]\([^)\s]{0,600}\)[\s|·•,]*){0,20}\Z"
)
LABELLED_LINK = re.compile(r"[\w .&'-]{1,30}[:：-]\s{0,2}\[[^\]\n]{1,300}\]\([^)\s]{1,600}\)\s*\Z")
LINK = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\s]{0,600}\)|\[([^\]\n]{1,300})\]\((?:https?:|/|#|mailto:|www\.)[^)\s]{0,600}(?:\s\"[^\"]{0,200}\")?\)"
)

COOKIES = re.compile(
    r"\b(?:we|this (?:site|website|page)|our (?:site|website|partners))\b.{0,60}\b(?:uses?|using|store|place)\b.{0,30}\bcookies\b|\bcookies\b.{0,80}\b(?:accept|consent|agree|privacy policy|preferences)\b|使用.{0,12}cookie",
    _I,
)

RELATED = _whole(
    r"(?:related|recommended|similar|further|suggested|popular|trending|latest|top|breaking|other|featured|recent) (?:news|articles?|stories|posts?|content|reading|topics?|links?|coverage|reports?|analysis|for you|headlines|reads)(?: .{0,30})?",
    r"(?:recommended|trending|most (?:read|popular|viewed|shared))(?: (?:now|today|this week|for you|stories|news|articles))?",
    r"you (?:may|might|could) (?:also|be) .{0,40}",
    r"more (?:news|stories|articles|headlines|coverage|like this|to read|reading|from .{1,50}|in .{1,40}|on this .{0,30}|on .{1,40})",
    r"read (?:next|also|this next)",
    r"what to read next",
    r"up next",
    r"see also",
    r"also read",
    r"don['’]t miss",
    r"editor['’]?s?['’]? (?:picks?|choice)",
    r"in other news",
    r"keep reading",
    r"(?:paid|sponsored|partner) content",
    r"from (?:around )?the web",
    r"(?:around|elsewhere on) the web",
    r"[【\[]?(?:相关|相關|推荐|推薦|延伸|热门|熱門|精彩|更多|往期|最新|热点|猜你喜欢|为您|為您|为你|大家都在|今日|精选|其他|其它|你可能|您可能|同类|編輯|编辑)(?:的)?(?:阅读|閱讀|新闻|新聞|文章|报道|報道|報導|推荐|推薦|内容|資訊|资讯|精选|回顾|看|喜欢|还喜欢|感兴趣.{0,6}|快讯|链接|連結|话题|專題|专题|帖子|研报|视频)[】\]]?",
    r"猜你喜欢|猜您喜欢|你可能.{0,10}|您可能.{0,10}",
)
"""Headings under which only other articles are announced."""

READ_MORE = _whole(r"read (?:more|on)", r"(?:阅读|閱讀|查看)更多|更多(?:阅读|閱讀)")
"""What is a button between paragraphs, and below the last one a heading of other articles."""
_TEASER_LABELS = (
    r"(?:read (?:more|also|next)|also read|see also|(?:more )?related(?: (?:news|article|story|stories|coverage|content|reading|link|post)s?)?|more on this|don['’]t miss|what to read next"
    r"|相关(?:阅读|新闻|报道|文章|链接)|推荐阅读|延伸阅读|更多阅读|更多精彩|往期回顾|相關(?:閱讀|新聞|報導|文章|連結)|推薦閱讀|延伸閱讀|更多閱讀)"
)
RELATED_INLINE = re.compile(
    rf"[\[(（【]?(?:{_TEASER_LABELS}|read|recommended(?: for you)?|trending(?: now)?|watch|up next|keep reading|top stories|most read|editors?['’]?s?['’]? (?:picks?|choice)"
    r"|(?:next|prev|previous)(?: (?:article|story|post|page|read|up)|(?=[:：]\s?(?:[^\d\W]{2,}[ -]){2}))|more from [^:：|]{1,40}|advertisement|sponsored|promoted|paid content)[】\])）]?\s?[:：|]\s?.{1,250}\Z"
    rf"|[【\[]?(?:{_TEASER_LABELS}|热门推荐|精彩推荐|(?:点击|點擊)?(?:查看|阅读|閱讀|了解)(?:更多|全文|原文|详情|詳情)|广告|廣告|推广)[】\]]?[:：|].{{1,400}}\Z"
    r"|【(?:推荐|推薦|相关|相關|延伸|热门|熱門|往期|广告|廣告)(?:阅读|閱讀|新闻|新聞|文章|回顾|回顧)?】.{1,400}\Z",
    _I,
)
"""Lines that announce another article, or sell something, behind a label of their own."""
TEASER = re.compile(rf"(?<=[.!?。！？”\"'’)）])\s{{0,3}}[\[(（【]?{_TEASER_LABELS}[】\])）]?\s?[:：|]\s?(?=\S)", _I)
"""Such a label within a paragraph of news, behind a sentence."""
_TEASER_STEMS = ("read", "related", "see also", "more on", "miss", "阅读", "閱讀", "相关", "相關", "精彩", "往期")


def may_be_teaser(text: str) -> bool:
    """Tell quickly that TEASER cannot be found."""
    low = text.lower()
    return (":" in low or "：" in low or "|" in low) and any(stem in low for stem in _TEASER_STEMS)


COMMENTS = _whole(
    r"(?:(?:\d{1,6} )?comments?|comments? \(\d{1,6}\)|discussion|leave a (?:reply|comment)|(?:post|add|write) a comment|(?:网友|用户|全部|最新|热门)?评论区?(?:[（(]\d{1,7}[）)])?|网友评论)"
)
"""Headings under which only readers speak."""

_LEGAL_NAMES = (
    r"(?:cautionary (?:statement|note|language)s?.{0,100}|(?:note|statement|information|disclosure|disclaimer|caution)?s? ?(?:on|about|regarding|concerning|as to)? ?(?:forward[- ]looking) (?:statements?|information).{0,80}"
    r"|safe[- ]harbou?r.{0,80}|legal (?:notice|disclaimer|information)|(?:general |important |legal |full |risk |investment |medical |media )?disclaimers?(?: .{0,40})?|disclosures?(?: statement)?"
    r"|(?:important|regulatory|investor|legal) (?:notices?|information|disclosures?)(?: .{0,40})?|risk (?:warning|disclosure|disclaimer)s?|copyright(?: notice| statement)?|data source statement|non-(?:gaap|ifrs).{0,80}|no offer or solicitation|additional information and where to find it"
    r"|[【\[]?(?:免责声明|免責聲明|风险提示|風險提示|风险揭示|版权声明|版權聲明|法律声明|法律聲明|郑重声明|特别声明|特別聲明|重要声明|重要提示|本刊声明|数据来源声明|数据说明|投资有风险.{0,16}|声明|聲明|特此声明|友情提示)[】\]]?)"
)
LEGAL_HEADING = _whole(_LEGAL_NAMES)
LEGAL_OPENING = re.compile(_LEGAL_NAMES + r"\s?[:：】\]—–-]", _I)
"""A paragraph that opens with the name of a legal notice and goes on in the same line."""

CONTACT_HEADING = _whole(
    r"(?:for )?(?:media|press|investors?|company|corporate|public|pr|sales|analyst|general|partnership)?(?: (?:and|&|or|/) (?:media|press|investors?|public))?(?: relations?)? ?(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|contact (?:information|details|us|person)).{0,60}",
    r"investor relations.{0,30}",
    r"contacts? for more information",
    r"social (?:media )?(?:links|media)",
    r"follow us on.{0,80}",
    r"connect with us.{0,80}",
    r"联系(?:我们|方式|人)|聯絡(?:我們|方式)|媒体联系|媒體聯絡|投资者关系",
)
_COMPANY_END = r"(?:[^!?。.]|\.(?=[\w,]|\s\(|\s(?:and|&)\s)|(?<=\b[A-Z])\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bLtd)\.|(?<=\bCo)\.|(?<=\bJr)\.|(?<=\bplc)\.)"
ABOUT_HEADING = re.compile(
    rf"(?i:(?:more )?about) (?:the |The )?[A-Z$“\"'’(]{_COMPANY_END}{{0,95}}\s?\Z|[Aa]bout (?:[Uu]s|our [a-z]{{4,12}})[:：]?\Z"
    r"|(?:关于|關於)(?:我们|我們|本公司|[\u4e00-\u9fffA-Za-z0-9·&（）() ]{2,24})[:：]?\Z|(?:公司|企业)简介[:：]?\Z"
)
ABOUT_OPENING = re.compile(
    r"about (?:the )?([A-Z][^.:：!?]{1,90}?)[:：]\s\S|(?:关于|關於)([\u4e00-\u9fffA-Za-z0-9·&]{2,24})[:：]\S", _I
)
DESCRIPTION = re.compile(
    r"\b(?:is|are) (?:an?|the|one of|dedicated|committed|focused|engaged|recognized|powered|headquartered|based|home|building|on a mission|transforming|among|listed|focusing|currently)\b|\b(?:founded|established|headquartered|incorporated|based|formed|created|launched) (?:in|by|on)\b|\bsince \d{4}\b"
    r"|\b(?:leading|premier|global|trusted) (?:\w+ ){0,4}(?:provider|company|platform|producer|developer|firm|manufacturer|supplier|organization|publisher|media)\b|\bprovides?\b|\bspeciali[sz]e[sd]? in\b|\boffers?\b|\bmission\b|\b(?:nyse|nasdaq|tsx|asx|otc\w*|lse|aim|cse)\b\s?[:：]|\bour\b|\bwww\.|https?:"
    r"|成立于|总部(?:位于|设)|是一家|是(?:全球|中国|国内|亚洲).{0,20}(?:领先|企业|公司|平台)|致力于|主营业务|创立于|創立於|成立於|是一間",
    _I,
)  # fmt: skip

LEGAL = re.compile(
    r"no part of (?:this|the) .{0,60}\bmay be\b|without (?:the )?(?:(?:prior|express|explicit|our|its) ){0,3}written (?:permission|consent|approval|authori[sz]ation)|all rights reserved|protected by (?:the )?(?:[\w'’]{1,20} ){0,4}(?:copyright|intellectual)|copyright law|original work and/or compilation"
    r"|(?:not|nor)(?: be)? (?:constitut\w{1,5}|intended (?:to be|as)|(?:be )?construed as|(?:be )?considered|(?:be )?relied upon as|be taken as|represent)(?: as)?(?: an?| any| direct| professional){0,3} ?(?:investment|investing|financial|trading|legal|tax|medical|professional|offer|solicitation|recommendation|advice|decision-making)"
    r"|(?:for|of) (?:general )?(?:informational|information|reference|educational|illustrative)(?: and [\w]{1,15})? (?:purposes? )?only|for (?:your )?reference only|not a solicitation|(?:an offer|solicitation of an offer) to (?:sell|buy|purchase)"
    r"|forward[- ]looking (?:statements?|information)|private securities litigation reform act|section 2[17][ae] of the|actual (?:results|events|outcomes)\b.{0,60}\bdiffer|does not accept (?:any )?responsibility for the (?:adequacy|accuracy)|no means of verifying|(?:undertakes?|assumes?|accepts?|have|has|disclaims?) (?:no|any) (?:such )?(?:obligation|liability|responsibility|duty)|(?:has|have|had) been compensated|(?:was|were|is|are) (?:paid|compensated) (?:by|for)\b.{0,60}\b(?:content|publi|disseminat|article|campaign)|contains? sponsored content|paid (?:advertisement|promotion)"
    r"|neither .{0,80}\b(?:exchange|regulation services)\b.{0,160}\baccepts? responsibility|do your own (?:due diligence|research)|past performance (?:is|does) not|the statements? (?:in|on) this (?:article|page|report) (?:is|are) (?:for|not)"
    r"|不构成.{0,12}(?:投资|买卖|操作|交易|任何)?.{0,4}(?:建议|意见|依据|邀约|要约)|不構成.{0,12}(?:建議|意見|要約)|仅供.{0,8}参考|僅供.{0,8}參考|风险自[担负]|風險自[擔負]|据此(?:操作|入市|投资|买卖|交易)|據此(?:操作|入市|投資|買賣)|(?:入市|投资|投資)需谨慎|投資需謹慎"
    r"|未经.{0,16}(?:授权|许可|同意|允许|书面).{0,16}(?:转载|复制|使用|摘编|引用|传播|刊载|发布|不得以)|未經.{0,16}(?:轉載|複製|使用|引用)|版权(?:均)?(?:归|所有|属于)|版權(?:歸|所有)|转载(?:请|须|需|时|务必)|轉載(?:請|須|需)|侵权(?:必究|请|联系|行为)|如有侵(?:权|犯)|(?:不|仅|只|并不)代表.{0,6}(?:本网|本站|本报|本平台|本公司|本刊|作者|其)|本(?:站|网|平台|公众号)(?:不|对).{0,20}(?:责任|保证|负责)|著作权法|知识产权.{0,10}保护|真实性.{0,12}(?:不作|不做|不承担|概不)",
    _I,
)  # fmt: skip
"""Phrases that hardly occur outside legal notices."""

_LEGAL_STEMS = (
    " written", "reserved", "copyright", "original work", "protected by", "constitut", "intended", "construed", "considered", "relied", "taken as", "represent",
    " only", "solicitation", "offer to", "forward-looking", "forward looking", "reform act", "section 2", " differ", "obligation", "liability", "responsib", " duty", "verifying",
    "compensated", "sponsored", "paid ", "diligence", "own research", "past performance", "statements in", "statement in", "statements on", "part of th",
    "构成", "構成", "参考", "參考", "自担", "自负", "自擔", "自負", "据此", "據此", "谨慎", "謹慎", "未经", "未經", "版权", "版權", "转载", "轉載", "侵权", "侵犯",
    "代表", "著作权", "知识产权", "真实性", "本站", "本网", "本平台", "公众号",
)  # fmt: skip


def may_be_legal(text: str) -> bool:
    """Tell quickly that LEGAL cannot be found: a tenth of the pattern's own time, and most paragraphs end here."""
    low = text.lower()
    return any(stem in low for stem in _LEGAL_STEMS)


WARY = re.compile(
    r"\b(?:risks? and uncertainties|uncertaint(?:y|ies)|risk factors|no assurance|there can be no|no guarantee|could cause|may differ|materially|sec filings?|sedar|form (?:10-k|10-q|20-f|8-k|s-1)|anticipates?,?|believes?,?|estimates?,? |similar expressions|readers are cautioned|cautioned|undue reliance|accuracy|completeness|liabilit(?:y|ies)|terms (?:of|and)|hereby|herein|thereof|warrant(?:y|ies)|indemnif|disclaimer|securities act|jurisdiction|registration|policy)\b|免责|责任|风险|声明|本报告|本公司",
    _I,
)  # fmt: skip
"""Words of which a legal paragraph without a phrase of LEGAL holds several."""
