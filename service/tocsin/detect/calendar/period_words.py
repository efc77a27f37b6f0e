"""Words of periods: comparisons (同比, week on week) and spans of time that a word alone says."""

_COMPARED = {
    "YoY": "year-on-year|year on year|year-over-year|year over year|yoy|y-o-y|y/y|yr/yr|on the year|from a year ago"
    "|from a year earlier|than a year ago|than a year earlier|compared with a year ago|compared to a year ago|on an annual basis"
    "|from the same period last year|compared with the same period last year|compared to the same period last year"
    "|from the same month last year|from the same period a year ago|from the previous year|from last year|over the previous year"
    "|compared to last year|compared with last year|a year earlier|a year ago|versus last year|from the prior year"
    "|同比|同期相比|较去年同期|比去年同期|较上年同期|比上年同期|与去年同期相比|比上年|较上年|比去年|较去年|比一年前|较一年前|年同比|去年同期|上年同期",
    "QoQ": "quarter-on-quarter|quarter on quarter|quarter-over-quarter|quarter over quarter|qoq|q-o-q|q/q|on the quarter"
    "|from the previous quarter|from the prior quarter|from last quarter|compared with the previous quarter|from the preceding quarter"
    "|compared to the previous quarter|较上季度|较上一季度|比上季度|比上一季度|较上季|较二季度|较一季度|较三季度|较四季度",
    "MoM": "month-on-month|month on month|month-over-month|month over month|mom|m-o-m|m/m|on the month|from the previous month"
    "|from the prior month|from last month|compared with the previous month|compared to the previous month|compared to last month"
    "|from a month ago|from a month earlier|compared with last month|than the previous month|from the preceding month"
    "|环比|月环比|较上月|比上月|较上个月|比上个月|较上一月|与上月相比|较前一月|比前一月|较前月|月度环比",
    "WoW": "week-on-week|week on week|week-over-week|week over week|wow|w-o-w|w/w|on the week|from the previous week"
    "|from the prior week|from last week|compared with the previous week|compared to the previous week|compared to last week"
    "|compared with last week|from a week ago|from a week earlier|from last friday|from the preceding week|than last week"
    "|周环比|较上周|比上周|较上一周|较前一周|比前一周|与上周相比|周度环比|较上周末|较节前",
    "day": "day-on-day|day on day|day-over-day|day over day|dod|d/d|d-o-d|on the day|for the day|from the previous day|today|yesterday"
    "|from the previous session|from the prior session|from yesterday|overnight|intraday|daily|in afternoon trade|this morning"
    "|from the previous trading day|from the prior trading day|compared with the previous trading day|compared to the previous trading day"
    "|日环比|较前一日|较前一交易日|较前一个交易日|较上一交易日|比前一日|较昨日|较前日|与前一日|日内|当日|当天|今日|今天|昨日|昨天|夜盘|盘中|单日|日跌幅|日涨幅|早盘|较上日|隔夜",
    "week": "this week|last week|weekly|for the week|in the week|over the week|past week|previous week|during the week|over the past week"
    "|本周|上周|当周|一周|周度|全周|周内|这周|周涨幅|周跌幅|近一周|近周",
    "month": "this month|last month|monthly|for the month|in the month|over the month|past month|previous month|over the past month"
    "|本月|上月|当月|月度|单月|月内|这个月|上个月|近一个月|近一月|月涨幅|月跌幅",
    "quarter": "this quarter|last quarter|quarterly|for the quarter|in the quarter|over the quarter|past quarter|previous quarter"
    "|the quarter|本季度|上季度|当季|季度|本季",
    "year": "this year|last year|annual|annually|yearly|for the year|in the year|over the year|past year|previous year|full-year"
    "|full year|year-to-date|year to date|ytd|so far this year|since the start of the year|since the beginning of the year"
    "|今年|去年|全年|年度|年内|本年|年初以来|今年以来|较年初|比年初|明年|上年|当年|年初至今|以来",
}  # fmt: skip
WORDS: dict[str, str] = {
    word: value for value, words in _COMPARED.items() for word in words.split("|") if word != "以来"
}
