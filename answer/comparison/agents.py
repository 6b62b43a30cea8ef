"""Who a sentence says did what is asked: the few words right before the verb, or behind its "by"; and whether two such
can be the same."""

import re
from collections.abc import Iterator, Sequence

from answer.aliases import Group
from answer.comparison.asked_amount import BESIDE
from answer.facts import full_names
from answer.words import AUXILIARIES, DENYING, FUNCTION_WORDS, ROLES
from corpus.spans import Span, overlaps

MOST = 4  # words of those who did it: "the Harbour Rowing Club of Denby" is more than can be told with certainty

# "who shelled the bridge", "who has really built it", but not "who was hit", nor "who did they hit"
_DEED = re.compile(
    r"^who(?:['’]s)?\s(?:(?:has|have|had|will|would|else|first|really|actually|originally|\w+ly)\s)*(?P<deed>[a-z]+)\b",
    re.IGNORECASE,
)
# Of what several may have done: one source's name for it does not deny the other's.
_SHARED = frozenset(
    """support supports supported back backs backed attend attends attended visit visits visited join joined help helps
    helped condemn condemned criticise criticised criticize criticized welcome welcomed call called calls demand
    demanded demands use uses used want wants oppose opposes opposed sign signed fear fears fled left enter entered
    crossed say said says accuse accused accuses blame blamed warn warned claim claimed claims see saw met like likes
    need needs work works worked live lives lived play plays played speak spoke know knows""".split()
)
# Who cannot be one another, one kind a line.
_KINDS = tuple(
    frozenset(line.split())
    for line in """
army military government federal regime troops soldiers soldier navy police policeman policemen police
rebels rebel insurgents insurgent guerrillas militants militant separatists jihadists extremists terrorists
residents villagers civilians protesters demonstrators students children boys teenagers
bandits pirates smugglers robbers thieves burglars
""".strip().splitlines()
)
_WORD = re.compile(r"[\w'’.-]*\w|[^\w\s]")  # "U.N.", "parents'", and each mark alone
# Between a name and what it is told to be or to do: "the chair, Mara Lind", "Mara Lind is the chair".
_JOINED = re.compile(r"[\s,(]*(?:(?:is|was|are|were|became|by|the|an?|of)\s)*")
_BY = re.compile(r"\s+by\s+")  # "was shelled by rebels"
_ARTICLES = frozenset("the a an some two three several both his her its their".split())
# Between those who did it and the verb: "has heavily shelled".
_ADVERB = re.compile(r"\w+ly|then|later|also|jointly|has|have|had", re.IGNORECASE)
# What stands before or behind the words for who did it, and is none of them.
_LEADS = frozenset(
    """that when while after before because since as say says said believe believes insist insists insisted reported
    reports report added claims claimed""".split()
)
_FOLLOWS = frozenset("on in at near during after before when while as who which that with using".split())


def asked_deed(asked: str) -> str | None:
    """The verb of which a question asks who did it, in lower case; None for none, and for what several may do."""
    found = _DEED.match(asked)
    deed = found["deed"].lower() if found else ""
    return deed if deed and deed not in AUXILIARIES | FUNCTION_WORDS | _SHARED | ROLES else None


def doer(text: str, deed: str, places: Sequence[Span], dates: Sequence[Span]) -> Span | None:
    """Where a text tells who did it; None if it does not, or not with certainty.

    `places` are where it holds the verb or another form of it; `dates` the spans of its dates.
    """
    found = []
    for start, end in places:
        if by := _BY.match(text, end):
            found.append(_phrase(text, _onward(text, by.end(), dates), behind=True))
        elif text[start:end].lower() == deed:
            found.append(_phrase(text, _backward(text, start, dates), behind=False))
    return found[0] if len(found) == 1 else None


def _backward(text: str, end: int, dates: Sequence[Span]) -> Iterator[Span | None]:
    """The words before a verb from the last one on; None for a mark or a date."""
    words = [word.span() for word in _WORD.finditer(text, 0, end)][::-1]
    while words and _ADVERB.fullmatch(text, *words[0]):
        words.pop(0)
    yield from (None if overlaps(one, dates) or not text[one[0]].isalnum() else one for one in words)


def _onward(text: str, start: int, dates: Sequence[Span]) -> Iterator[Span | None]:
    """The words from a place on; None for a mark or a date."""
    for word in _WORD.finditer(text, start):
        yield None if overlaps(word.span(), dates) or not word[0][0].isalnum() else word.span()


def _phrase(text: str, words: Iterator[Span | None], *, behind: bool) -> Span | None:
    """The span of the words up to a mark, a date or one that ends them, without the article; None if it is not sure.

    They come in the order of reading where they stand `behind` the verb, else from the last one on. Nobody is told with
    certainty by words of grammar ("they", "the army and rebels"), or by very many.
    """
    taken: list[Span] = []
    article, ends = False, _FOLLOWS if behind else _LEADS
    for place in words:
        word = text[place[0] : place[1]].lower() if place else ""
        if not word or word in ends:
            break
        if word in _ARTICLES and not article and behind is not bool(taken):
            article = True
        elif word in FUNCTION_WORDS | DENYING or (article and not behind) or place is None:
            return None
        else:
            taken.append(place)
    if not 0 < len(taken) <= MOST:
        return None
    return min(start for start, _ in taken), max(end for _, end in taken)


def lone_name(text: str, matched: Sequence[Span], dates: Sequence[Span]) -> Span | None:
    """Where the one full name stands that is joined to a word of the question and holds none; None for several.

    A sentence names its source and many others; only where a single one can be meant is it told.
    """
    beside = [
        (start, end)
        for start, end in full_names(text)
        if not overlaps((start, end), [*matched, *dates]) and any(max(start - e, s - end) <= BESIDE for s, e in matched)
    ]
    if len(beside) != 1:
        return None
    start, end = beside[0]
    joined = any(_JOINED.fullmatch(text, min(end, e), max(start, s)) for s, e in matched)
    return beside[0] if joined else None


def same(one: str, other: str, known: Sequence[Group]) -> bool | None:
    """Whether two phrases tell of the same; None where that cannot be told.

    They do where one's words hold the other's, or both hold a form of one `known` name. They do not where both are
    full names, or of kinds that exclude each other, as an army and rebels do.
    """
    mine, its = _words(one), _words(other)
    if mine <= its or its <= mine or any(_uses(one, forms) and _uses(other, forms) for forms in known):
        return True
    if _initials(one) & its or _initials(other) & mine:
        return True
    if _is_name(one) and _is_name(other):
        return None if any(a[:4] == b[:4] for a in mine for b in its) else False
    kinds = [{at for at, kind in enumerate(_KINDS) if kind & words} for words in (mine, its)]
    return False if all(kinds) and kinds[0].isdisjoint(kinds[1]) else None


def _words(phrase: str) -> frozenset[str]:
    return frozenset(phrase.casefold().split()) - ROLES - _ARTICLES or frozenset(phrase.casefold().split())


def _uses(phrase: str, forms: Group) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(form.written)}(?!\w)", phrase, re.IGNORECASE) for form in forms)


def _initials(phrase: str) -> set[str]:
    """What a name is short for, as "sdf" for "Syrian Democratic Forces"."""
    return {"".join(word[0] for word in phrase.casefold().split())} if _is_name(phrase) else set()


def _is_name(phrase: str) -> bool:
    return len(phrase.split()) > 1 and all(word[0].isupper() for word in phrase.split())
