"""Front matter: what the head of a Markdown file says of it, in YAML or in lines that only look like YAML."""

import re

from frontmatter.default_handlers import SafeLoader, YAMLHandler
from yaml import AliasEvent, YAMLError, load, parse

from corpus.errors import IncompleteError
from corpus.readers.base import Place

# What is taken of front matter; "date" where nothing is "published", "authors" where there is no "author".
_TAKEN = ("title", "publisher", "author", "authors", "published", "date", "url")
# The parser is recursive C code: a longer head could be nested deeply enough to end the process.
_LONGEST = 16_384
_TOO_LONG = "stored without its front matter, which is longer than {most:,} characters"
_DAMAGED = "stored without its front matter, which cannot be read ({error})"
_PARTLY = "stored without what its front matter says of {names}, which cannot be read ({error})"
_BEGINNING = re.compile(r"\s*---[ \t]*\r?\n\s*\w[\w -]*:")
# Lines of names and what they say, up to an empty line or the three dots that end YAML.
_UNCLOSED = re.compile(r"\s*---[ \t]*\n((?:\w[\w-]*[ \t]*:.*\n(?:(?:[ \t]+|- )\S.*\n)*)+)(?:\.{3}[ \t]*)?\n")
# After an empty line, or after the dots, a line that is no name, no comment and not indented: a text has begun.
_TEXT = re.compile(r"""\n(?:\.{3})?[ \t]*\n(?![\w"'][\w .'"-]*:)[^\s#]""")
# A name at the beginning of a line, and what it says: in items of a list, or there and in lines that are indented.
_ENTRY = re.compile(r"^(\w[\w-]*)[ \t]*:([ \t]*(?:\n(?:[ \t]|- ).*)+|.*(?:\n[ \t].*)*)", re.MULTILINE)
_QUOTED = re.compile(r"""(["'])(.*)\1""")
_REFERENCE = re.compile(r"[*&]\S*")
_CLOSING = {"[": "]", "{": "}"}
_NULL = "tag:yaml.org,2002:null"


class _Loader(SafeLoader):  # type: ignore[valid-type,misc]  # of the two in YAML, the one that this machine has
    """Takes numbers, dates and "no" as they are written: a title may be 1.10, which is not 1.1."""

    yaml_implicit_resolvers = {  # noqa: RUF012 -- the base class has it as an attribute of the class, too
        first: [(tag, form) for tag, form in known if tag == _NULL]
        for first, known in SafeLoader.yaml_implicit_resolvers.items()
    }


class _UnreadableError(Exception):
    """YAML that cannot be read; its text is the reason."""


def begins(text: str) -> bool:
    """Whether a text begins as one with front matter does: a line of three dashes, then a name with a colon."""
    return _BEGINNING.match(text) is not None


def split(raw: str, place: Place) -> tuple[dict[str, object], str, IncompleteError | None]:
    """What the front matter says, by lower-case names; the text after it; and what of it is lost, if anything is.

    Where it is not YAML as a whole, which a colon in a title is enough for, each of the names that are taken is read
    by itself, and what is no YAML then either is taken as it is written. Where text stands before the line that would
    end it, it is not closed.
    """
    try:
        head, body = YAMLHandler().split(raw) if begins(raw) else ("", raw)
    except ValueError:
        return _unclosed(raw, place)
    return _unclosed(raw, place) if _TEXT.search(head) and not _is_yaml(head) else _read(head, body, place)


def _unclosed(raw: str, place: Place) -> tuple[dict[str, object], str, IncompleteError | None]:
    """The same where no line of dashes ends it: then an empty line does, if there is nothing but names before it."""
    found = _UNCLOSED.match(raw)
    read = _read(found[1], raw[found.end() :], place) if found else ({}, raw, None)
    return read if read[0].keys() & set(_TAKEN) else ({}, raw, None)


def _read(head: str, body: str, place: Place) -> tuple[dict[str, object], str, IncompleteError | None]:
    if len(head) > _LONGEST:
        return {}, body, IncompleteError(place.text, _TOO_LONG, most=_LONGEST)
    try:
        return _mapping(head), body, None
    except _UnreadableError as error:
        known, lost = _one_by_one(head)
        if known and not lost:
            return known, body, None
        form, why = (_PARTLY, next(iter(lost.values()))) if known else (_DAMAGED, error)
        return known, body, IncompleteError(place.text, form, names=", ".join(lost), error=str(why))


def _is_yaml(head: str) -> bool:
    if len(head) > _LONGEST:
        return False
    try:
        _mapping(head)
    except _UnreadableError:
        return False
    return True


def _mapping(text: str) -> dict[str, object]:
    """YAML as values by lower-case names; raises _UnreadableError where it is not that."""
    try:
        # What an alias repeats may hold aliases itself: a few hundred of them take longer than anyone can wait.
        if any(isinstance(event, AliasEvent) for event in parse(text, Loader=_Loader)):
            raise _UnreadableError("it uses aliases (*name); write out what they stand for")
        # A loader of YAML's own safe kind, which makes nothing but texts, lists and mappings of them.
        named = load(text, Loader=_Loader) or {}
    except (YAMLError, ValueError) as error:
        raise _UnreadableError(" ".join(str(getattr(error, "problem", None) or error).split())) from error
    if not isinstance(named, dict):
        raise _UnreadableError("it is no list of names with what they say")
    return {str(name).lower(): value for name, value in named.items()}


def _one_by_one(head: str) -> tuple[dict[str, object], dict[str, _UnreadableError]]:
    """What the names that are taken say, each read by itself; and why those that cannot be read cannot."""
    known: dict[str, object] = {}
    lost: dict[str, _UnreadableError] = {}
    for entry in _ENTRY.finditer(head):
        name = entry[1].lower()
        if name not in _TAKEN:
            continue
        try:
            known |= _mapping(entry[0])
        except _UnreadableError as error:
            value = " ".join(entry[2].split())
            if _REFERENCE.fullmatch(value) or _CLOSING.get(value[:1], "") not in value:
                lost[name] = error
            else:
                known[name] = quoted[2] if (quoted := _QUOTED.fullmatch(value)) else value
    return known, lost
