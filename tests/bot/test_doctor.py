"""The doctor: what it finds in a data folder, and what it mends."""

import json
from pathlib import Path

import pytest

from tests.conftest import Footnote


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "bridge.txt").write_text("The harbour office closed the old iron bridge to lorries on Monday.", "utf-8")
    return folder


@pytest.fixture
def loaded(footnote: Footnote, files: Path) -> Footnote:
    assert footnote("add", str(files)).status == 0
    return footnote


def test_doctor_finds_a_healthy_folder_well(loaded: Footnote) -> None:
    ran = loaded("doctor", "--json")
    assert ran.status == 0
    assert all(finding["ok"] for finding in json.loads(ran.out)["findings"])


def test_doctor_finds_damage_in_an_index_and_mends_it(loaded: Footnote, tmp_path: Path) -> None:
    (segment,) = (tmp_path / "data/collections/library/index").glob("segment-*")
    segment.write_bytes(bytes(100) + segment.read_bytes()[100:])
    ran, again = loaded("doctor"), loaded("doctor")
    assert (ran.status, again.status) == (2, 0)
    assert "WRONG collection library: its index was damaged or missing, and is built again: 1 document, " in ran.out


def test_doctor_says_nothing_of_documents_where_the_data_folder_is_none(footnote: Footnote, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", "utf-8")
    ran = footnote("doctor")
    assert (ran.status, "WRONG data folder" in ran.out, "documents" in ran.out) == (2, True, False)


def test_the_doctor_says_that_nothing_is_read_where_no_collection_is_named(footnote: Footnote, files: Path) -> None:
    footnote("add", str(files), "--collection", "harbour")
    ran = footnote("doctor")
    assert ran.status == 0
    assert "none in “library”, which is read where no collection is named" in ran.out
