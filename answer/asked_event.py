"""The event whose time a question asks: its verb, or the noun where the verb only says that it is or happens."""

import re

from answer.words import AUXILIARIES, PREPOSITIONS

_ASKS = re.compile(
    r"\b(?:when|(?:what|which)(?: \w+){0,2}? (?:year|date|day|month|time|season|era|century|decade|week))(?:['’]s)?\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"^the (?:(?:last|first|next) )?time\b", re.IGNORECASE)  # "when was the last time that they won"
_WORD = re.compile(r"[\w'’-]+")
_PRONOUNS = frozenset("i you he she it we they".split())
_BETWEEN = frozenset(
    """of to and not be been being going supposed expected due scheduled planned first last finally originally actually
    officially recently again now currently still next ever also exactly""".split()
)
_ENDS = PREPOSITIONS.union("the a an his her its their my your our this that up out off".split()) - _BETWEEN
_PLACE = re.compile(r"\b(?:takes?|took|taken|taking) place\b", re.IGNORECASE)
_HAPPENS = frozenset("happen happens happened happening occur occurs occurred held".split())
_IS = frozenset("is are was were be been 's".split())
# What was done to something, beside all that ends with "ed": "when was the chapel on the quay built".
_DONE = frozenset("built found made sold bought shot taken sunk sent won lost told paid".split())


def asked_event(asked: str) -> str | None:
    """The word for what a question asks the time of, in lower case; None if it asks for no time or names no event.

    It is the last word before the first preposition or article behind the subject ("did the strike END in Leeds"), or
    behind a subject with a preposition of its own ("did the strike in Leeds END", "was the chapel on the quay BUILT"),
    and right behind a pronoun the first ("did they FIND the body"). Without a part-of-speech tagger an object that
    has neither is taken for it ("did the town win PROMOTION").
    """
    asks = _ASKS.search(asked)
    if not asks:
        return None
    words = _WORD.findall(_PLACE.sub("happen", asked[asks.end() :]).lower())
    verb, words = (words[0], words[1:]) if words[:1] and words[0] in AUXILIARIES else ("", words)
    words = _WORD.findall(_TURN.sub("", " ".join(words)))
    if words and words[0] in _PRONOUNS:
        return next((word for word in words[1:] if word not in AUXILIARIES | _BETWEEN), None)
    first, *others = _runs(words) or [[]]
    while len(first) > 1 and first[-1] in _HAPPENS:
        first.pop()
    return _behind(first, others, verb) or (first[-1] if first else None)


def _behind(first: list[str], others: list[list[str]], verb: str) -> str | None:
    """The event behind a subject that goes on with a preposition; None where the first stretch names the event.

    What was done is told by its form. What something did is behind it for sure only where a `verb` other than "is"
    asks for it and the first stretch is one word, the subject.
    """
    if not first or _is_done(first[-1]):
        return None
    ends = [run[-1] for run in others if len(run) > 1]
    done = next(filter(_is_done, ends), None)
    did = ends[0] if ends and len(first) == 1 and verb and verb not in _IS else None
    return done or did


def _is_done(word: str) -> bool:
    return word.endswith("ed") or word in _DONE


def first_run(words: list[str]) -> list[str]:
    """The words of the first stretch that no preposition and no article parts, without numbers and adverbs."""
    return next(iter(_runs(words)), [])


def _runs(words: list[str]) -> list[list[str]]:
    """The stretches of words that no preposition and no article parts, without numbers and adverbs."""
    runs: list[list[str]] = [[]]
    for word in words:
        if word in _ENDS:
            runs.append([])
        elif word not in _BETWEEN and word not in AUXILIARIES and not word.isdigit():
            runs[-1].append(word)
    return [run for run in runs if run]
