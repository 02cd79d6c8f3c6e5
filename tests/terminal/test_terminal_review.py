"""A desk at work: two people annotate, a third reviews, an author answers, all on real pseudo-terminals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.pseudo_terminal import Program
from tests.review.people import write_articles

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a Unix thing")


def test_annotate_review_answer_and_count(tmp_path: Path) -> None:
    write_articles(tmp_path)
    home = str(tmp_path / "home")
    env: dict[str, str | None] = dict.fromkeys(["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"], home)

    def run(*words: str) -> list[str]:
        return [sys.executable, "-m", "compare_tui", *words]

    def file(who: str) -> Path:
        return tmp_path / f"wire--paper.{who}.notes.yaml"

    def load(who: str) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.safe_load(file(who).read_text(encoding="utf-8"))
        return loaded

    pair = [str(tmp_path / "wire.txt"), str(tmp_path / "paper.txt")]
    for who in ("mara", "tom"):
        with Program(run(*pair, "--author", who), env=env) as program:
            program.wait_for("1/")
            program.settle(0.5)
            program.send("tn")
            program.settle(0.5)
            program.send("q")
            assert program.wait() == 0
    before = {who: file(who).read_bytes() for who in ("mara", "tom")}

    with Program(run("review", str(tmp_path), "--author", "ed"), env=env) as program:
        program.wait_for("0 of 2 reviewed")
        program.send("a")
        program.wait_for("1 of 2 reviewed")
        program.send("w")
        program.wait_for("Needs work:")
        program.send("which\r")
        program.wait_for("2 of 2 reviewed")
        program.send("q")
        program.settle(0.3)
        program.send("q")
        assert program.wait() == 0
    assert {who: file(who).read_bytes() for who in before} == before
    said = load("ed")["reviews"]
    assert sorted(one["decision"] for one in said) == ["accept", "needs-work"]

    asked = next(one for one in said if one["decision"] == "needs-work")
    author = next(who for who in before if load(who)["annotations"][0]["id"] == asked["of"])
    reviewed = file("ed").read_bytes()
    with Program(run("review", *pair, "--author", author, str(file("ed"))), env=env) as program:
        program.wait_for("which")
        program.send("r")
        program.wait_for("Reply:")
        program.send("this\r")
        program.wait_for("says: this")
        program.send("q")
        program.settle(0.3)
        program.send("q")
        assert program.wait() == 0
    assert file("ed").read_bytes() == reviewed
    other = next(who for who in before if who != author)
    assert file(other).read_bytes() == before[other]
    answer = load(author)["reviews"][0]
    assert (answer["reply_to"], answer["comment"]) == (asked["id"], "this")

    counted = subprocess.run(run("agree", str(tmp_path)), capture_output=True, text=True, check=True)
    assert "2 of 2 reviewed" in counted.stdout
