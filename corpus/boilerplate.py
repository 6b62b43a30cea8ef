"""Cleaning rules that know a line by its words: credits, buttons, notices. None knows a particular publisher."""

import re
from collections.abc import Iterator

from corpus.lines import Line, Page, Rule
from corpus.spans import Span

# A longer line is prose, whatever it begins with (in words).
_LONGEST_WIDGET = 14
_LONGEST_NOTICE = 120

_NAME = r"[A-Z][\w.'’-]+"
_WEEKDAY = r"(?i:mon|tues?|wed|thu|fri|sat|sun)\w*,?"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?"
_DAY = rf"(?:{_WEEKDAY}\s)?(?:\d|{_MONTH}\s\d)"
_CREDIT = re.compile(
    rf"""[A-Z]{{2,12}}(?:\s(?:Photo|Images|Pool))?\s?/\s?[A-Z][a-z]\S*(?:[\s/]+[A-Z][a-z.]\S*){{1,4}}
    | \(?(?i:(?:file\s)?photos?|pictures?|images?|(?:photo\s|image\s)?credit|illustration)(?:\s(?i:by)\s|\s?[:/]\s?).+
    | (?i:(?:written\s|story\s|reporting\s)?by):?\s(?:{_NAME}(?:\s(?:{_NAME}|and|&|in|for))+|[A-Z]{{2,6}})
        (?:\s?[|•]\s?.*|,\s{_NAME}(?:\s(?:{_NAME}|of|for|the|and|\d[\d:,]*))*)?
    | (?i:(?:by|from)\s(?:our|an?)\s(?:own\s|special\s|staff\s|foreign\s|local\s)*(?:correspondents?|reporters?))
        (?:\s(?:in|at|from)\s(?:the\s)?{_NAME}(?:\s{_NAME})*)?
    | (?i:(?:additional\s)?reporting|writing|editing|compiled|edited)\s(?i:by|from)\s{_NAME}.*
    | {_NAME}\s.*\b(?:logo|(?i:getty\simages|stock\sphotos?))
    | (?i:first\spublished|published|posted|updated|last\supdated|last\smodified)\s?(?i:on\b|at\b|:)?\s?{_DAY}.*
    | \d+\s?(?i:min|minutes?)\s(?i:read)\.?
    """,
    re.VERBOSE,
)
# "Press release 11/2023", "For immediate release", and "Press release" alone
_KIND = re.compile(
    r"(?P<sure>(?:press|news|media)\srelease\s(?:no\.?\s?)?[\d/–-]*\d|for\simmediate\srelease)\W*"
    r"|(?:press|news|media)\srelease\W*",
    re.IGNORECASE,
)
_AT_THE_TOP = 3  # lines
_CONTRIBUTED = re.compile(
    r".*\b(?:contributed|contributing|reported|reporting)\b.*\bto\s(?:this|the)\s(?:report|story|article|piece)\W*",
    re.IGNORECASE,
)
_WIDGET = re.compile(
    r"""font\ssize\W*[a+ -]*
    | (?:follow|like|find|join)\s(?:.{1,60}\s)?on\s
        (?:twitter|facebook|instagram|x|linkedin|youtube|telegram|whatsapp)\b.*
    | (?:send|submit|e-?mail)\s(?:us\s)?(?:your\s)?(?:news\s)?tips\b.* | got\sa\s(?:news\s)?tip\b.*
    | your\se-?mail\saddress\swill\snot\sbe\spublished\b.* | required\sfields\sare\smarked\b.*
    | (?:sign\sup|subscribe|register)\s(?:(?:now|here|today)\b.*|(?:for|to)\s(?:our|the|this|your|free|daily)\b.*)
    | (?:click|tap)\shere\b.* | skip\sto\s(?:main\s)?content | back\sto\stop | print\sthis\s(?:page|article)
    | advertisement | sponsored(?:\scontent)?
    | (?:show|load|view|read|see)\s(?:all\s|more\s)?(?:\d+\s)?comments?(?:\s?\(\d+\))? | comments?\s?\(\d+\)
    | (?:continue|keep)\sreading\b.* | read\s(?:more|also|next)\s?(?:[:>»→].*)? | read\sthe\sfull\s(?:story|article)\b.*
    | (?:also\sread|see\salso|related|watch)\s?:.*
    | (?:copyright|©|\(c\))\W.*\b(?:19|20)\d\d\b.* | .{0,60}\ball\srights\sreserved\W*
    | share\s(?:this|on|via)\b.{0,40}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:\bwe|this\s(?:web)?site|our\s(?:web)?site)\b.{0,40}\bcookies\b|\b(?:accept|reject|manage)\s(?:all\s)?cookies\b"
    r"|\bby\scontinuing\sto\s(?:use|browse)\b.{0,60}\bcookies\b",
    re.IGNORECASE,
)
_LICENCE_WORDS = ("republi", "reprint", "reproduce", "copyright", "licen", "rights reserved", "creative commons")
_LICENCE_CUES = tuple(
    re.compile(cue)
    for cue in (
        r"\brepublish(?:ed|ing)?\b|\breprint(?:ed|ing|s)?\b|\brepublication\b",
        r"\b(?:without|free of) charge\b|\bfor free\b",
        r"\b(?:our|the|their) (?:logo|byline|reporter[’']s byline|guidelines|terms of use)\b|\bour (?:content|article)",
        r"\bplease (?:contact|e-?mail)\b|\bcontact\s\S+@|\bvisit our\b",
        r"\bcreative commons\b|\blicensed under\b|\bcc[- ]by\b",
        r"\b(?:all|this) (?:content|article|material|story)\b.{0,80}\b(?:created|owned|provided|available|may)\b",
        r"\bmay not be (?:published|reproduced|broadcast|rewritten|redistributed)\b",
        r"\bcopyright\b|\ball rights reserved\b|\bwritten permission\b",
    )
)
_SHARE_WORD = re.compile(
    r"share|tweet|facebook|twitter|x|whatsapp|e-?mail|print|linkedin|pinterest|reddit|telegram|messenger|copy|link|save"
    r"|comments?|flipboard|sms|instagram|youtube|bluesky|threads",
    re.IGNORECASE,
)
_SHARE_GAP = re.compile(r"[\s|/,•·]+")
_REFERENCE = re.compile(
    r"[(\[](?:RELATED|READ|READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|MORE|WATCH|LISTEN|Related|Read (?:more|also)|See also)"
    r"\s?:[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]"
)


def _lines_like(pattern: re.Pattern[str], longest: int) -> Rule:
    """A rule for lines of up to `longest` words that match as a whole."""

    def rule(page: Page) -> Iterator[Span]:
        return (line.span for line in page.lines if line.words <= longest and pattern.fullmatch(line.text))

    return rule


# Lines without a letter or a digit, but for those that are brackets only: these belong to code.
separators = _lines_like(re.compile(r"(?![][(){};,\s]+$)[\W_]+"), _LONGEST_WIDGET)
# Who wrote, photographed or edited it, and when it was put up.
credits_ = _lines_like(_CREDIT, _LONGEST_WIDGET)
contributors = _lines_like(_CONTRIBUTED, 2 * _LONGEST_WIDGET)
# Invitations and buttons: follow, subscribe, send tips, read more.
widgets = _lines_like(_WIDGET, _LONGEST_WIDGET)


def kinds(page: Page) -> Iterator[Span]:
    """What kind of text it is; further down, "Press release" alone may be an item or a heading of the text itself."""
    for place, line in enumerate(page.lines):
        if (found := _KIND.fullmatch(line.text)) and (found["sure"] or place < _AT_THE_TOP):
            yield line.span


def share_bars(page: Page) -> Iterator[Span]:
    """Lines of nothing but places to share to."""
    for line in page.lines:
        if line.words <= _LONGEST_WIDGET and _SHARE_WORD.match(line.text):
            places = [place for place in _SHARE_GAP.split(line.text) if place]
            if len(places) > 1 and all(_SHARE_WORD.fullmatch(place) for place in places):
                yield line.span


def cookie_notices(page: Page) -> Iterator[Span]:
    """What a site says about its cookies."""
    for line in page.lines:
        if line.words <= _LONGEST_NOTICE and "cookies" in line.text.lower() and _COOKIES.search(line.text):
            yield line.span


def licences(page: Page) -> Iterator[Span]:
    """Paragraphs on who may use the text: at least three of the things such a paragraph says."""
    return (line.span for line in page.lines if line.words <= _LONGEST_NOTICE and _is_licence(line))


def _is_licence(line: Line) -> bool:
    text = line.text.lower()
    return any(word in text for word in _LICENCE_WORDS) and sum(1 for cue in _LICENCE_CUES if cue.search(text)) >= 3


def references(page: Page) -> Iterator[Span]:
    """Bracketed pointers to other articles, inside a paragraph too, but never from within a sentence."""
    for line in page.lines:
        for found in _REFERENCE.finditer(line.text) if ":" in line.text else ():
            before, after = line.text[: found.start()].rstrip(), line.text[found.end() :].strip()
            if not before or not after or before.endswith((".", "!", "?", "…", '"', "”", "’", ")")):
                yield line.start + found.start(), line.start + found.end()
