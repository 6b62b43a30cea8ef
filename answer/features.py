"""What speaks for a candidate sentence, as named numbers; the scorer weighs them by the kind of question."""

import math
from collections.abc import Mapping, Sequence

from answer import acronyms
from answer.asked_time import fit
from answer.candidates import Candidate, asking
from answer.dates import find_dates
from answer.facts import Fact, facts, told, unit_of
from answer.model import Kind, Question
from answer.weighted import Weighted
from answer.words import PRONOUN_STARTS
from corpus.lines import item_number
from index.analysis import Token

# The kinds of expression, and the cues, that a kind of question expects of its answer.
EXPECTED: Mapping[Kind, tuple[str, ...]] = {
    Kind.WHEN: ("date",),
    Kind.HOW_LONG: ("number",),
    Kind.HOW_MANY: ("number",),
    Kind.HOW_FAR: ("number",),
    Kind.WHO: ("name",),
    Kind.WHERE: ("name",),
    Kind.WHICH: ("name",),
}

NAME_BY_ONE_WORD = 0.7  # of a name: what any one of its words counts for; the rest, by how many of them are there
SELDOM = 3.0  # stands for 1 where few questions teach a weight, lest the price of large weights keep it small
TELLING = 0.7  # of the weight of the question's weightiest word: what the question is about

UNITS: Mapping[Kind, str] = {Kind.HOW_FAR: "length", Kind.HOW_LONG: "time"}


def _typed(weighted: Weighted, candidate: Candidate) -> dict[str, float]:
    """How well the sentence's new expressions fit what is asked for, and how near the question's words they stand."""
    text = candidate.sentence.text
    held = facts(text, candidate.tokens, weighted.asked)
    out: dict[str, float] = {}
    matched = [i for i, token in enumerate(candidate.tokens) if token.term in weighted.idf]
    related = [i for i, token in enumerate(candidate.tokens) if token.term in weighted.relations]
    for kind in ("date", "number", "name"):
        found = held.of(kind)
        out[f"has {kind}"] = float(bool(found))
        out[f"many {kind}s"] = min(len(found), 6) / 6
        out[f"near {kind}"] = max((_nearness(fact, matched) for fact in found), default=0.0)
        out[f"relation near {kind}"] = max((_nearness(fact, related) for fact in found), default=0.0)
    names = held.of("name")
    out["full name"] = float(any(" " in text[name.start : name.end] for name in names))
    out["names focus"] = float(any(_beside_focus(name, candidate.tokens, weighted.question.focus) for name in names))
    numbers = held.of("number")
    units = {unit_of(text, fact) for fact in numbers}
    out["has time unit"] = float("time" in units)
    out["has length unit"] = float("length" in units)
    out["counts focus"] = float(any(_counts_focus(fact, candidate.tokens, weighted.question.focus) for fact in numbers))
    out["has percent or money"] = float(any(text[f.end - 1] == "%" or text[f.start] in "$€£" for f in numbers))
    for cue in ("reason", "definition", "speech", "place", "agent"):
        out[f"cue {cue}"] = float(cue in held.cues)
    tells = told(text, candidate.tokens, _subject(weighted))
    out["defines it"], out["locates it"] = SELDOM * ("defined" in tells), float("located" in tells)
    out["spells out"] = SELDOM * _spells_out(weighted.question, text)
    expected = EXPECTED.get(weighted.question.kind)
    wanted_unit = UNITS.get(weighted.question.kind)
    named = any(held.of(kind) for kind in expected or ())
    spotted = weighted.question.kind is Kind.WHERE and "spot" in held.cues
    fits = (named or spotted) and (wanted_unit is None or wanted_unit in units)
    out["lacks expected"] = float(bool(expected) and not fits)
    return out


def _subject(weighted: Weighted) -> frozenset[str]:
    """The question's weightiest terms."""
    least = TELLING * max(weighted.idf.values(), default=0.0)
    return frozenset(term for term, idf in weighted.idf.items() if idf >= least)


def _spells_out(question: Question, text: str) -> bool:
    """Whether the sentence gives the long form of a short form that the question uses: "… Forces (SDF)"."""
    short_forms = {short.lower() for short, _ in acronyms.pairs([text])} if "(" in text else set()
    return bool(short_forms) and any(word.lower().removesuffix("s") in short_forms for word in question.asked.split())


def _nearness(fact: Fact, matched: Sequence[int]) -> float:
    """1 for an expression right beside words of the question, falling with the mean distance to the two nearest."""
    first, last = fact.first, fact.last
    distances = sorted(max(first - i, i - last, 0) for i in matched if not first <= i <= last)
    if not distances:
        return 0.0
    nearest = distances[:2]
    return math.exp(-(sum(nearest) / len(nearest) - 1) / 6)


def _beside_focus(fact: Fact, tokens: Sequence[Token], focus: Sequence[str]) -> bool:
    """Whether the noun asked for stands right before or after a name ("the villages of A", "the B river")."""
    around = (*tokens[max(0, fact.first - 3) : fact.first], *tokens[fact.last + 1 : fact.last + 3])
    return any(token.term in focus for token in around)


def _counts_focus(fact: Fact, tokens: Sequence[Token], focus: Sequence[str]) -> bool:
    """Whether the noun that is counted in the question follows the number within four words."""
    return any(token.term in focus for token in tokens[fact.last + 1 : fact.last + 5])


def _pair_share(weighted: Weighted, tokens: Sequence[Token]) -> float:
    """Share of the question's neighbouring word pairs that stand together here, in order, at most two words apart."""
    if not weighted.pairs:
        return 0.0
    places: dict[str, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.term in weighted.idf:
            places.setdefault(token.term, []).append(i)
    together = sum(any(0 < j - i <= 3 for i in places.get(a, ()) for j in places.get(b, ())) for a, b in weighted.pairs)
    return together / len(weighted.pairs)


def _meaning(weighted: Weighted, own: frozenset[str], title: frozenset[str]) -> dict[str, float]:
    """How much of what the title leaves open the sentence says, in the question's words or in related ones."""
    rest = {term: idf for term, idf in weighted.idf.items() if term not in title}
    whole = sum(rest.values()) or 1.0
    said = sum(idf for term, idf in rest.items() if term in own)
    none: frozenset[str] = frozenset()
    nearly = sum(
        idf for term, idf in rest.items() if term not in own and not weighted.related.get(term, none).isdisjoint(own)
    )
    # Words of common relations ("play", "begin", "locate") are frequent, so their weight understates what they tell.
    relations = [term for term in rest if weighted.related.get(term)]
    met = sum(term in own or not weighted.related[term].isdisjoint(own) for term in relations)
    return {
        "relation": met / len(relations) if relations else 0.5,
        "rest": said / whole if rest else 1.0,
        "related": nearly / weighted.total,
        "rest or related": (said + nearly) / whole if rest else 1.0,
        "words": sum(term in own or term in title for term in weighted.idf) / max(1, len(weighted.idf)),
    }


def _timely(weighted: Weighted, candidate: Candidate) -> dict[str, float]:
    """Whether the sentence speaks of the time that the question asks about; nothing where it names no time."""
    if weighted.time is None:
        return {"time fits": 0.0, "time contradicts": 0.0}
    document = candidate.sentence.document
    dates = find_dates(candidate.sentence.text, document.written_on, document.title or "")
    verdict = fit(weighted.time, dates, document.written_on)
    return {"time fits": float(verdict > 0), "time contradicts": float(verdict < 0)}


def opposite(weighted: Weighted, own: frozenset[str]) -> float:
    """1 where these terms hold the opposite of a word of the question, and nothing on that word's own side."""
    sides = (weighted.opposites[term] for term in weighted.idf if term in weighted.opposites)
    return float(any(own & other and not own & same for same, other in sides))


def _parts(weighted: Weighted, held: frozenset[str]) -> float:
    """Share of the question's names and other words that are met; a name is, mostly, by any one of its words.

    Sources write "the Observatory" for what the question calls by its full name.
    """
    weights = [max(weighted.idf[term] for term in part) for part in weighted.parts]
    met = [
        (NAME_BY_ONE_WORD if part & held else 0.0) + (1 - NAME_BY_ONE_WORD) * len(part & held) / len(part)
        for part in weighted.parts
    ]
    return sum(weight * one for weight, one in zip(weights, met, strict=True)) / (sum(weights) or 1.0)


def _density(weighted: Weighted, tokens: Sequence[Token]) -> float:
    """Different matched words over the length of the stretch from the first to the last of them."""
    at = [i for i, token in enumerate(tokens) if token.term in weighted.idf]
    return len({tokens[i].term for i in at}) / (at[-1] - at[0] + 1) if len(at) > 1 else 0.0


def features(weighted: Weighted, candidate: Candidate, bm25: float) -> dict[str, float]:
    """The features of one candidate, by name; most lie between 0 and 1. `bm25` is the sentence's own score."""
    own, title = candidate.terms, candidate.title
    rarest = max(weighted.idf, key=lambda term: weighted.idf[term], default="")
    text = candidate.sentence.text
    words = text[len(item_number(text)) :].split()
    first = words[0].lower().strip("\"'“‘(,") if words else ""
    last = text.rstrip("\"'”’)] ")[-1:]
    focus = weighted.question.focus
    out = {
        "coverage": weighted.share(own),
        "coverage squared": weighted.share(own) ** 2,
        "coverage with title": weighted.share(own | title),
        "opposite": opposite(weighted, own),
        "parts": _parts(weighted, own),
        "parts with title": _parts(weighted, own | title),
        "coverage with neighbours": weighted.share(own | title | candidate.before | candidate.after),
        "coverage of passage": weighted.share(candidate.around | title),
        "title asked": weighted.share(title),
        "asked alike": float(asking(weighted.question, weighted.idf) in candidate.asks),
        "title met": sum(term in weighted.idf for term in title) / len(title) if title else 0.0,
        "bm25": bm25 / weighted.total,
        "relevance": candidate.relevance,
        "rank": 1 / (1 + candidate.rank),
        "lacks rarest": float(rarest not in own | title),
        "pairs": _pair_share(weighted, candidate.tokens),
        "density": _density(weighted, candidate.tokens),
        "focus": sum(term in own for term in focus) / len(focus) if focus else 0.0,
        "length": math.log(1 + len(words)) / 4,
        "very short": float(len(words) < 6),
        "very long": float(len(words) > 45),
        "first in passage": float(candidate.position == 0),
        "early in passage": 1 / (1 + candidate.position),
        "first in document": float(candidate.sentence.start == 0),
        "pronoun first": float(first in PRONOUN_STARTS),
        "asks itself": float(last == "?"),
        "unfinished": float(last not in ".!?…"),
        "fragment": float(words[0][:1].islower()) if words else 1.0,
    }
    out |= _meaning(weighted, own, title) | _typed(weighted, candidate) | _timely(weighted, candidate)
    out["covered and expected"] = out["coverage with title"] * (1 - out["lacks expected"])
    out["rest and expected"] = out["rest or related"] * (1 - out["lacks expected"])
    return out
