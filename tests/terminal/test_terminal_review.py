"""A desk at work on real pseudo-terminals: two annotate, two review, an author answers, all is merged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.pseudo_terminal import Program
from tests.review.people import write_articles

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")


class Desk:
    """A folder in which people work one after the other."""

    def __init__(self, folder: Path) -> None:
        write_articles(folder)
        self.folder = folder
        self.pair = (str(folder / "wire.txt"), str(folder / "paper.txt"))
        home = str(folder / "home")
        self.env: dict[str, str | None] = dict.fromkeys(["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"], home)

    def notes(self, who: str) -> Path:
        return self.folder / f"wire--paper.{who}.notes.yaml"

    def load(self, who: str) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.safe_load(self.notes(who).read_text(encoding="utf-8"))
        return loaded

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}

    def said(self, who: str) -> dict[str, dict[str, Any]]:
        """Return the verdicts of a person that stand, by the id of the annotation."""
        reviews = self.load(who).get("reviews", [])
        return {one["of"]: one for one in reviews if one["decision"] and not one.get("taken_back")}

    def run(self, *words: str) -> str:
        """Run a headless command; it writes nothing."""
        before = self.files()
        done = subprocess.run(
            self._command(*words), capture_output=True, text=True, check=True, env=self._variables()
        )
        assert self.files() == before
        return done.stdout

    def write(self, name: str, *words: str) -> None:
        """Run a headless command that writes one file."""
        before = self.files()
        subprocess.run(self._command(*words), capture_output=True, check=True, env=self._variables())
        assert {one for one, data in self.files().items() if before.get(one) != data} == {name}

    @contextmanager
    def work(self, who: str, *words: str, writes: str | None = None) -> Iterator[Program]:
        """Open the program for somebody; it must change one file, theirs, and no other."""
        before = self.files()
        with Program(self._command(*words, "--author", who), env=self.env) as program:
            yield program
            assert program.wait() == 0
        changed = {name for name, data in self.files().items() if before.get(name) != data}
        assert changed == {writes or self.notes(who).name}
        assert before.keys() <= self.files().keys()

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "compare_tui", *words]

    def _variables(self) -> dict[str, str]:
        own = {name: value for name, value in self.env.items() if value is not None}
        return {**os.environ, **own}


def leave(program: Program) -> None:
    """Leave the list of a review, then the program."""
    program.send("q")
    program.settle(0.3)
    program.send("q")


def test_the_whole_story_of_a_review(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for who, other in (("mara", "tom"), ("tom", "mara")):
        with desk.work(who, *desk.pair) as program:
            program.wait_for("1/")
            program.settle(0.5)
            program.send("tn")
            program.settle(0.5)
            assert other not in program.text.casefold()
            program.send("q")
    made = {who: desk.load(who)["annotations"] for who in ("mara", "tom")}
    assert [len(one) for one in made.values()] == [1, 1]

    with desk.work("ed", "review", str(tmp_path)) as program:
        program.wait_for("0 of 2 reviewed")
        program.send("a")
        program.wait_for("1 of 2 reviewed")
        program.send("w")
        program.wait_for("Needs work:")
        program.send("which\r")
        program.wait_for("2 of 2 reviewed")
        leave(program)
    first = desk.said("ed")
    assert sorted(one["decision"] for one in first.values()) == ["accept", "needs-work"]
    asked = next(one for one in first.values() if one["decision"] == "needs-work")
    author = next(who for who, annotations in made.items() if annotations[0]["id"] == asked["of"])

    with desk.work(author, "review", *desk.pair, str(desk.notes("ed"))) as program:
        program.wait_for("which")
        program.send("r")
        program.wait_for("Reply:")
        program.send("this\r")
        program.wait_for("says: this")
        program.send("q")
        program.settle(0.5)
        program.send("}")
        program.settle(0.3)
        program.send("e")
        program.settle(0.5)
        program.send("Twelve here, nine there.\x13")
        program.settle(0.5)
        program.send("q")
    mine = desk.load(author)
    assert (mine["reviews"][0]["reply_to"], mine["reviews"][0]["comment"]) == (asked["id"], "this")
    assert mine["annotations"][0]["note"] == "Twelve here, nine there."

    with desk.work("ed", "review", str(tmp_path)) as program:
        program.wait_for("1 of 2 reviewed")
        assert "outdated" in program.text
        program.send("]")
        program.settle(0.3)
        program.send("a")
        program.wait_for("2 of 2 reviewed")
        leave(program)
    second = desk.said("ed")
    assert {one["decision"] for one in second.values()} == {"accept"}
    assert second[asked["of"]]["of_rev"] != asked["of_rev"]

    with desk.work("jo", "review", str(tmp_path)) as program:
        program.wait_for("0 of 2 reviewed")
        program.send("a")
        program.wait_for("1 of 2 reviewed")
        program.send("x")
        program.wait_for("2 of 2 reviewed, 1 disputed")
        leave(program)
    assert sorted(one["decision"] for one in desk.said("jo").values()) == ["accept", "reject"]

    told = desk.run("agree", str(tmp_path))
    assert "2 of 2 reviewed, 1 disputed" in told
    figures = json.loads(desk.run("agree", str(tmp_path), "--format", "json"))
    assert figures["all"]["f1"]["overlap_tag"]["value"] == 1
    assert figures["alpha"]["value"] is None
    reported = desk.run("report", *desk.pair, str(tmp_path), "--review")
    assert "2 of 2 annotations reviewed; 1 marked place, 1 disputed." in reported

    merged = tmp_path / "all.notes.yaml"
    desk.write(merged.name, "merge", str(tmp_path), "-o", str(merged), "--author", "ed")
    (one,) = yaml.safe_load(merged.read_text(encoding="utf-8"))["annotations"]
    assert {maker["author"] for maker in one["made_by"]} == {"mara", "tom"}
    assert one["status"] == "open"
    assert "jo reject" in one["disputed"]

    with desk.work("ed", *desk.pair, "--notes", str(merged), writes=merged.name) as program:
        program.wait_for("1/")
        program.settle(0.5)
        program.send("4")
        program.wait_for("disputed:")
        program.send("gp")
        program.settle(0.5)
        program.send("q")
    (one,) = yaml.safe_load(merged.read_text(encoding="utf-8"))["annotations"]
    assert "disputed" not in one
    assert {maker["author"] for maker in one["made_by"]} == {"mara", "tom"}
    desk.run("check", *map(str, sorted(tmp_path.glob("*.notes.yaml"))))
