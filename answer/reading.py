"""A question fitted to a corpus: its misspelt words replaced, its words weighed, its names known in all their forms."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from answer.aliases import Group, used
from answer.asked_time import asked_time
from answer.commonness import rarity, weights
from answer.english import English
from answer.model import Question
from answer.scorer import Scorer
from answer.spelling import parts, slips
from answer.weighted import Weighted
from answer.words import FUNCTION_WORDS
from index.analysis import Analyzer
from index.engine import Hit, Statistics

LIGHT = 0.015  # share of English passages from which it tells nothing that a word is missing: "many", "make"
LOST_LETTER = 0.3  # of log-likelihood
SELDOM = 100  # times, in English at large: what is met no oftener may be mistyped, though it is a word ("sumer")
OFTENER = 150  # times as often in English as what was typed: what it may then have been meant for ("summer")
LOOKED_UP = 5  # readings of a word that are looked up, and passages that are read for each


class Source(Protocol):
    """What answering needs of the index: the collections it may read are settled already."""

    def search(self, terms: Mapping[str, float], limit: int) -> list[Hit]:
        """The best passages for weighted terms."""

    def statistics(self, terms: Iterable[str]) -> Statistics:
        """The statistics of all collections together, with the frequencies of these terms."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What answering works with besides the source: the analysis, what is known of words, the learned weights."""

    analyzer: Analyzer
    related: Mapping[str, frozenset[str]]
    opposites: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    common: Mapping[str, float]
    english: English
    aliases: Sequence[Group]
    scorer: Scorer


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with the statistics of its words in a corpus, and what became of those that no document holds.

    `corrected` pairs words as typed with the terms searched instead; `missing` are words as typed.
    """

    question: Question
    statistics: Statistics
    corrected: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def unknown(self) -> frozenset[str]:
        """The searched terms that no document holds."""
        return frozenset(term for term in self.question.weights if not self.statistics.frequencies.get(term))

    @property
    def replaced(self) -> frozenset[str]:
        """The searched terms that misspelt words were read as."""
        return frozenset(term for _, term in self.corrected)

    def weighted(self, tools: Tools) -> Weighted:
        """The question with the weights of its words in this corpus; a term counts once, however often asked."""
        idf = weights(self.question.weights, self.statistics, tools.common)
        asked = tools.analyzer.terms(self.question.asked)
        named = [frozenset(tools.analyzer.terms(name)) & idf.keys() for name in self.question.names]
        single = [frozenset([term]) for term in idf if not any(term in name for name in named)]
        # A capital at the beginning tells nothing, unless a second one follows it.
        sure = [name for name in self.question.names if " " in name or not self.question.asked.startswith(name)]
        relations = frozenset(term for term in idf if tools.related.get(term))
        together = tuple(part for part in (*named, *single) if part)
        return Weighted(
            self.question,
            frozenset(asked),
            idf,
            tuple(pairwise(term for term in asked if term in idf)),
            together,
            tools.related,
            tools.opposites,
            frozenset(term for name in sure for term in tools.analyzer.terms(name)) & idf.keys(),
            {term: rarity(term, tools.common) for term in idf},
            asked_time(self.question.asked),
            relations.union(*(tools.related[term] for term in relations)),
        )


def read(question: Question, source: Source, tools: Tools) -> Reading:
    """Replace words that no document holds by words that some document does; keep note of the rest.

    Another form of the same name or word comes first, then what was meant by a slip. A word of English is not taken
    for a misspelling, however few documents there are, unless it is seldom met beside one that it may be a slip of.
    """
    statistics = source.statistics(question.weights)
    unknown = [term for term in question.weights if not statistics.frequencies.get(term)]
    if not unknown or not statistics.passages:
        return Reading(question, statistics)
    typed = {token.term: question.asked[token.start : token.end] for token in tools.analyzer.tokens(question.asked)}
    fitted = dict(question.weights)
    corrected: list[tuple[str, str]] = []
    missing: list[str] = []
    for term in unknown:
        word = typed.get(term, term)
        mistyped = tools.english.count(word.lower()) <= SELDOM
        if word.lower() not in tools.english and any(slip in FUNCTION_WORDS for slip, _ in slips(word.lower())):
            del fitted[term]  # a word of the question's form, misspelt: "whihc"
        elif otherwise := _otherwise(term, question.asked, source, tools):
            del fitted[term]
            fitted |= dict.fromkeys(otherwise, 1.0)
        elif meant := _meant(word, mistyped, question.asked, source, tools):
            del fitted[term]
            fitted |= dict.fromkeys(meant, 1.0)
            corrected += [(word, one) for one in meant]
        elif tools.common.get(term, 0.0) < LIGHT:
            missing.append(word)
    statistics = source.statistics(fitted)
    return Reading(replace(question, weights=fitted), statistics, tuple(corrected), tuple(missing))


def in_capitals(asked: str, tools: Tools) -> str:
    """A question with what may be a short form in capitals: people type "isis", and "us" for themselves."""

    def written(word: str) -> str:
        return word if word in tools.common or word in FUNCTION_WORDS else word.upper()

    if asked != asked.lower() and not asked.isupper():
        return asked
    return re.sub(r"\w{3,}", lambda word: written(word[0]), asked.lower())


def _otherwise(term: str, asked: str, source: Source, tools: Tools) -> frozenset[str]:
    """The terms of the form of a name that most passages hold, for one that none does; empty where there is none.

    Of forms that equally many hold it is the first of the list.
    """
    groups = used(tools.aliases, in_capitals(asked, tools), frozenset(tools.analyzer.terms(asked)))
    meant = (group for group in groups if any(term in name.terms for name in group))
    forms = [name.terms for group in meant for name in group if not name.terms <= FUNCTION_WORDS]
    held = source.statistics(frozenset().union(*forms)).frequencies if forms else {}
    likeliest = max(forms, key=lambda form: min(held.get(one, 0) for one in form), default=frozenset[str]())
    return likeliest if all(held.get(one) for one in likeliest) else frozenset()


def _meant(word: str, mistyped: bool, asked: str, source: Source, tools: Tools) -> tuple[str, ...]:
    """The terms that were meant by a word that no document holds; () where that cannot be told."""
    # A name is another name mistyped, not a common word; a capital at the beginning tells nothing.
    name = word[0].isupper() and not word.isupper() and not asked.startswith(word)
    likely = _one_slip_away(word.lower(), source, tools) if mistyped else []
    fitting = (term for term in likely[:LOOKED_UP] if not name or _is_name(term, source, tools.analyzer))
    slipped = next(fitting, None)
    return (slipped,) if slipped else _written_apart(word.lower(), source, tools.analyzer)


def _is_name(term: str, source: Source, analyzer: Analyzer) -> bool:
    """Whether the passages that speak of a term write it with a capital."""
    texts = [hit.passage.text for hit in source.search({term: 1.0}, LOOKED_UP)]
    written = [text[token.start] for text in texts for token in analyzer.tokens(text) if token.term == term]
    return sum(letter.isupper() for letter in written) > len(written) / 2


def _one_slip_away(word: str, source: Source, tools: Tools) -> list[str]:
    """The terms that some document holds for a word one slip away, the likeliest first.

    The likelier kind of slip counts, and how many passages hold the term.
    """
    least = OFTENER * tools.english.count(word)
    made = [(slip, term, likelihood) for slip, likelihood in slips(word) for term in tools.analyzer.terms(slip)]
    frequencies = source.statistics({term for _, term, _ in made}).frequencies
    likely: dict[str, float] = {}
    for slip, term, likelihood in made:
        if held := frequencies.get(term):
            if term in FUNCTION_WORDS or (least and tools.english.count(slip) < least):
                continue
            # What is no word of English may have a word's stem by chance: "perss" is "press", not a form of "per".
            lost = 0.0 if slip in tools.english else LOST_LETTER * (len(slip) - len(term))
            likely[term] = max(likelihood - lost + math.log(held), likely.get(term, -math.inf))
    return sorted(likely, key=lambda term: -likely[term])


def _written_apart(word: str, source: Source, analyzer: Analyzer) -> tuple[str, ...]:
    """The terms of two words that were written together, where some document has them side by side; () otherwise."""
    terms = [[term for part in pair for term in analyzer.terms(part)] for pair in parts(word)]
    split = [(pair[0], pair[1]) for pair in terms if len(pair) == 2]
    held = source.statistics({term for pair in split for term in pair}).frequencies
    both = [pair for pair in split if all(held.get(term) for term in pair)]
    both.sort(key=lambda pair: -min(held[term] for term in pair))
    return next((pair for pair in both[:LOOKED_UP] if _side_by_side(pair, source, analyzer)), ())


def _side_by_side(pair: tuple[str, str], source: Source, analyzer: Analyzer) -> bool:
    hits = source.search(dict.fromkeys(pair, 1.0), LOOKED_UP)
    return any(pair in pairwise(analyzer.terms(hit.passage.text)) for hit in hits)
