"""Which sentences of a ranking become quotes, and how much is quoted around them."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.candidates import candidates
from answer.choosing import MOST_SENTENCES, Chosen, Scored, choose
from answer.quotes import MAX_WORDS, announces
from answer.scorer import shares
from corpus.documents import Document, Passage
from corpus.sentences import sentences
from index.analysis import Analyzer
from index.engine import Hit

ANALYZER = Analyzer()
PLAIN = {"coverage": 1.0, "coverage of passage": 1.0, "related": 0.0, "rest or related": 0.0, "lacks expected": 0.0}


def ranked(texts: Sequence[str], scores: Sequence[float]) -> list[Scored]:
    """The sentences of some documents, the first with the first score, best first."""
    return ranked_documents([Document(str(number), text) for number, text in enumerate(texts)], scores)


def ranked_documents(documents: Sequence[Document], scores: Sequence[float]) -> list[Scored]:
    hits = [Hit(Passage(document, 0, len(document.text)), 1.0, ()) for document in documents]
    rows = zip(candidates(hits, ANALYZER), scores, shares(scores), strict=True)
    return sorted((Scored(one, PLAIN, score, share) for one, score, share in rows), key=lambda one: -one.score)


def quotes(texts: Sequence[str], scores: Sequence[float], most: int = 3) -> list[str]:
    return [one.quote.text for one in choose(ranked(texts, scores), quotes=most)]


def sentence(words: int) -> str:
    return "Rain" + " fell" * (words - 1) + "."


def test_a_sentence_that_stands_out_is_quoted_alone() -> None:
    assert quotes(["The mill burned. A lamp fell. It rained."], [0.0, 9.0, 0.0], most=1) == ["A lamp fell."]


def test_a_neighbour_that_is_a_little_likely_comes_along_unless_a_brief_quote_is_enough() -> None:
    ranking = ranked(["The mill burned. A lamp fell."], [9.0, 3.2])
    told = [choose(ranking, quotes=1, brief=brief)[0].quote.text for brief in (False, True)]
    assert told == ["The mill burned. A lamp fell.", "The mill burned."]


def test_where_two_neighbours_are_about_as_likely_both_are_quoted() -> None:
    text = "The mill burned. A lamp fell. It rained."
    assert quotes([text], [6.0, 6.0, 0.0], most=1) == ["The mill burned. A lamp fell."]


def test_an_unlikely_sentence_comes_along_between_two_likely_ones() -> None:
    text = "The mill burned. A lamp fell. The floor gave way."
    assert quotes([text], [6.0, 0.0, 5.0], most=1) == [text]


def test_what_begins_with_a_pronoun_brings_the_sentence_before_it() -> None:
    assert quotes(["Ada Berg came. She stayed. It rained."], [0.0, 9.0, 0.0]) == ["Ada Berg came. She stayed."]


def test_a_heading_is_quoted_with_the_text_under_it() -> None:
    assert quotes(["Mill burned down\n\nA lamp fell. It rained."], [9.0, 0.0, -3.0]) == [
        "Mill burned down\n\nA lamp fell."
    ]


@pytest.mark.parametrize(
    "text", ["A lamp fell.[1] It rained.[2]", "„Es brannte.“ Es hat geregnet.", "下雨了。灯掉了。"]
)
def test_closed_sentences_are_no_headings(text: str) -> None:
    assert not any(announces(Passage(Document("a", text), start, end)) for start, end in sentences(text))


def test_a_heading_of_another_section_is_not_quoted_with_what_stands_before_it() -> None:
    text = "A lamp fell.\n\nHow the mill was built\n\nIt took a year."
    assert quotes([text], [6.0, 5.5, -3.0], most=1) == ["A lamp fell."]


TABLE = "Tickets\n\nWho | Price\nAdults | 9 crowns\nChildren | 4 crowns\nGroups | 30 crowns"


def above(text: str, scores: Sequence[float], **known: str) -> list[tuple[str, list[str]]]:
    """The quotes of one document, each with what it stands under."""
    chosen = choose(ranked_documents([Document("a", text, **known)], scores), quotes=3)  # type: ignore[arg-type]  # only text fields are given
    return [(one.quote.text, [passage.text for passage in one.under]) for one in chosen]


def test_a_row_is_quoted_alone_under_its_heading_and_the_head_of_its_table() -> None:
    assert above(TABLE, [-9, -9, 1, 9, 1]) == [("Children | 4 crowns", ["Tickets", "Who | Price"])]


def test_rows_are_quoted_together_where_both_are_wanted() -> None:
    assert quotes([TABLE], [-9, -9, 6, 6, 1], most=1) == ["Adults | 9 crowns\nChildren | 4 crowns"]


def test_where_the_head_of_a_table_is_the_best_sentence_its_likeliest_row_is_quoted_under_it() -> None:
    assert above(TABLE, [-9, 9, 1, 2, 6]) == [("Groups | 30 crowns", ["Tickets", "Who | Price"])]


def test_an_item_is_not_quoted_with_an_unlikely_one_before_it() -> None:
    text = "What it does\n\nlights the whole of the long old pier before dawn\n\ncounts all of the ships that pass it"
    assert quotes([text], [-9, 5, 7], most=1) == ["counts all of the ships that pass it"]


LAMPS = "F1: the wick is short. Fit a new one.\n\nF2: the glass is cracked. Ask the keeper."


def test_a_quote_does_not_begin_with_the_end_of_the_item_before_it() -> None:
    text = f"F1: {sentence(75)} Fit a new one.\n\nF2: the glass is cracked."
    assert quotes([text], [6, 6, 6.5], most=1) == ["F2: the glass is cracked."]


def test_items_are_quoted_together_from_the_beginning_of_the_first() -> None:
    assert quotes([LAMPS], [6, 6, 6, 6], most=1) == [LAMPS.removesuffix(" Ask the keeper.")]


def test_an_item_that_leans_on_the_one_before_brings_it() -> None:
    text = "1. The club is called Old Pier.\n\n2. It was founded in 1911.\n\n3. Anybody may join it."
    assert quotes([text], [0, 9, 0], most=1) == ["1. The club is called Old Pier.\n\n2. It was founded in 1911."]


def test_what_else_an_item_says_comes_along() -> None:
    texts = [f"{mark}No fires on the pier. Who lights one pays nine crowns." for mark in ("", "4. ")]
    assert [quotes([text], [9, 2.8], most=1) for text in texts] == [["No fires on the pier."], [texts[1]]]


def test_a_less_likely_paragraph_comes_along_behind_a_quote_rather_than_before_it() -> None:
    one, other = "A lamp fell from the ceiling.", "The mill was all of wood."
    assert quotes([f"{one}\n\n{other}"], [9, 5.5], most=1) == [f"{one}\n\n{other}"]
    assert quotes([f"{one}\n\n{other}"], [5.5, 9], most=1) == [other]


def test_the_steps_behind_a_colon_are_quoted_as_far_as_they_are_wanted() -> None:
    steps = "To light it:\n\n1. Open the glass.\n\n2. Turn the wick up. Wait.\n\n3. Hold a match to it.\n\n4. Shut it."
    assert quotes([steps], [9, 7, 7, 5, 7, 7], most=1) == [steps]


@pytest.mark.parametrize("further", ["Yours truly, Ada.", "3. Ask Ada Berg for a new wick."])
def test_a_few_words_or_an_item_without_a_word_of_the_question_are_no_further_quote(further: str) -> None:
    ranking = ranked(["The mill burned.", further, "The floor of the mill gave way."], [9, 8, 7])
    other = replace(ranking[1], features={**PLAIN, "coverage": 0.0})
    chosen = choose([ranking[0], other, ranking[2]], quotes=3)
    assert [one.quote.text for one in chosen] == ["The mill burned.", "The floor of the mill gave way."]


def test_a_short_answer_under_a_heading_that_was_quoted_of_another_text_is_a_further_quote() -> None:
    """Though it holds no word of the question; what is quoted already is not quoted again."""

    def told(*texts: str) -> list[str]:
        ranking = ranked(texts, [9, 9, 8, 8])
        heading = [one.candidate.sentence.text == "Tickets" for one in ranking]
        worded = [
            replace(one, features={**PLAIN, "coverage": float(it)}) for one, it in zip(ranking, heading, strict=True)
        ]
        return [one.quote.text for one in choose(worded, quotes=3)]

    prices = ["Tickets\n\n9 crowns.", "Tickets\n\n12 crowns."]
    assert told(*prices) == prices
    assert told(prices[0], prices[0]) == prices[:1]


def test_a_day_above_a_quote_is_shown_unless_it_is_that_of_publication() -> None:
    text = "Tuesday, 12 March 2024\n\nA visit is free."
    for moment in ("2024-03-12", "2024-03-12T09:30:00+01:00"):
        assert above(text, [-9, 9], published=moment) == [("A visit is free.", [])]
    assert above(text, [-9, 9], published="2024-03-13") == [("A visit is free.", ["Tuesday, 12 March 2024"])]


def test_a_heading_that_the_quote_holds_is_not_shown_above_it() -> None:
    assert above("Prices\n\nA visit is free.", [9, 8]) == [("Prices\n\nA visit is free.", [])]


def test_a_heading_that_says_no_more_than_the_title_is_not_shown() -> None:
    assert above("Prices\n\nA visit is free.", [-9, 9], title="Our prices") == [("A visit is free.", [])]
    assert above("Prices\n\nA visit is free.", [-9, 9], title="The pier") == [("A visit is free.", ["Prices"])]


def test_a_quote_does_not_go_on_past_a_question_that_opens_something_new() -> None:
    text = "There was a ferry. It sank.\n\nIs there a bridge?\n\nNever was."
    assert quotes([text], [2, 6, 5, 6], most=2) == ["There was a ferry. It sank.", "Is there a bridge?\n\nNever was."]


def test_a_heading_alone_is_no_further_quote() -> None:
    assert quotes([f"Prices\n\n{sentence(80)}"], [7, 9]) == [sentence(80)]


@pytest.mark.parametrize(
    "leaning",
    [
        "One of them fell.",
        "Yes: a lamp fell.",
        "Because a lamp fell.",
        "Then a lamp fell.",
        "That was a lamp.",
        "Until then it hung.",
    ],
)
def test_what_leans_on_the_sentence_before_brings_it(leaning: str) -> None:
    assert quotes([f"Ada Berg hung up lamps. {leaning} It rained."], [0, 9, 0]) == [
        f"Ada Berg hung up lamps. {leaning}"
    ]


@pytest.mark.parametrize(
    "whole", ["No smoking in the mill.", "Because it rained, a lamp fell.", "One of the lamps fell."]
)
def test_what_only_looks_like_leaning_stands_alone(whole: str) -> None:
    assert quotes([f"Ada Berg hung up lamps. {whole} Nobody saw."], [0, 9, 0]) == [whole]


def test_a_line_that_was_broken_amid_a_sentence_is_quoted_with_the_rest_of_it() -> None:
    text = "A lamp has the parts wick, glass, oil,\nfoot and handle. It rained."
    assert quotes([text], [6, 4, -9], most=1) == ["A lamp has the parts wick, glass, oil,\nfoot and handle."]


def test_a_question_is_quoted_with_its_answer() -> None:
    assert quotes(["Who burned the mill?\n\nA lamp fell. It rained."], [9.0, 0.0, -3.0]) == [
        "Who burned the mill?\n\nA lamp fell."
    ]


def test_a_document_says_the_same_only_if_it_says_all_of_the_quote() -> None:
    texts = ["The old mill burned. A lamp fell.", "The old mill burned. Nobody was hurt.", "The old mill burned."]
    (first, *_) = choose(ranked(texts, [6.0, 6.0, 0.0, 0.0, 0.0]), quotes=1)
    assert (first.quote.text, first.also) == (texts[0], ())


def test_a_passage_about_something_else_is_not_quoted() -> None:
    told, other = ranked(["A lamp fell.", "The rain went on."], [6.0, 5.0])
    elsewhere = replace(other, features=PLAIN | {"coverage of passage": 0.4})
    assert [one.quote.text for one in choose([told, elsewhere], quotes=3)] == ["A lamp fell."]


def test_an_unlikely_paragraph_does_not_come_along() -> None:
    assert quotes(["A lamp fell.\n\nThe rain went on."], [6.0, 1.2], most=1) == ["A lamp fell."]
    assert quotes(["A lamp fell. The rain went on."], [6.0, 1.2], most=1) == ["A lamp fell. The rain went on."]


def test_sentences_that_are_too_long_together_are_two_quotes() -> None:
    assert quotes([f"{sentence(60)} {sentence(30)}"], [6.0, 5.5]) == [sentence(60), sentence(30)]


def test_sentences_of_two_documents_with_the_same_id_are_never_one_quote() -> None:
    ours = Document("1", "The mill burned down. Rain fell hard.", collection="ours")
    shared = Document("1", "The barn burned down. A lamp fell.", collection="shared")
    chosen = choose(ranked_documents([ours, shared], [-9.0, 6.0, 6.0, -9.0]), quotes=3)
    assert [one.quote.text for one in chosen] == ["Rain fell hard.", "The barn burned down."]


def test_the_same_words_in_another_document_are_not_quoted_again() -> None:
    story = "The mill burned down on Monday after a lamp fell."
    chosen = choose(ranked([story, story], [6.0, 6.0]), quotes=3)
    assert [(one.quote.text, [other.id for other in one.also]) for one in chosen] == [(story, ["1"])]


def test_what_is_far_less_likely_than_the_best_is_not_quoted() -> None:
    assert quotes(["A lamp fell.", "It rained."], [9.0, 0.0]) == ["A lamp fell."]


@pytest.mark.parametrize("most", [1, 2, 3])
@given(
    st.lists(st.lists(st.integers(1, 100), min_size=1, max_size=6), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_whatever_is_believed_quotes_are_whole_sentences_apart_from_each_other(
    most: int, lengths: list[list[int]], draw: Random
) -> None:
    texts = [" ".join(map(sentence, own)) for own in lengths]
    ranking = ranked(texts, [draw.uniform(-5, 5) for own in lengths for _ in own])
    chosen = choose(ranking, quotes=most)
    spans = [(one.quote.document.id, one.quote.start, one.quote.end) for one in chosen]
    best = ranking[0].candidate.sentence
    assert 1 <= len(chosen) <= most
    assert spans[0][0] == best.document.id
    assert spans[0][1] <= best.start < spans[0][2]
    assert not any(a != b and a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in spans for b in spans)
    assert all(fits(one) for one in chosen)


def fits(one: Chosen) -> bool:
    """Whether a quote is up to three whole sentences of 80 words, or the beginning of one that alone is longer."""
    text = one.quote.text
    whole = text.endswith(".") and text.count(".") <= MOST_SENTENCES
    return len(text.split()) <= MAX_WORDS and (whole or len(text.split()) == MAX_WORDS)


@given(
    st.lists(st.sampled_from(["Why did it burn?", "The mill", "A lamp fell.", "They say:"]), min_size=1, max_size=8),
    st.sampled_from([" ", "\n", "\n\n"]),
    st.randoms(use_true_random=False),
)
def test_headings_and_questions_never_leave_a_question_without_a_quote(
    parts: list[str], between: str, draw: Random
) -> None:
    text = between.join(parts)
    ranking = ranked([text], [draw.uniform(-5, 5) for _ in sentences(text)])
    (first,) = choose(ranking, quotes=1)
    assert first.quote.start <= ranking[0].candidate.sentence.start < first.quote.end
