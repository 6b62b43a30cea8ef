"""A check of a quotation as JSON for programs, its part of the contract included."""

from answer.links import link
from answer.quotation import Check, Edit, Match, PlaceId, text_hash
from answer.quotation.citing import cite
from bot.report import Json, document


def check(given: Check, took_ms: float, style: str | None = None) -> Json:
    """A check; `took_ms` is the time it took, in milliseconds. `style` adds a citation to every match.

    Places are listed part by part, the earliest published first and its copies right after it.
    """
    matches = []
    for number, places in enumerate(given.parts):
        for first in places:
            matches += [_match(each, number, first, style) for each in (first, *first.copies)]
    concerns = {str(about) for match in given.matches for edit in match.changes for about in edit.about}
    return {
        "quote": given.quote,
        "verdict": str(given.verdict),
        "took_ms": round(took_ms, 2),
        "spliced": given.spliced,
        "too_short": given.too_short,
        "concerns": sorted(concerns),
        "matches": matches,
        "nearest": _place(given.nearest) if given.nearest else None,
    }


def _match(match: Match, part: int, first: Match, style: str | None) -> Json:
    report = {
        **_place(match),
        "difference": [_edit(edit) for edit in match.edits] if match.changes else [],
        "part": part,
        "quoted": match.quoted,
        "speaker": match.speaker,
        "copy_of": None if match is first else first.document.id,
        "id": str(PlaceId.of(match.place)),
        "hash": text_hash(match.document),
        "link": link(match.place),
    }
    return report if style is None else {**report, "citation": cite(match.place, style)}


def _place(match: Match) -> Json:
    return {
        "document": document(match.document),
        "start": match.place.start,
        "end": match.place.end,
        "text": match.place.text,
        "similarity": round(match.similarity, 4),
    }


def _edit(edit: Edit) -> Json:
    return {
        "act": str(edit.act),
        "quoted": edit.quoted,
        "stored": edit.stored,
        "concerns": [str(about) for about in edit.about],
        "marked": edit.marked,
    }
