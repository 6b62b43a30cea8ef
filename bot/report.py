"""Answers and look-ups as JSON for programs; the keys are a contract and are only ever added to."""

import json
from collections.abc import Sequence
from typing import Any

from answer.dates import DateExpression
from answer.explaining import Explained
from answer.links import link
from answer.model import Agreement, Answer, Citation
from answer.timeline import Timeline
from corpus.documents import Document
from corpus.loading import Added
from index.engine import Hit

Json = dict[str, Any]


def line(report: Json) -> str:
    """One line of JSON, letters as they are."""
    return json.dumps(report, ensure_ascii=False)


def document(about: Document) -> Json:
    """All that is known of a document, but its text."""
    fields = ("id", "title", "publisher", "author", "published", "url", "path", "language", "copy_of")
    return {field: getattr(about, field) for field in fields}


def _date(date: DateExpression) -> Json:
    fields = ("phrase", "start", "end", "type", "value", "basis")
    return {field: getattr(date, field) for field in fields}


def _citation(citation: Citation) -> Json:
    return {
        "quote": citation.quote,
        "document": document(citation.document),
        "start": citation.sentence.start,
        "end": citation.sentence.end,
        "link": link(citation.sentence),
        "dates": [_date(date) for date in citation.dates],
        "also": [document(other) for other in citation.also],
        "under": [{"quote": one.text, "start": one.start, "end": one.end} for one in citation.under],
    }


def _agreement(agreement: Agreement) -> Json:
    values = [{"value": value.value, "citations": list(value.citations)} for value in agreement.values]
    newest = agreement.newest
    return {
        "kind": agreement.kind,
        "agrees": agreement.agrees,
        "values": values,
        "newest": {"value": newest.value, "published": newest.published.isoformat()} if newest else None,
    }


def answer(given: Answer, took_ms: float) -> Json:
    """An answer; `took_ms` is the time it took, in milliseconds."""
    report: Json = {
        "question": given.question.text,
        "answered": given.answered,
        "confidence": round(given.confidence, 4),
        "took_ms": round(took_ms, 2),
        "citations": [_citation(citation) for citation in given.citations],
        "agreement": _agreement(given.agreement) if given.agreement else None,
        "missing": list(given.missing),
        "corrected": [{"typed": typed, "searched": searched} for typed, searched in given.corrected],
    }
    if not given.answered:
        report["nearest"] = [document(one) for one in given.nearest]
    return report


def no_answer(question: str) -> Json:
    """What stands for the answer to a question that could not be asked."""
    return {
        "question": question, "answered": False, "confidence": 0.0, "took_ms": 0.0, "citations": [],
        "agreement": None, "missing": [], "corrected": [], "nearest": [],
    }  # fmt: skip


def explained(row: Explained) -> Json:
    """A candidate sentence, what carried it and what became of it."""
    return {
        "sentence": row.sentence.text,
        "document": row.sentence.document.id,
        "score": round(row.score, 3),
        "share": round(row.share, 4),
        "features": {name: round(moved, 3) for name, moved in row.parts},
        "verdict": row.verdict,
    }


def hits(query: str, found: Sequence[Hit], took_ms: float) -> Json:
    """Ranked passages; `took_ms` is the time of the search alone, in milliseconds."""
    rows = [
        {
            "document": document(hit.passage.document),
            "passage": hit.passage.text,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "score": round(hit.score, 6),
            "matched": list(hit.matched),
        }
        for hit in found
    ]
    return {"query": query, "took_ms": round(took_ms, 3), "hits": rows}


def dates(found: Sequence[DateExpression]) -> Json:
    """The temporal expressions of a text."""
    return {"dates": [_date(date) for date in found]}


def timeline(told: Timeline) -> Json:
    """The dated quotes about a topic."""
    entries = [
        {
            "value": entry.date.value,
            "quote": entry.quote.text,
            "document": document(entry.quote.document),
            "start": entry.quote.start,
            "end": entry.quote.end,
            "date": _date(entry.date),
            "also": [document(other) for other in entry.also],
        }
        for entry in told.entries
    ]
    return {"topic": told.topic, "entries": entries}


def added(outcome: Added) -> Json:
    """What became of the inputs of one `add`."""
    skipped, warnings = (
        [{"source": error.source, "reason": error.reason} for error in errors]
        for errors in (outcome.skipped, outcome.incomplete)
    )
    return {
        "added": outcome.added,
        "replaced": outcome.replaced,
        "unchanged": outcome.unchanged,
        "skipped": skipped,
        "warnings": warnings,
        "copies": outcome.copies,
    }
