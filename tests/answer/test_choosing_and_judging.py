"""What is quoted of ranked sentences, why, how sure the answer is, and how answers are judged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.answering import SENTENCES, consider
from answer.evaluation import Golden, figures, judge
from answer.explaining import explain
from answer.links import LONGEST, link
from answer.model import Answer, Kind
from answer.reading import Tools
from answer.scorer import Floors, Scorer, shares
from bot.desk import Shelf
from corpus.documents import Document, Passage
from index.library import Library

Ask = Callable[[str], Answer]


@given(st.lists(st.floats(-50, 50), max_size=20))
def test_the_shares_of_the_belief_add_up_to_one(scores: list[float]) -> None:
    assert not scores or sum(shares(scores)) == pytest.approx(1.0)


@given(st.dictionaries(st.sampled_from(["coverage", "share", "unknown"]), st.floats(-1e6, 1e6)))
def test_confidence_is_a_probability(evidence: dict[str, float]) -> None:
    scorer = Scorer({}, {}, {"coverage": 3.0, "share": 1.0, "unknown": -4.0, "constant": 0.1}, Floors())
    assert 0.0 <= scorer.confidence(evidence) <= 1.0


def test_weights_survive_being_written_and_read() -> None:
    scorer = Scorer({"coverage": 1.5}, {"when": {"has date": 0.25}}, {"constant": -1.0}, Floors(0.3, 0.2))
    assert Scorer.from_json(scorer.to_json()) == scorer


def test_a_question_for_a_day_or_a_number_is_declined_sooner_than_others() -> None:
    floors = Floors(at_a_glance=0.3, others=0.2)
    assert [floors.of(kind) for kind in (Kind.WHEN, Kind.HOW_MANY, Kind.WHO, Kind.WHY)] == [0.3, 0.3, 0.2, 0.2]


def test_the_kind_of_question_adds_its_own_weights() -> None:
    scorer = Scorer({"has date": 1.0}, {"when": {"has date": 2.0}}, {}, Floors())
    assert (scorer.score(Kind.WHEN, {"has date": 1.0}), scorer.score(Kind.WHO, {"has date": 1.0})) == (3.0, 1.0)


def test_a_sentence_of_more_than_80_words_is_quoted_with_its_first_80(tools: Tools, tmp_path: Path) -> None:
    text = "The lighthouse keeper " + " ".join(f"counted{i}" for i in range(120)) + "."
    with Library(tmp_path) as library:
        library.add("library", [Document(id="long", text=text, title="The lighthouse keeper")])
        considered = consider("lighthouse keeper counted3", Shelf(library, ["library"]), tools, quotes=3)
        quotes = [one.quote.text for one in considered.chosen]
    assert [len(quote.split()) for quote in quotes] == [80]
    assert text.startswith(quotes[0])


def test_a_likely_sentence_beside_the_last_quote_is_quoted_along_with_it(tools: Tools, tmp_path: Path) -> None:
    why = "The mill burned down because a lamp fell. The lamp fell because the floor of the mill had given way."
    with Library(tmp_path) as library:
        library.add("library", [Document("mill", f"{why} Nobody was hurt.", "The mill"), Document("sea", "It rained.")])
        considered = consider("why did the mill burn down", Shelf(library, ["library"]), tools, quotes=1)
    assert [one.quote.text for one in considered.chosen] == [why]


def test_of_many_sentences_those_that_speak_of_the_question_are_weighed(tools: Tools, tmp_path: Path) -> None:
    said = "The heron counted on the weir in spring was a night heron."
    rows = [f"Bird number {n} on the weir was a duck." for n in range(60)]
    with Library(tmp_path) as library:
        library.add("library", [Document("birds", " ".join([*rows, said, *rows]))])
        considered = consider("which heron was counted on the weir", Shelf(library, ["library"]), tools, quotes=3)
    assert len(considered.ranked) == SENTENCES
    assert considered.ranked[0].candidate.sentence.text == said


def test_an_explanation_says_of_every_sentence_what_became_of_it(shelf: Shelf, tools: Tools) -> None:
    considered = consider("when was the bridge closed to lorries", shelf, tools, quotes=3)
    rows = explain(considered, tools.scorer)
    assert rows[0].verdict == "quoted in [1]"
    assert all(row.verdict.startswith(("quoted in", "not quoted")) for row in rows)
    assert all(row.parts for row in rows)


def test_the_copy_of_a_sentence_amid_a_quote_is_explained_as_one(tools: Tools, tmp_path: Path) -> None:
    why = "The mill burned down because a lamp fell. The lamp fell because the floor of the mill had given way."
    copied = why.partition(". ")[2]
    with Library(tmp_path) as library:
        library.add(
            "library", [Document("mill", why, "The mill"), Document("copy", copied), Document("sea", "It rained.")]
        )
        considered = consider("why did the mill burn down", Shelf(library, ["library"]), tools, quotes=3)
        verdicts = {row.sentence.document.id: row.verdict for row in explain(considered, tools.scorer)}
    assert verdicts["mill"] == "quoted in [1]"
    assert verdicts["copy"] == "not quoted: nearly the same words as [1]"


def test_a_declined_question_is_explained_too(shelf: Shelf, tools: Tools) -> None:
    rows = explain(consider("what is the capital of Mongolia", shelf, tools, quotes=3), tools.scorer)
    assert {row.verdict for row in rows} <= {"not quoted: not sure enough that any sentence answers this"}


def test_a_right_quote_is_judged_right_whatever_its_case_and_punctuation(ask: Ask) -> None:
    judged = judge(Golden(1, "", ("MARA LIND – the chief engineer",)), ask("who is the chief engineer"))
    assert (judged.answered, judged.any) == (True, True)


def test_a_quote_of_another_document_than_the_golden_one_is_not_right(ask: Ask) -> None:
    judged = judge(Golden(1, "", ("Mara Lind",), frozenset({"ferry"})), ask("who is the chief engineer"))
    assert not judged.any


def test_the_figures_count_answered_and_declined_apart(ask: Ask) -> None:
    right = judge(Golden(1, "", ("Mara Lind",)), ask("who is the chief engineer"))
    declined = judge(Golden(2, "", ()), ask("what is the capital of Mongolia"))
    found = figures([right, declined])
    assert (found.answerable, found.unanswerable, found.any_right, found.declined) == (1, 1, 1.0, 1.0)
    assert found.brier == pytest.approx(((right.confidence - right.first) ** 2 + declined.confidence**2) / 2)


def _quoted(text: str, url: str | None) -> Passage:
    return Passage(Document(id="x", text=text, url=url), 0, len(text))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Short, isn't it?", "https://a.example/p#:~:text=Short%2C%20isn%27t%20it%3F"),
        ("one two three four five six seven eight nine", "https://a.example/p#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine"),
        ("US-backed & armed", "https://a.example/p#:~:text=US%2Dbacked%20%26%20armed"),
    ],
)  # fmt: skip
def test_a_link_opens_the_page_at_the_quoted_words(text: str, address: str) -> None:
    assert link(_quoted(text, "https://a.example/p")) == address


def test_a_link_that_is_too_long_falls_back_to_the_page_and_then_to_none() -> None:
    address = "https://a.example/p".ljust(LONGEST, "p")
    assert link(_quoted("word " * 30, address)) == address
    assert link(_quoted("word " * 30, f"{address}p")) is None


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "file:///etc/passwd"])
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert link(_quoted("words", url)) is None


def test_the_bundled_weights_name_only_features_that_exist(shelf: Shelf, tools: Tools) -> None:
    considered = consider("when was the bridge closed to lorries", shelf, tools, quotes=1)
    assert set(tools.scorer.shared) <= considered.ranked[0].features.keys()
