"""Citations of a place in four styles: plain text, Markdown, BibTeX and APA (7th edition, reference list)."""

import calendar
import re
from collections.abc import Callable

from answer.quotation.identity import PlaceId
from corpus.documents import Document, Passage

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_BIBTEX = {
    **{mark: f"\\{mark}" for mark in "{}&%$#_"},
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")


def cite(place: Passage, style: str) -> str:
    """The citation of a place in one of STYLES. Raises KeyError for another style."""
    return STYLES[style](place)


def _text(place: Passage) -> str:
    document = place.document
    known = (document.author, f"“{_title(document)}”", document.publisher, _date(document, "{day} {month} {year}"))
    source = ", ".join(part for part in (*known, document.url) if part)
    return f"“{_line(place.text)}” — {source}. [{PlaceId.of(place)}]"


def _markdown(place: Passage) -> str:
    document = place.document
    title = _MARKDOWN.sub(r"\\\1", _title(document))
    if document.url:
        title = f"[{title}](<{document.url.replace('<', '%3C').replace('>', '%3E')}>)"
    known = (document.author, document.publisher, _date(document, "{day} {month} {year}"))
    parts = [title, *(_MARKDOWN.sub(r"\\\1", _line(part)) for part in known if part)]
    quote = _MARKDOWN.sub(r"\\\1", _line(place.text))
    return f"> {quote}\n>\n> — {', '.join(parts)} (`{PlaceId.of(place)}`)"


def _bibtex(place: Passage) -> str:
    document = place.document
    year, month, day = _parts(document)
    fields = {
        "title": f"{{{_tex(_title(document))}}}",
        "author": _tex(document.author) if document.author else None,
        "howpublished": _tex(document.publisher) if document.publisher else None,
        "year": year,
        "month": str(int(month)) if month else None,
        "day": str(int(day)) if day else None,
        "url": document.url,
        "note": _tex(f"“{_line(place.text)}”, {PlaceId.of(place)}"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(document, year)},", *lines, "}"])


def _apa(place: Passage) -> str:
    document = place.document
    author = ", & ".join(_inverted(name) for name in _names(document.author)) if document.author else None
    first = author or document.publisher
    date = _date(document, "{year}, {month} {day}") or "n.d."
    parts = [f"{first.rstrip('.')}. ({date})."] if first else []
    parts.append(f"{_title(document)}." if first else f"{_title(document)}. ({date}).")
    if author and document.publisher:
        parts.append(f"{document.publisher}.")
    return " ".join([*parts, *([document.url] if document.url else [])])


STYLES: dict[str, Callable[[Passage], str]] = {
    "text": _text,
    "markdown": _markdown,
    "bibtex": _bibtex,
    "apa": _apa,
}


def _title(document: Document) -> str:
    return _line(document.called)


def _line(text: str) -> str:
    return " ".join(text.split())


def _parts(document: Document) -> tuple[str | None, str | None, str | None]:
    """Year, month and day of publication in digits, as far as they are known."""
    found = _DAY.match(document.published or "")
    return (found[1], found[2], found[3]) if found else (None, None, None)


def _date(document: Document, form: str) -> str | None:
    """The date of publication in words; what is not known of it is left out."""
    year, month, day = _parts(document)
    if not year:
        return None
    name = calendar.month_name[int(month)] if month and 1 <= int(month) <= 12 else ""
    words = form.format(year=year, month=name, day=int(day) if day else "")
    return " ".join(words.split()).strip(", ")


def _tex(text: str) -> str:
    return "".join(_BIBTEX.get(character, character) for character in text)


def _key(document: Document, year: str | None) -> str:
    """A key from who published it, when, and the document's id, which keeps it apart from others."""
    name = re.sub(r"\W", "", (document.author or document.publisher or "").split(" ")[-1]).lower()
    return "".join([name, year or "", "-" if name or year else "", re.sub(r"[^\w.-]", "-", document.id)])


def _names(author: str) -> list[str]:
    return [name for name in re.split(r"\s*;\s*|\s+and\s+|\s*,\s*(?=\w+ \w)", author) if name]


def _inverted(name: str) -> str:
    """ "Mara Lind" as "Lind, M."; what does not look like a person's name stays as it is."""
    if not _PERSON.fullmatch(name):
        return name
    *first, last = name.split()
    return f"{last}, {' '.join(f'{part[0]}.' for part in first)}"
