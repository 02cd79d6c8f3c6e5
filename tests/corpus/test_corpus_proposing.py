from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from tests.corpus.corpora import PAIRS, run
from tests.sources.samples import HTML, PARAGRAPHS, docx, paragraph, pdf

from compare_tui.cli import main
from compare_tui.corpus.pair_list import read_pair_list
from compare_tui.corpus.proposing import Corpus, Gist, article_files, gist_of

SEEDS = Path(__file__).parent.parent.parent / "seeds"

FERRY = "The ferry Aurora sank on Monday near Orsk.\n\nAll 48 passengers were saved by the coastguard.\n"
FERRY_TOO = "Coastguard boats saved 52 passengers of the Aurora.\n\nThe ferry sank near Orsk on Monday.\n"


def known_articles() -> dict[Path, str]:
    """Return every labelled article with the name of its event."""
    folders = [
        path for root in (PAIRS, SEEDS) for path in root.iterdir() if (path / "expected.yaml").exists()
    ]
    return {path: folder.name for folder in folders for path in article_files(folder)}


def corpus_of(*gists: Gist) -> Corpus:
    corpus = Corpus()
    for gist in gists:
        corpus.add(gist)
    return corpus


def test_known_pairs_are_found_among_articles_of_other_events() -> None:
    events = {path: event for path, event in known_articles().items() if not path.name.startswith("README")}
    proposals = corpus_of(*map(gist_of, events)).propose()
    right = [one for one in proposals if events[one.a] == events[one.b]]
    count = len(set(events.values()))
    assert count >= 12
    assert len(events) == 2 * count
    assert len(right) >= 0.9 * count
    assert len(right) >= 0.9 * len(proposals)


def test_articles_without_a_partner_stay_alone() -> None:
    articles = [path for path in known_articles() if not path.name.startswith("README")]
    alone = {path.parent: path for path in articles}
    assert len(corpus_of(*map(gist_of, alone.values())).propose()) <= 1


def test_words_that_both_have_are_named(tmp_path: Path) -> None:
    paths = []
    for name, text in (("a", FERRY), ("b", FERRY_TOO), ("c", "The mayor of Lund resigned over a loan.\n")):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    (one,) = corpus_of(*map(gist_of, paths)).propose()
    assert (one.a.name, one.b.name) == ("a.txt", "b.txt")
    assert {"Aurora", "Orsk"} <= set(one.shared)
    assert 0 < one.score <= 1


def test_the_order_of_the_files_does_not_matter() -> None:
    articles = sorted(path for path in known_articles() if not path.name.startswith("README"))
    there = {frozenset((one.a, one.b)) for one in corpus_of(*map(gist_of, articles)).propose()}
    back = {frozenset((one.a, one.b)) for one in corpus_of(*map(gist_of, reversed(articles))).propose()}
    assert there == back


@pytest.mark.parametrize(("days", "expected"), [(7, 0), (40, 1)])
def test_what_lies_too_long_apart_is_no_pair(days: int, expected: int) -> None:
    words = {word: (1.0, word) for word in ("ferry", "sank", "orsk", "aurora")}
    other = {word: (1.0, word) for word in ("mayor", "loan", "lund", "vote")}
    corpus = corpus_of(
        Gist(Path("a"), "", date(2026, 1, 1), "1", words),
        Gist(Path("b"), "", date(2026, 2, 1), "2", words),
        Gist(Path("c"), "", None, "3", other),
    )
    assert len(corpus.propose(days=days)) == expected


def test_the_list_can_be_handed_to_batch(tmp_path: Path) -> None:
    folder = tmp_path / "my: articles"
    (folder / "paper").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "wire #1.txt").write_text(FERRY, encoding="utf-8")
    (folder / "paper" / "one.md").write_text(FERRY_TOO, encoding="utf-8")
    (folder / "paper" / "copy.txt").write_text(FERRY, encoding="utf-8")
    (folder / "paper" / "mayor.txt").write_text("The mayor of Lund resigned over a loan.\n", encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / ".git" / "hidden.txt").write_text(FERRY, encoding="utf-8")
    result = run("pairs", folder, "-o", tmp_path / "pairs.yaml")
    assert result.returncode == 2
    assert "broken.txt" in result.stderr
    assert "the same text as" in result.stderr
    assert "2 pairs proposed out of 4 articles; 1 skipped" in result.stderr
    listed = read_pair_list(tmp_path / "pairs.yaml")
    assert listed.errors == ()
    assert {frozenset(Path(source).name for source, _ in pair.sources) for pair in listed.pairs} == {
        frozenset(("wire #1.txt", "one.md")),
        frozenset(("copy.txt", "one.md")),
    }
    assert run("batch", tmp_path / "pairs.yaml", "-o", tmp_path / "out", "--jobs", "1").returncode == 0


@pytest.mark.parametrize("partner", ["draft.docx", "print.pdf"])
def test_pages_and_documents_are_articles_too(tmp_path: Path, partner: str) -> None:
    (tmp_path / "page.html").write_text(HTML, encoding="utf-8")
    data = docx("".join(map(paragraph, PARAGRAPHS))) if partner == "draft.docx" else pdf([PARAGRAPHS])
    (tmp_path / partner).write_bytes(data)
    german = "Der Bürgermeister trat wegen eines Kredits zurück.\n"
    (tmp_path / "old.txt").write_bytes(german.encode("cp1252"))
    result = run("pairs", tmp_path, "-o", tmp_path / "pairs.yaml", "--jobs", "1")
    assert result.returncode == 0
    assert "old.txt is not UTF-8: read as cp1252, which is a guess" in result.stderr
    (pair,) = read_pair_list(tmp_path / "pairs.yaml").pairs
    assert {pair.a, pair.b} == {"page.html", partner}


def test_several_processes_propose_the_same(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(f"Town {number % 30} lost its bell tower.\n{FERRY}", "utf-8")
    printed = [run("pairs", tmp_path, "--jobs", jobs).stdout for jobs in ("1", "2")]
    assert printed[0] == printed[1] != ""


def test_a_folder_without_pairs_gives_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["pairs", ".", "-o", "list.yaml"]) == 0
    assert read_pair_list(Path("list.yaml")).pairs == ()
    assert main(["pairs", ".", "-o", "list.yaml"]) == 2
    assert "--force overwrites it" in capsys.readouterr().err
    assert main(["pairs", ".", "-o", "list.yaml", "--force"]) == 0


@pytest.mark.parametrize("words", [("--least", "2"), ("--least", "nan"), ("--days", "0"), ("--jobs", "x")])
def test_wrong_usage_is_told(words: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as end:
        main(["pairs", str(tmp_path), *words])
    assert end.value.code == 2


def test_a_folder_that_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pairs", str(tmp_path / "gone")]) == 2
    assert f"gone: no such folder{os.linesep}" in capsys.readouterr().err
