"""Topics: what a text speaks of as a whole, and of what kind it is.

- `topic` (and `sole`, where a text names but one) and `trade` say of which goods, and whether of goods at all; `headings` below which line, `neutral` which words leave that open.
- `genre`, `lessons`, `lessons_chinese` and `teaching`, `elsewhere`, `money_news` and `release` know texts that sell, teach or tell of other things;
  `market_wraps` reports of a whole market; `backdrop` and `reasons` the setting of a text's news; `revenue` a firm's own size.
"""
