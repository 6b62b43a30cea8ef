"""The same story once: texts at several places, wire stories with small edits, and who is the original."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.copies import ALIKE
from corpus.documents import Document
from corpus.identity import file_id
from corpus.language import language
from corpus.loading import Added
from corpus.recent import Recent
from corpus.resemblance import Own, resemblance, resembling, runs_and_bands
from corpus.sources import Source
from corpus.store import Store

STORY = " ".join(f"On day {i} the harbour office counted {i * 7} ferries and {i * 11} lorries." for i in range(40))
EDITED = STORY.replace("day 7 the harbour office", "the seventh day officials").replace(
    "99 lorries", "a hundred lorries"
)
OTHER = " ".join(f"In year {i} the mountain village built {i * 3} houses with {i * 5} windows." for i in range(40))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.open(tmp_path, create=True) as opened:
        yield opened


def story(id: str, text: str = STORY, published: str | None = None) -> Document:
    return Document(id, text, published=published)


def originals(store: Store) -> dict[str, str | None]:
    return {document.id: document.copy_of for document in store.summaries()}


def test_a_story_with_small_edits_is_a_copy_of_the_first(store: Store) -> None:
    assert store.add([story("a"), story("b", EDITED), story("c", OTHER)]) == Added(added=3, copies=1)
    assert originals(store) == {"a": None, "b": "a", "c": None}


def test_the_original_is_the_one_that_was_published_first(store: Store) -> None:
    store.add([story("b", EDITED, "2018-09-12"), story("a", STORY, "2018-09-11"), story("c", STORY, "2018-09")])
    assert originals(store) == {"b": "a", "a": None, "c": "a"}


def test_when_the_original_goes_the_next_takes_its_place(store: Store) -> None:
    store.add([story("a"), story("b", EDITED), story("c", EDITED)])
    store.remove(["a"])
    assert originals(store) == {"b": None, "c": "b"}


def test_a_copy_that_is_rewritten_is_a_copy_no_more(store: Store) -> None:
    store.add([story("a"), story("b", EDITED)])
    store.add([story("b", OTHER)])
    assert originals(store) == {"a": None, "b": None}


def test_when_the_original_is_rewritten_its_copies_are_on_their_own(store: Store) -> None:
    store.add([story("a"), story("b", EDITED)])
    store.add([story("a", OTHER)])
    assert originals(store) == {"b": None, "a": None}


def test_copies_are_found_of_documents_that_a_broken_off_run_has_stored(store: Store, tmp_path: Path) -> None:
    def broken_off() -> Iterator[Document]:
        yield story("a")
        for i in range(5000):
            yield story(str(i), f"Text {i}.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(broken_off())
    with Store.open(tmp_path) as opened:
        assert opened.holds(STORY)
        assert opened.add([story("b", EDITED), file("/x", "Text 17.")]) == Added(added=1, unchanged=1, copies=1)


def test_copies_are_found_across_the_batches_of_a_long_run(store: Store) -> None:
    long = [story("a"), *(story(str(i), f"Text {i}.") for i in range(5000)), story("b", EDITED)]
    assert store.add(long) == Added(added=5002, copies=1)


@pytest.mark.parametrize("seed", range(2))
def test_a_long_run_groups_as_adding_one_by_one_does(seed: int, store: Store, tmp_path: Path) -> None:
    documents = wire(random.Random(seed), [STORY, OTHER], 5)
    with pytest.MonkeyPatch.context() as patch, Store.open(tmp_path / "at once", create=True) as at_once:
        patch.setattr("corpus.preparing._DOCUMENTS", 10)
        at_once.add(documents)
        for document in documents:
            store.add([document])
        assert originals(at_once) == originals(store)


def test_what_is_remembered_makes_no_difference(store: Store, tmp_path: Path) -> None:
    """Documents that were stored before are compared by what is remembered of them, or else by what is read again."""
    documents = wire(random.Random(5), [STORY, OTHER, *VILLAGES], 20)
    with pytest.MonkeyPatch.context() as patch, Store.open(tmp_path / "forgetful", create=True) as forgetful:
        patch.setattr("corpus.preparing._DOCUMENTS", 10)
        store.add(documents)
        patch.setattr("corpus.copies.Recent", partial(Recent, most=0))
        forgetful.add(documents)
        assert originals(forgetful) == originals(store)
    assert len(set(originals(store).values())) > 3


def wire(chosen: random.Random, stories: Sequence[str], most: int) -> list[Document]:
    """News of some stories, each time with up to so many words changed."""
    news = []
    for number in range(60):
        words = chosen.choice(stories).split()
        for _ in range(chosen.randint(0, most)):
            words[chosen.randrange(len(words))] = f"word{chosen.randrange(1000)}"
        news.append(story(str(number), " ".join(words), chosen.choice([None, "2018-09-11", "2018-09-12"])))
    return news


def test_runs_are_remembered_of_the_latest_documents() -> None:
    recent = Recent(most=100)
    for first, text in ((1, "a b c d e"), (5, "f g h i"), (9, " ".join(map(str, range(90))))):
        recent.add({first: 0, first + 1: 1}, runs_and_bands([text, "a b c"])[0])
    remembered = recent.runs(range(20))
    assert sorted(remembered) == [5, 6, 9, 10]
    assert remembered[5].tolist() == runs("f g h i").tolist()
    assert remembered[6].tolist() == runs("a b c").tolist()


def test_bands_are_written_down_whole_and_in_whatever_parts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.bands._ROWS", 10)
    stories = [story(str(at), text) for at, text in enumerate(VILLAGES)]
    store.add(stories[:3])
    store.add(stories[3:])
    _, bands = runs_and_bands([document.text for document in stories])[1]
    written = store._db.execute("SELECT band, document FROM bands").fetchall()
    near = [(band, number) for number, own in enumerate(bands.tolist(), 1) for band in own]
    assert set(near) < set(written)
    assert len(written) == len(near) + len(stories)


def test_a_short_text_is_too_little_to_be_told_by(store: Store) -> None:
    store.add([story("a", "Comments are closed."), story("b", "Comments are closed.")])
    assert originals(store) == {"a": None, "b": None}


def runs(text: str) -> Own:
    return runs_and_bands([text])[0][0]


def test_resemblance_is_the_share_of_runs_in_common() -> None:
    assert resemblance(runs("a b c d"), runs("A b c d")) == 1
    assert resemblance(runs("a b c d"), runs("x b c d")) == pytest.approx(1 / 3)
    assert resemblance(runs("a b c"), runs("")) == 0


@given(st.text(), st.text())
def test_resemblance_is_symmetric_and_a_share(one: str, other: str) -> None:
    assert 0 <= resemblance(runs(one), runs(other)) == resemblance(runs(other), runs(one)) <= 1


WORDS = st.lists(st.sampled_from("abc"), max_size=40).map(" ".join)


@given(st.lists(WORDS, min_size=1), st.lists(WORDS), st.floats(0.1, 1), st.randoms())
def test_texts_resemble_others_when_their_resemblance_is_large_enough(
    ones: list[str], others: list[str], least: float, chosen: random.Random
) -> None:
    places = [chosen.randrange(len(ones)) for _ in others]
    found = resembling(list(map(runs, ones)), list(zip(places, map(runs, others), strict=True)), least)
    pairs = zip(places, others, strict=True)
    assert found == [resemblance(runs(ones[place]), runs(other)) >= least for place, other in pairs]


@given(st.lists(WORDS))
def test_texts_have_the_same_runs_and_bands_in_company_as_alone(texts: list[str]) -> None:
    together, (enough, bands) = runs_and_bands(texts)
    alone = [runs_and_bands([text]) for text in texts]
    assert [together[at].tolist() for at in range(len(texts))] == [own[0].tolist() for own, _ in alone]
    assert enough.tolist() == [at for at, (_, (told, _)) in enumerate(alone) if len(told)]
    assert bands.tolist() == [row for _, (_, rows) in alone for row in rows.tolist()]


VILLAGES = [STORY.replace("harbour office", f"office of {name}") for name in ("Arle", "Birk", "Cork", "Dell", "Esk")]
TEXTS = st.sampled_from([STORY, EDITED, OTHER, *VILLAGES])
DAYS = st.sampled_from([None, "2018-09-11", "2018-09-12"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXTS, DAYS), max_size=12), st.integers(0, 12))
def test_every_copy_is_much_like_its_original_and_no_original_is_a_copy(
    news: list[tuple[str, str | None]], first: int
) -> None:
    documents = [story(str(at), text, day) for at, (text, day) in enumerate(news)]
    with TemporaryDirectory() as folder, Store.open(Path(folder), create=True) as store:
        store.add(documents[:first])
        store.add(documents[first:])
        found = originals(store)
    texts = {document.id: document.text for document in documents}
    for copy, original in found.items():
        assert original is None or found[original] is None
        assert original is None or resemblance(runs(texts[copy]), runs(texts[original])) >= ALIKE


def file(path: str, text: str) -> Document:
    return Document(file_id(path), text, path=path)


def test_the_same_text_at_another_place_is_an_address_of_one_document(store: Store) -> None:
    x = file("/x", STORY)
    assert store.add([x, file("/y", STORY), file("https://e.example/z", STORY)]) == Added(added=1, unchanged=2)
    assert store.addresses() == {x.id: ["/y", "https://e.example/z"]}


def test_the_same_text_is_found_again_within_a_long_run(store: Store) -> None:
    x = file("/x", "Short.")
    long = [x, *(story(str(i), f"Text {i}.") for i in range(5000)), file("/y", "Short.")]
    assert store.add(long) == Added(added=5001, unchanged=1)
    assert store.addresses() == {x.id: ["/y"]}


def test_a_text_is_held_as_long_as_a_document_has_it(store: Store) -> None:
    store.add([story("a", "Short."), story("b", OTHER)])
    assert store.holds("Short.")
    assert store.holds(OTHER)
    assert not store.holds("Shorter.")
    store.remove(["a"])
    store.add([story("b", STORY)])
    assert not store.holds("Short.")
    assert not store.holds(OTHER)


def test_an_address_that_gets_a_text_of_its_own_becomes_a_document(store: Store) -> None:
    store.add([file("/x", STORY), file("/y", STORY)])
    assert store.add([file("/y", OTHER)]) == Added(added=1)
    assert store.addresses() == {}


def test_when_a_document_changes_its_other_addresses_are_to_be_read_again(store: Store) -> None:
    x = file("/x", STORY)
    store.add([x, file("/y", STORY)])
    store.remember([Source("/y", "f" * 32)])
    store.add([replace(x, text=OTHER)])
    assert store.source("/y") == Source("/y", digest="")
    assert store.addresses() == {}


def test_when_a_document_goes_its_other_addresses_are_forgotten(store: Store) -> None:
    x = file("/x", STORY)
    store.add([x, file("/y", STORY)])
    store.remember([Source("/y", "f" * 32)])
    store.remove([x.id])
    assert store.source("/y") is None
    assert store.addresses() == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry left at dawn, and forty people were on board of it.", "en"),
        ("Die Fähre ist in der Nacht nicht mehr zu dem Hafen und auch nicht auf die Insel gefahren.", "de"),
        ("Le bateau est parti dans la nuit, et les habitants du village ne sont pas sur le quai.", "fr"),
        ("El barco salió por la noche y los vecinos de la isla no fueron al puerto con el capitán.", "es"),
        ("Паром ушёл на рассвете, и на нём было сорок человек, но он не был полон.", "ru"),
        ("Пором вийшов на світанку, і на ньому було сорок людей, але він не був повний та ще й із вантажем.", "uk"),
        ("غادرت العبارة عند الفجر وكان على متنها أربعون شخصا", "ar"),
        ("フェリーは夜明けに出発し、四十人が乗っていた。", "ja"),
        ("渡轮在黎明时分离开,船上有四十人。", "zh"),
        ("페리는 새벽에 떠났다.", "ko"),
        ("“Café Müller” is the name of the piece – and it was on at the theatre by the harbour.", "en"),
        ("Το πλοίο έφυγε την αυγή, σαράντα ψυχές ήταν στη γέφυρα: it was in the air and on the sea for it.", "el"),
        ("Ferry 17", None),
        ("12345", None),
        ("", None),
    ],
)
def test_a_text_s_language_is_told_by_its_script_and_commonest_words(text: str, code: str | None) -> None:
    assert language(text) == code


def test_the_language_of_a_document_is_kept(store: Store) -> None:
    store.add([story("a"), story("b", "페리는 새벽에 떠났다.")])
    assert [document.language for document in store.summaries()] == ["en", "ko"]
