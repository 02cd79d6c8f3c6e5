from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corpus.corpora import write_list

from compare_tui.annotation import NotebookError
from compare_tui.corpus.pair_list import LONGEST_NAME, read_pair_list, safe_name


def test_paths_are_relative_to_the_list(tmp_path: Path) -> None:
    text = "- {a: wire/one.txt, b: paper/one.md, date-a: 2026-03-01, notes: n.yaml}\n"
    (pair,) = read_pair_list(write_list(tmp_path, text)).pairs
    assert pair.sources[0] == (str(tmp_path / "wire" / "one.txt"), "wire/one.txt")
    assert pair.notes == tmp_path / "n.yaml"
    assert (pair.date_a, pair.date_b) == (date(2026, 3, 1), None)
    assert pair.name == "wire-one--paper-one"
    assert pair.place == f"{tmp_path / 'pairs.yaml'}:1:3"


@pytest.mark.parametrize(
    ("entry", "place", "said"),
    [
        ("- a: x.txt\n", "1:3", "b: missing"),
        ("- a: x.txt\n  b: ''\n", "2:6", "found nothing"),
        ("- just text\n", "1:3", "expected a pair with a and b"),
        ("- a: x.txt\n  b: y.txt\n  date-b: yesterday\n", "3:11", "expected a day as YYYY-MM-DD"),
        ("- a: x.txt\n  b: y.txt\n  name: ../up\n", "3:9", 'as in "up"'),
        ("- a: x.txt\n  b: 7\n", "2:6", "expected text, not 7"),
    ],
)
def test_a_bad_pair_is_told_by_place_and_left_out(entry: str, place: str, said: str, tmp_path: Path) -> None:
    path = write_list(tmp_path, f"{entry}- {{a: a.txt, b: b.txt}}\n")
    listed = read_pair_list(path)
    assert [pair.a for pair in listed.pairs] == ["a.txt"]
    (error,) = listed.errors
    assert error.startswith(f"{path}:{place}: ")
    assert said in error


def test_a_key_with_a_typing_error_is_warned_of(tmp_path: Path) -> None:
    listed = read_pair_list(write_list(tmp_path, "- {a: a.txt, b: b.txt, date_a: 2026-01-01}\n"))
    assert len(listed.pairs) == 1
    assert "did you mean date-a?" in listed.warnings[0]


@pytest.mark.parametrize("text", ["a: x\nb: y\n", "- a: [\n", "", "- &x {a: 1, b: 2}\n"])
def test_what_is_no_list_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match=r"pairs\.yaml:\d+:\d+: "):
        read_pair_list(write_list(tmp_path, text))


def test_names_are_unique_whatever_the_file_system(tmp_path: Path) -> None:
    text = (
        "- {a: x.txt, b: y.txt}\n- {a: x.txt, b: y.md}\n- {a: X.txt, b: Y.txt}\n"
        "- {a: p.txt, b: q.txt, name: Same}\n- {a: r.txt, b: s.txt, name: same}\n"
        "- {a: r.txt, b: s.txt, name: x--y-2}\n"
    )
    listed = read_pair_list(write_list(tmp_path, text))
    assert [pair.name for pair in listed.pairs] == ["x--y", "x--y-3", "X--Y-4", "Same", "x--y-2"]
    assert '"same" stands twice, first at line 4' in listed.errors[0]


@given(st.text())
def test_a_name_is_safe(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= LONGEST_NAME
    assert not set(safe) & set('/\\:*?"<>|. \0')
    assert safe_name(safe) == safe


def test_sources_that_are_no_files_are_kept_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "- {a: 'https://example.org/', b: 'git:HEAD~1:b.md'}\n- {a: /, b: '-'}\n"
    write_list(tmp_path, text)
    monkeypatch.chdir(tmp_path)
    one, other = read_pair_list(Path("pairs.yaml")).pairs
    assert one.sources == (("https://example.org/", "https://example.org/"), ("git:HEAD~1:b.md",) * 2)
    # A file of that name, and never standard input, which belongs to nobody in a list.
    assert other.sources[1] == ("./-", "-")
