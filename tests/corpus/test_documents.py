"""What a document is called."""

import pytest

from corpus.documents import Document


@pytest.mark.parametrize(
    ("document", "called"),
    [
        (Document("d1", "Rain.", "The pier", path="/host/pier.txt"), "The pier"),
        (Document("d1", "Rain.", path="/host/pier.txt"), "pier.txt"),
        (Document("d1", "Rain.", path="https://pier.example/rain/"), "rain"),
        (Document("d1", "Rain."), "d1"),
    ],
)
def test_it_is_called_by_its_title_else_its_file_s_name_else_its_id(document: Document, called: str) -> None:
    assert document.called == called


@pytest.mark.parametrize("name", ["pier\x1b[31m\n.txt", "pier\x07[31m \x85.txt", "\x1bpier [31m .txt"])
def test_codes_in_a_file_s_name_that_a_terminal_obeys_are_left_out(name: str) -> None:
    called = Document("d1", "Rain.", path=f"/host/{name}").called
    assert (called.isprintable(), called.replace(" ", "")) == (True, "pier[31m.txt")


def test_a_file_s_name_of_nothing_but_codes_is_none() -> None:
    assert Document("d1", "Rain.", path="/host/\x1b\x07").called == "d1"
