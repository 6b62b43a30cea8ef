"""Cleaning: marks what is no part of a story, and neither deletes nor rewords anything."""

from dataclasses import replace

from corpus import boilerplate, surroundings
from corpus.documents import Document, Draft
from corpus.lines import Page, Rule, lines_of
from corpus.spans import Span, merged

# Grows with every change to the rules, so that what was cleaned by older ones is cleaned again when it is added again.
EDITION = 3
# In this order: the later ones look at what the earlier ones have marked.
RULES: tuple[Rule, ...] = (
    boilerplate.separators,
    boilerplate.credits_,
    boilerplate.kinds,
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


def cleaned(document: Document) -> Document:
    """The document that a draft becomes, its marks added to those that it has; any other document as it is."""
    if not isinstance(document, Draft):
        return document
    return document.finished(merged({*document.marked, *marked_spans(document.text)}))


def marked_spans(text: str) -> tuple[Span, ...]:
    """The spans of `text` that are no part of the story, in order and disjoint, in characters."""
    page = Page(tuple(lines_of(text)))
    found: set[Span] = set()
    for rule in RULES:
        spans = set(rule(page))
        if spans:
            found |= spans
            page = replace(page, marked=page.marked | {start for start, _ in spans})
    return merged(found)
