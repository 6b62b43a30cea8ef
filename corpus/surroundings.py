"""Cleaning rules that know a line by its place: what stands above a story, and what follows it."""

import re
from collections.abc import Iterator

from corpus.lines import Line, Page
from corpus.spans import Span

_LONGEST_HEADLINE, _SHORTEST_HEADLINE = 25, 4  # words

_ROLE = re.compile(
    r"[A-Z][\w.'’-]*,?\s(?:(?:[A-Z][\w.'’-]*,?|and|of|for|the|in|[&|,•-])\s)+"
    r"(?:Reporter|Correspondent|Editor|Contributor|Columnist|Writer|Journalist|Producer|Bureau Chief)"
)
_SECTIONS = frozenset(
    (
        *("world", "politics", "business", "economy", "sport", "sports", "opinion", "news", "home", "technology"),
        *("tech", "science", "health", "entertainment", "culture", "lifestyle", "travel", "video", "videos", "photos"),
        *("national", "local", "international", "middle east", "africa", "asia", "europe", "americas", "us", "u.s."),
        *("uk", "analysis", "breaking news", "latest news", "top stories", "environment", "education", "features"),
        *("investigations", "arts", "defense", "defence", "security", "world news", "us news", "uk news", "exclusive"),
    )
)
_BREADCRUMB = re.compile(r"\s[>»/|›]\s")
_COMMENT_FORM = re.compile(
    r"(?:leave|post|add|write)\s(?:a|your)\s(?:reply|comment)\b.{0,40}|join\sthe\s(?:conversation|discussion)\W*",
    re.IGNORECASE,
)
_MORE_HEADLINES = re.compile(
    r"(?:related|recommended|most\sread|most\spopular|trending|you\smay\salso\slike|more\sfrom\b.{0,40}|more\sstories"
    r"|top\sstories|latest\snews|read\snext)(?:\s(?:articles|stories|news|posts|content|topics|links))?\s?:?",
    re.IGNORECASE,
)
_TEASER_END = re.compile(r"(?:\.\.\.|…|\[…\])\s?(?:[A-Z][\w&'’]*\s?){0,4}[-–—|>»]?$")


def author_lines(page: Page) -> Iterator[Span]:
    """A name and an office ("… Foreign Policy Reporter") right beside something else that is no part of the story."""
    for i, line in enumerate(page.lines):
        beside = (*page.lines[max(0, i - 1) : i], *page.lines[i + 1 : i + 2])
        if any(other.start in page.marked for other in beside) and _ROLE.fullmatch(line.text):
            yield line.span


def section_labels(page: Page) -> Iterator[Span]:
    """Names of sections and breadcrumbs above a headline; over plain prose such a line is the headline itself."""
    labels: list[Span] = []
    for line in page.lines:
        if _is_label(line):
            labels.append(line.span)
        elif line.start not in page.marked:
            if line.words >= _SHORTEST_HEADLINE and _is_headline(line):
                yield from labels
            return


def _is_label(line: Line) -> bool:
    parts = _BREADCRUMB.split(line.text)
    return line.text.lower() in _SECTIONS or (len(parts) > 1 and all(part.lower() in _SECTIONS for part in parts[:2]))


def _is_headline(line: Line) -> bool:
    return line.words <= _LONGEST_HEADLINE and not line.ends_sentence


def comments(page: Page) -> Iterator[Span]:
    """The form for comments, and what follows it, as long as that is less than what went before."""
    for i, line in enumerate(page.lines):
        if _COMMENT_FORM.fullmatch(line.text):
            yield line.span
            if page.lines[-1].span[1] - line.start <= line.start:
                yield from (other.span for other in page.lines[i + 1 :])
                return


def teasers(page: Page) -> Iterator[Span]:
    """Two or more pairs of another headline and a text that breaks off, at the end of the page."""
    rest = _unmarked(page)
    first = len(rest)
    while first >= 2 and _TEASER_END.search(rest[first - 1].text) and _is_headline(rest[first - 2]):
        first -= 2
    if len(rest) - first >= 4:
        yield from (line.span for line in rest[first:])


def headline_lists(page: Page) -> Iterator[Span]:
    """A heading such as "Most read" with headlines below it, to the end of the page."""
    rest = _unmarked(page)
    first = len(rest)
    while first and _is_headline(rest[first - 1]):
        first -= 1
    for i in range(first, len(rest) - 1):
        if _MORE_HEADLINES.fullmatch(rest[i].text):
            yield from (line.span for line in rest[i:])
            return


def _unmarked(page: Page) -> list[Line]:
    return [line for line in page.lines if line.start not in page.marked]
