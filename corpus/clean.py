"""Cleaning: marks what is no part of a story, and neither deletes nor rewords anything."""

from collections.abc import Iterable
from dataclasses import replace

from corpus import boilerplate, surroundings
from corpus.lines import Page, Rule, Span, lines_of

# In this order: the later ones look at what the earlier ones have marked.
RULES: tuple[Rule, ...] = (
    boilerplate.separators,
    boilerplate.credits_,
    boilerplate.contributors,
    boilerplate.widgets,
    boilerplate.share_bars,
    boilerplate.cookie_notices,
    boilerplate.licences,
    boilerplate.references,
    surroundings.author_lines,
    surroundings.section_labels,
    surroundings.comments,
    surroundings.teasers,
    surroundings.headline_lists,
)


def marked_spans(text: str) -> tuple[Span, ...]:
    """The spans of `text` that are no part of the story, in order and disjoint, in characters."""
    page = Page(tuple(lines_of(text)))
    found: set[Span] = set()
    for rule in RULES:
        spans = set(rule(page))
        if spans:
            found |= spans
            page = replace(page, marked=page.marked | {start for start, _ in spans})
    return _merged(found)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
