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


def asked_event(asked: str) -> str | None:
    """The word for what a question asks the time of, in lower case; None if it asks for no time or names no event.

    It is the last word before the first preposition or article behind the subject ("did the strike END in Leeds"),
    and right behind a pronoun the first ("did they FIND the body"). Without a part-of-speech tagger an object that
    has neither is taken for it ("did the town win PROMOTION").
    """
    asks = _ASKS.search(asked)
    if not asks:
        return None
    words = _WORD.findall(_PLACE.sub("happen", asked[asks.end() :]).lower())
    words = words[1:] if words[:1] and words[0] in AUXILIARIES else words
    words = _WORD.findall(_TURN.sub("", " ".join(words)))
    if words and words[0] in _PRONOUNS:
        return next((word for word in words[1:] if word not in AUXILIARIES | _BETWEEN), None)
    run = first_run(words)
    while len(run) > 1 and run[-1] in _HAPPENS:
        run.pop()
    return run[-1] if run else None


def first_run(words: list[str]) -> list[str]:
    """The words of the first stretch that no preposition and no article parts, without numbers and adverbs."""
    run: list[str] = []
    for word in words:
        if word in _ENDS:
            if run:
                break
        elif word not in _BETWEEN and word not in AUXILIARIES and not word.isdigit():
            run.append(word)
    return run
