from __future__ import annotations

import csv
import json
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.corpus.corpora import command, contents, run, write_list
from tests.corpus.test_corpus_batch import InThisProcess
from tests.sources.loopback import Server, reply
from tests.sources.samples import HTML, PARAGRAPHS, docx, paragraph, pdf

from compare_tui.annotation import Author, Notebook
from compare_tui.annotation.anchor import make_anchor
from compare_tui.article import read_article
from compare_tui.corpus.batch import Batch, Finished, Plan
from compare_tui.corpus.gathering import Reading
from compare_tui.corpus.pair_list import read_pair_list
from compare_tui.corpus.work import compare_task
from compare_tui.report import schema_text


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def write_sources(folder: Path) -> None:
    """Write the same article in every kind of file, and into a repository."""
    text = "\n\n".join(PARAGRAPHS)
    (folder / "a.txt").write_text(f"Ferry sinks near Orsk\n\n{text}\n", encoding="utf-8")
    (folder / "b.md").write_text(f"# Ferry sinks near Orsk\n\n{text}\n", encoding="utf-8")
    (folder / "b.html").write_text(HTML, encoding="utf-8")
    (folder / "b.docx").write_bytes(docx("".join(map(paragraph, PARAGRAPHS))))
    (folder / "b.pdf").write_bytes(pdf([PARAGRAPHS]))
    for words in (
        ["init", "-q"],
        ["add", "b.md"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    (folder / "b.md").write_text("# Something else\n\nNothing of it is true.\n", encoding="utf-8")


def finish(folder: Path, out: str = "out", executor: Executor | None = None, **plan: Any) -> list[Finished]:
    @contextmanager
    def made() -> Iterator[Executor]:
        yield executor or InThisProcess()

    listed = read_pair_list(folder / "pairs.yaml")
    assert not listed.errors
    return list(Batch(Plan(listed.pairs, folder / out, **plan), made).run())


def result(folder: Path, name: str, out: str = "out") -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / out / "pairs" / f"{name}.json").read_bytes())
    return data


def test_a_list_names_every_kind_of_source(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    write_sources(folder)
    sources = ["b.html", "b.docx", "b.pdf", "git:HEAD:b.md", server.address, "/dev/null"]
    entries = (f"- {{a: a.txt, b: '{source}', name: p{at}}}\n" for at, source in enumerate(sources))
    listed = write_list(folder, "".join(entries))
    done = run("batch", listed, "-o", tmp_path / "out", "--jobs", "1", "--allow-private", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "compare-tui: 6 pairs compared; 0 skipped\n")
    for at, source in enumerate(sources[:-1]):
        data = result(tmp_path, f"p{at}")
        told = " ".join(passage["text"] for passage in data["articles"]["b"]["passages"])
        assert data["articles"]["b"]["source"] == source
        assert all(text in told for text in PARAGRAPHS)
        assert len(data["links"]) >= 3
    assert result(tmp_path, "p0")["articles"]["b"]["author"] == "Mara Ilves"
    assert result(tmp_path, "p4")["articles"]["b"]["address"] == server.address
    assert result(tmp_path, "p5")["only_b"] == []


def test_what_a_worker_gets_needs_no_extra_and_no_file(tmp_path: Path) -> None:
    write_sources(tmp_path)
    write_list(tmp_path, "- {a: b.pdf, b: b.html}\n- {a: a.txt, b: b.docx}\n")
    executor = InThisProcess()
    finish(tmp_path, executor=executor)
    for name in ("b.pdf", "b.html", "a.txt", "b.docx"):
        (tmp_path / name).unlink()
    hide = (
        "import sys\nfor n in ('trafilatura', 'lxml', 'pypdf', 'charset_normalizer'): sys.modules[n] = None\n"
    )
    code = (
        f"{hide}import pickle; from compare_tui.corpus.work import compare_task\n"
        "tasks = pickle.load(sys.stdin.buffer)\n"
        "sys.stdout.buffer.write(pickle.dumps([compare_task(task) for task in tasks]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(executor.submitted), capture_output=True, check=True
    )
    there = pickle.loads(done.stdout)
    assert there == [compare_task(task) for task in executor.submitted]
    assert all(outcome.counts.links >= 3 for outcome in there)


def test_an_address_of_a_private_network_is_not_asked_without_leave(server: Server, tmp_path: Path) -> None:
    write_sources(tmp_path)
    write_list(tmp_path, f"- {{a: a.txt, b: '{server.address}'}}\n")
    (one,) = finish(tmp_path)
    assert "--allow-private" in one.reason
    assert server.asked == []


class TestCopies:
    """What an address answered is kept in the output folder."""

    def listed(self, server: Server, folder: Path) -> None:
        write_sources(folder)
        write_list(folder, f"- {{a: a.txt, b: '{server.address}', name: p}}\n")

    def test_an_address_is_asked_once(self, server: Server, tmp_path: Path) -> None:
        self.listed(server, tmp_path)
        allowed = Reading(allow_private=True)
        finish(tmp_path, reading=allowed)
        whole = contents(tmp_path / "out")
        server.answer = reply("Content-Type: text/plain", b"Nothing of it is true.\n")
        assert [one.is_old for one in finish(tmp_path, reading=allowed)] == [True]
        assert len(server.asked) == 1
        # What was fetched before the program was killed gives what an undisturbed run does.
        (tmp_path / "out" / "manifest.jsonl").unlink()
        assert [one.is_old for one in finish(tmp_path, reading=allowed)] == [False]
        assert contents(tmp_path / "out") == whole
        assert len(server.asked) == 1

    def test_refresh_asks_once_more(self, server: Server, tmp_path: Path) -> None:
        self.listed(server, tmp_path)
        finish(tmp_path, reading=Reading(allow_private=True))
        server.answer = reply("Content-Type: text/plain", b"Nothing of it is true, they said.\n")
        (one,) = finish(tmp_path, reading=Reading(allow_private=True, refresh=True))
        assert not one.is_old
        assert len(server.asked) == 2
        assert "Nothing" in result(tmp_path, "p")["articles"]["b"]["passages"][0]["text"]

    def test_one_address_in_many_pairs_is_asked_once(self, server: Server, tmp_path: Path) -> None:
        write_sources(tmp_path)
        entry = f"- {{a: a.txt, b: '{server.address}'}}\n"
        write_list(tmp_path, entry * 5)
        for refresh in (False, True):
            server.asked.clear()
            done = finish(tmp_path, reading=Reading(allow_private=True, refresh=refresh))
            assert [one.reason for one in done] == [""] * 5
            assert len(server.asked) == 1

    def test_the_copy_beside_the_notebook_comes_first(self, server: Server, tmp_path: Path) -> None:
        self.listed(server, tmp_path)
        finish(tmp_path, "first", reading=Reading(allow_private=True))
        (copy,) = (tmp_path / "first" / "pages").iterdir()
        shutil.move(copy, tmp_path / copy.name)
        server.answer = reply("Content-Type: text/plain", b"Nothing of it is true.\n")
        finish(tmp_path, reading=Reading(allow_private=True))
        assert len(server.asked) == 1
        assert contents(tmp_path / "out" / "pairs") == contents(tmp_path / "first" / "pairs")

    def test_a_redirect_is_said_and_the_copy_has_the_address_that_was_named(
        self, server: Server, tmp_path: Path
    ) -> None:
        self.listed(server, tmp_path)
        page = server.answer
        server.answer = lambda peer, path: (
            reply("Location: /there", status="302 Found")(peer, path)
            if path == "/story"
            else page(peer, path)
        )
        (one,) = finish(tmp_path, reading=Reading(allow_private=True))
        assert one.notices == (f"{server.address} leads over 1 redirect to {server.address[:-5]}there",)
        assert [one.is_old for one in finish(tmp_path)] == [True]
        assert result(tmp_path, "p")["articles"]["b"]["address"] == server.address


def test_a_guessed_encoding_is_said_and_a_named_one_taken(tmp_path: Path) -> None:
    text = "Паром затонул в понедельник близ Орска, сообщила береговая охрана. Все пассажиры спасены."
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(text.encode("cp1251"))
    listed = write_list(tmp_path, "- {a: a.txt, b: b.txt, name: p}\n")
    guessed = run("batch", listed, "-o", tmp_path / "out", "--jobs", "1")
    assert f"{listed}:1:3: p: a.txt is not UTF-8: read as cp1251, which is a guess" in guessed.stderr
    named = run("batch", listed, "-o", tmp_path / "out", "--jobs", "1", "--encoding", "cp1251")
    assert named.stderr == "compare-tui: 1 pair compared; 0 skipped\n"


class TestNotebooks:
    A = "The ferry Aurora sank on Monday near Orsk.\n\nAll 48 passengers were saved.\n\nDivers went down.\n"
    B = "The Aurora, a ferry, sank near Orsk on Monday.\n\nRain is expected.\n\n52 passengers were saved.\n"

    def listed(self, folder: Path, more: str = "") -> None:
        for name, text in (("a", self.A), ("b", self.B), ("c", "A mayor resigned over a loan.\n")):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        write_list(folder, f"- {{a: a.txt, b: b.txt, name: p, notes: mine.notes.yaml}}\n{more}")

    def annotate(self, folder: Path, name: str = "mine.notes.yaml", b: str = "b.txt") -> None:
        """Tag the number, and link the last passage of A with the second of B."""
        articles = read_article(folder / "a.txt"), read_article(folder / b)
        notebook = Notebook.open(folder / name, *articles, Author("mara", "Mara Ilves"))
        start = articles[0].text.index("48")
        notebook.add(
            tag="number",
            relation="one-sided",
            severity="major",
            a=make_anchor(articles[0], start, start + 2),
            b=None,
            note="=1+1",
        )
        if b == "b.txt":
            there, here = articles[0].passages[2], articles[1].passages[1]
            notebook.correct(
                "link",
                make_anchor(articles[0], there.start, there.end),
                make_anchor(articles[1], here.start, here.end),
                "link",
            )
        notebook.save()

    def test_its_links_and_annotations_go_into_the_results(self, tmp_path: Path) -> None:
        self.listed(tmp_path)
        finish(tmp_path, "without", formats=("json", "csv"))
        self.annotate(tmp_path)
        finish(tmp_path, formats=("json", "csv"))
        data = result(tmp_path, "p")
        jsonschema.validate(data, json.loads(schema_text("comparison")))
        assert ("a3", "b2") in {(link["a"], link["b"]) for link in data["links"]}
        assert ("a3", "b2") not in {
            (link["a"], link["b"]) for link in result(tmp_path, "p", "without")["links"]
        }
        (annotation,) = data["annotations"]
        schema = json.loads(schema_text("report"))
        jsonschema.validate(annotation, {**schema, **schema["definitions"]["annotation"]})
        assert annotation["a"]["exact"] == "48"
        with (tmp_path / "out" / "annotations.csv").open(encoding="utf-8", newline="") as stream:
            (row,) = csv.DictReader(stream)
        assert (row["pair"], row["author"], row["a"], row["note"]) == ("p", "Mara Ilves", "48", "'=1+1")
        with (tmp_path / "out" / "summary.csv").open(encoding="utf-8") as stream:
            assert [row["annotations"] for row in csv.DictReader(stream)] == ["1"]
        assert "annotations" not in result(tmp_path, "p", "without")

    def test_a_change_in_it_makes_the_pair_new(self, tmp_path: Path) -> None:
        self.listed(tmp_path, "- {a: a.txt, b: c.txt}\n")
        assert [one.is_old for one in finish(tmp_path)] == [False, False]
        self.annotate(tmp_path)
        old = {one.pair.name: one.is_old for one in finish(tmp_path)}
        assert old == {"p": False, "a--c": True}
        assert [one.is_old for one in finish(tmp_path)] == [True, True]

    def test_one_of_another_pair_is_told(self, tmp_path: Path) -> None:
        self.listed(tmp_path)
        self.annotate(tmp_path, "mine.notes.yaml", "c.txt")
        (one,) = finish(tmp_path)
        assert "mine.notes.yaml: of other articles" in one.reason

    def test_one_that_cannot_be_read_is_told_with_its_place(self, tmp_path: Path) -> None:
        self.listed(tmp_path)
        (tmp_path / "mine.notes.yaml").write_text("schema: [\n", encoding="utf-8")
        (one,) = finish(tmp_path)
        assert "mine.notes.yaml:" in one.reason

    def test_annotations_follow_a_changed_article(self, tmp_path: Path) -> None:
        self.listed(tmp_path)
        self.annotate(tmp_path)
        (tmp_path / "a.txt").write_text(f"A late edition.\n\n{self.A}", encoding="utf-8")
        (one,) = finish(tmp_path)
        assert any("made with another text of article A" in notice for notice in one.notices)
        text = (tmp_path / "a.txt").read_text(encoding="utf-8")
        assert result(tmp_path, "p")["annotations"][0]["a"]["start"] == text.index("48")


class TestSimilarity:
    @pytest.fixture
    def listed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / "likeness.py").write_text(
            "def alike(a, b): return [[float(x[0] == y[0]) for y in b] for x in a]\n"
            "def broken(a, b): raise RuntimeError('no model')\n",
            encoding="utf-8",
        )
        (tmp_path / "a.txt").write_text("Zebras graze.\n\nQuiet nights follow.\n\nMen rest.\n", "utf-8")
        (tmp_path / "b.txt").write_text("Zoos opened.\n\nQueues formed early.\n\nMaps help.\n", "utf-8")
        monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{':'.join(sys.path)}")
        return write_list(tmp_path, "- {a: a.txt, b: b.txt, name: p}\n")

    def batch(self, listed: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return run("batch", listed, "-o", listed.parent / "out", "--jobs", "1", *words)

    def test_it_counts_and_is_part_of_what_makes_a_result(self, listed: Path) -> None:
        self.batch(listed)
        without = result(listed.parent, "p")["links"]
        done = self.batch(listed, "--similarity", "likeness:alike")
        assert done.stderr == "compare-tui: 1 pair compared; 0 skipped\n"
        assert len(result(listed.parent, "p")["links"]) > len(without)
        assert "1 of them in an earlier run" in self.batch(listed, "--similarity", "likeness:alike").stderr
        self.batch(listed)
        assert result(listed.parent, "p")["links"] == without

    def test_one_that_is_missing_ends_it(self, listed: Path) -> None:
        done = self.batch(listed, "--similarity", "likeness:gone")
        assert done.returncode == 2
        assert "likeness:gone" in done.stderr

    def test_one_that_fails_is_the_reason_of_each_pair(self, listed: Path) -> None:
        done = self.batch(listed, "--similarity", "likeness:broken")
        assert done.returncode == 2
        assert "p: skipped: similarity broken: RuntimeError: no model" in done.stderr


def test_killed_among_all_kinds_of_sources_it_goes_on_to_the_same_result(
    server: Server, tmp_path: Path
) -> None:
    write_sources(tmp_path)
    sources = ["b.docx", "git:HEAD:b.md", server.address, "b.html"]
    entries = (f"- {{a: a.txt, b: '{sources[at % 4]}', name: p{at}}}\n" for at in range(12))
    listed = write_list(tmp_path, "".join(entries))
    words = ("--format", "json,csv", "--jobs", "2", "--allow-private")
    assert run("batch", listed, "-o", tmp_path / "whole", *words).returncode == 0
    output = tmp_path / "killed"
    running = subprocess.Popen(
        command("batch", listed, "-o", output, *words), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    manifest = output / "manifest.jsonl"
    while not (manifest.exists() and manifest.read_bytes().count(b"\n") >= 3):
        assert running.poll() is None
    running.kill()
    running.wait()
    again = run("batch", listed, "-o", output, *words)
    assert again.returncode == 0
    assert "12 pairs compared" in again.stderr
    assert contents(output) == contents(tmp_path / "whole")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_without_a_writer_is_skipped(tmp_path: Path) -> None:
    write_sources(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    write_list(tmp_path, "- {a: pipe.txt, b: a.txt}\n- {a: a.txt, b: b.html}\n")
    assert [one.reason for one in finish(tmp_path)] == ["pipe.txt is a named pipe, not a file", ""]
