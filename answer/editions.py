"""Editions of one thing, whose titles differ only in a year or a version: the newest speaks where none is asked for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.choosing import Scored
from answer.stories import alike
from corpus.documents import Document

# What tells one edition from another: "Fees 2024", "Season 2023/24", "Handbook v1.2", "Rules, version 3".
_EDITION = re.compile(
    r"\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b|\b(?:v|version\s|edition\s)?\d+(?:\.\d+)+\b|\b(?:v|version\s|edition\s)\d+\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


def newest_first(ranked: Sequence[Scored], asked: str) -> list[Scored]:
    """Ranked candidates, the first in change with one that says nearly the same in the newest edition of its document.

    That one holds no less of the question: not "the fine for a bike" where the fine for a boat was asked. As they are
    where the question (`asked`) names a year or a version, or nothing is ranked.
    """
    order = list(ranked)
    if not order or _EDITION.search(asked):
        return order
    newest = 0
    for at, one in enumerate(order):
        holds_it = one.features["coverage"] >= order[0].features["coverage"]
        if holds_it and _newer(_document(one), _document(order[newest])) and alike(one.candidate, order[0].candidate):
            newest = at
    first, chosen = order[0], order[newest]
    order[newest] = replace(first, score=chosen.score, share=chosen.share)
    order[0] = replace(chosen, score=first.score, share=first.share)
    return order


def _document(scored: Scored) -> Document:
    return scored.candidate.sentence.document


def _newer(one: Document, other: Document) -> bool:
    """Whether two documents are editions of one thing, the one later than the other."""
    mine, its = one.title or "", other.title or ""
    same = _EDITION.sub("", mine) == _EDITION.sub("", its)
    return same and _numbers(mine) > _numbers(its)


def _numbers(title: str) -> list[int]:
    """The numbers of the year or the version in a title, in order: [1, 10] is later than [1, 9]."""
    found = _EDITION.findall(title)
    return [int(number) for one in found for number in _NUMBER.findall(one)]
