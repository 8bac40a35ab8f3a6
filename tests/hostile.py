"""Strings that try to be more than text; every place that shows or stores text is fed with them."""

HOSTILE: dict[str, str] = {
    "closing markup tag": "Deal [/red] off, says [/b] minister [/]",
    "markup link that runs an action": "[@click=app.quit]news[/] [link=https://x.example]here[/link]",
    "bracketed words": "Kyiv [Reuters] says [TODO] [type=x, v={'a[0]'}] \\[x]",
    "colour escape": "\x1b[31mred\x1b[0m and \x1b[2J\x1b[Hcleared",
    "window title escape": "\x1b]0;owned\x07title \x1b]0;owned too\x1b\\end",
    "clipboard escape": "\x1b]52;c;ZXZpbA==\x07copy \x9d52;c;ZXZpbA==\x9c8-bit",
    "hyperlink escape": "\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\ text",
    "unfinished escape": "before \x1b]0;never ends and goes on",
    "8-bit control sequence": "a \x9b31m b \x84 c \x85 d",
    "bells, nulls and backspaces": "a\x07b\x00c\x08d\x7fe\x0bf\x0cg",
    "bidirectional override": "user \u202egnp.exe\u202c and \u2066isolated\u2069 words",
    "zero width": "mi\u200bni\u2060st\ufeffry\u200d",
    "flood of combining marks": "z" + "\u0300\u0301\u0302\u0303\u0316\u0317" * 40 + "algo",
    "one very long word": "x" * 4000,
    "wide characters": "外交部发言人否认了这一报道并说这是不真实的" * 6,
    "right to left": "وزارة الخارجية تنفي التقرير \u200fוהמשרד שותק",
    "lines": "first line\r\nsecond line\n\n\tthird\u2028fourth",
    "emoji sequences": "👩‍👩‍👧‍👦 family 🏳️‍🌈 flag 🇺🇦 ok ✅",
    "lone surrogate": "half \ud800 a pair",
    "empty": "",
    "only blanks": " \t \n ",
    "quotation for a shell and for SQL": "'; DROP TABLE event; -- \" $(reboot) `id` %s {0} {x!r}",
    "query syntax": 'a-b AND OR NOT NEAR( "x* ^y: col:z',
}
"""Name of the trick and the string."""

CARRIED = {
    "closing markup tag": "off, says",
    "markup link that runs an action": "news",
    "bracketed words": "[Reuters]",
    "colour escape": "red",
    "window title escape": "end",
    "clipboard escape": "copy",
    "hyperlink escape": "link",
    "unfinished escape": "before",
    "8-bit control sequence": "b",
    "bells, nulls and backspaces": "abcdefg",
    "zero width": "ministry",
    "wide characters": "外交部",
    "right to left": "وزارة",
    "lines": "first line",
}
"""What of it must still be readable: nothing may vanish with the trick."""
