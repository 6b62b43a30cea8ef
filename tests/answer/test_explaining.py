"""Why these quotes: every sentence that was weighed gets its verdict."""

from pathlib import Path

from answer.answering import consider
from answer.explaining import explain
from answer.reading import Tools
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library


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
