"""Collections are folders of their own."""

from pathlib import Path

import pytest

from corpus.collections import Collections
from corpus.documents import Document
from corpus.errors import UsageError
from corpus.store import Store


def test_a_collection_exists_from_its_first_store_to_its_deletion(tmp_path: Path) -> None:
    collections = Collections(tmp_path)
    assert collections.names() == []
    for name in ("wire", "library"):
        with Store.open(collections.path(name), create=True) as store:
            store.add([Document("a", "Words.")])
    assert collections.names() == ["library", "wire"]
    collections.delete("wire")
    assert (collections.exists("wire"), collections.exists("library")) == (False, True)
    assert not (tmp_path / "collections" / "wire").exists()


def test_deleting_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    Collections(tmp_path).delete("nothing")
    assert Collections(tmp_path).names() == []


@pytest.mark.parametrize("name", ["", "..", "a/b", "Library", "ä", "a b", "x" * 65, "a\n"])
def test_a_name_that_could_leave_the_folder_or_confuse_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot name a collection"):
        Collections(tmp_path).path(name)
