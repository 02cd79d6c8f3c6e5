from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.people import annotate, edit, judge, load, store, write_articles

from compare_tui.annotation import Annotation, read_notebook, write_notebook
from compare_tui.cli import main
from compare_tui.review.panel import open_panel

MANUAL = (Path(__file__).parent.parent.parent / "docs" / "agreement.md").read_text(encoding="utf-8")
NUMBER = ("number", "at least 12 people", "Nine people")
TIME = ("time", "Sunday", "Monday")


@pytest.fixture
def states(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Three files with the same notebook."""
    write_articles(tmp_path)
    base = annotate(tmp_path, "mara", NUMBER, TIME)
    others = tmp_path / "ours", tmp_path / "theirs"
    for path in others:
        path.write_bytes(base.read_bytes())
    return base, *others


def drive(states: tuple[Path, Path, Path]) -> int:
    return main(["merge-driver", *map(str, states), "--path", "wire.notes.yaml"])


def tags(path: Path) -> list[str]:
    return [one.tag for one in load(path).annotations]


def test_a_clean_merge_is_written_into_ours(
    states: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, ours, theirs = states
    edit(ours, "number", severity="critical")
    edit(theirs, "time", note="Check.")
    assert drive(states) == 0
    assert [(one.severity, one.note) for one in load(ours).annotations] == [
        ("critical", ""),
        ("major", "Check."),
    ]
    assert capsys.readouterr().err == "wire.notes.yaml: from theirs: 1 annotation changed\n"


def test_a_conflict_is_written_flagged_and_tells_git(
    states: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, ours, theirs = states
    edit(ours, "number", severity="critical")
    edit(theirs, "number", severity="minor")
    assert drive(states) == 1
    one = load(ours).annotations[0]
    assert one.severity == "critical"
    assert isinstance(one.extra["conflict"], dict)
    assert one.extra["conflict"]["severity"] == "minor"
    assert "<<<<" not in ours.read_text(encoding="utf-8")
    assert "severity changed on both sides" in capsys.readouterr().err


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_an_unreadable_state_leaves_ours_as_it_is(
    states: tuple[Path, Path, Path], broken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(states[2], "number", severity="minor")
    states[broken].write_text("schema: [\n", encoding="utf-8")
    before = states[1].read_bytes()
    assert drive(states) == 2
    assert states[1].read_bytes() == before
    told = capsys.readouterr().err
    assert f"wire.notes.yaml ({('base', 'ours', 'theirs')[broken]}):2:1" in told


def test_an_empty_base_unites_both(states: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = states
    base.write_bytes(b"")
    store(theirs, replace(load(theirs), file_id="f-other"))
    store(ours, replace(load(ours), annotations=load(ours).annotations[:1]))
    assert drive(states) == 0
    assert tags(ours) == ["number", "time"]


def test_the_layout_of_a_side_that_stays_is_kept_to_the_byte(states: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = states
    loose = base.read_text(encoding="utf-8").replace("  id: mara\n", '  id:   "mara" # me\n').encode()
    ours.write_bytes(loose)
    assert drive(states) == 0
    assert ours.read_bytes() == loose
    ours.write_bytes(base.read_bytes())
    theirs.write_bytes(loose.replace(b"tag: time", b"tag: place"))
    assert drive(states) == 0
    assert ours.read_bytes() == theirs.read_bytes()


def test_two_people_are_refused(states: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    file = load(states[2])
    store(states[2], replace(file, file_id="f-2", author=replace(file.author, id="ann", name="Ann")))
    assert drive(states) == 2
    assert "two people" in capsys.readouterr().err


def git(folder: Path, *words: str, code: int = 0) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def set_up(folder: Path, who: str = "Mara") -> None:
    """Configure a clone as the manual says; the command stands for the installed program."""
    git(folder, "config", "user.name", who)
    git(folder, "config", "user.email", f"{who.lower()}@example.org")
    lines = re.findall(r'^git config --global (merge\.compare-tui\.\w+) "(.*)"$', MANUAL, re.MULTILINE)
    assert [key for key, _ in lines] == ["merge.compare-tui.name", "merge.compare-tui.driver"]
    for key, value in lines:
        program = f'"{sys.executable}" -m compare_tui merge-driver'
        git(folder, "config", key, value.replace("compare-tui merge-driver", program))


def save(folder: Path, what: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", what)


def read(path: Path) -> dict[str, Annotation]:
    return {one.tag: one for one in read_notebook(path.read_bytes(), "n").annotations}


def test_two_clones_of_one_repository_merge_their_notes(tmp_path: Path) -> None:
    desk, train = tmp_path / "the desk", tmp_path / "train"
    write_articles(desk)
    git(desk, "init", "-q", "-b", "main")
    set_up(desk)
    (desk / ".gitattributes").write_text("*.notes.yaml merge=compare-tui\n", encoding="utf-8")
    annotate(desk, "mara", NUMBER, TIME)
    save(desk, "Annotate")
    git(tmp_path, "clone", "-q", str(desk), str(train))
    set_up(train)
    notes, other = desk / "wire--paper.mara.notes.yaml", train / "wire--paper.mara.notes.yaml"

    edit(notes, "number", severity="critical")
    annotate(desk, "mara", ("place", "near Basel", None))
    save(desk, "At the desk")
    edit(other, "number", note="On the train.")
    annotate(train, "mara", ("omission", None, "The driver was hurt."))
    save(train, "On the train")
    told = git(train, "pull", "-q", "--no-rebase")
    assert "from theirs: 1 annotation added, 1 changed" in told
    merged = read(other)
    assert set(merged) == {"number", "time", "place", "omission"}
    assert (merged["number"].severity, merged["number"].note) == ("critical", "On the train.")
    assert git(train, "status", "--porcelain") == ""

    edit(notes, "time", severity="minor")
    save(desk, "Less")
    edit(other, "time", severity="critical")
    save(train, "More")
    told = git(train, "pull", "-q", "--no-rebase", code=1)
    assert "severity changed on both sides" in told
    assert "UU wire--paper.mara.notes.yaml" in git(train, "status", "--porcelain")
    one = read(other)["time"]
    assert one.severity == "critical"
    assert isinstance(one.extra["conflict"], dict)
    assert one.extra["conflict"]["severity"] == "minor"
    assert write_notebook(load(other)) == other.read_bytes()


def test_two_people_annotate_and_review_at_once_and_nothing_conflicts(tmp_path: Path) -> None:
    shared, mara, tom = (tmp_path / name for name in ("shared.git", "mara", "tom"))
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(shared))
    for who, clone in (("Mara", mara), ("Tom", tom)):
        git(tmp_path, "clone", "-q", str(shared), str(clone))
        set_up(clone, who)
    write_articles(mara)
    (mara / ".gitattributes").write_text("*.notes.yaml merge=compare-tui\n", encoding="utf-8")
    save(mara, "Articles")
    git(mara, "push", "-q", "origin", "HEAD:main")
    git(tom, "pull", "-q", "origin", "main")
    names = {who: f"wire--paper.{who}.notes.yaml" for who in ("mara", "tom")}

    def exchange(what: str) -> None:
        """Both commit what they did meanwhile; Mara pushes, Tom merges and pushes, Mara pulls."""
        for clone in (mara, tom):
            save(clone, what)
        git(mara, "push", "-q", "origin", "HEAD:main")
        git(tom, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        git(tom, "push", "-q", "origin", "HEAD:main")
        git(mara, "pull", "-q", "--no-rebase", "origin", "main")
        for name in names.values():
            assert (mara / name).read_bytes() == (tom / name).read_bytes()
            assert write_notebook(load(mara / name)) == (mara / name).read_bytes()
        assert git(mara, "status", "--porcelain") == git(tom, "status", "--porcelain") == ""

    annotate(mara, "mara", NUMBER, TIME)
    annotate(tom, "tom", NUMBER)
    exchange("Annotate")
    judge(mara / names["mara"], mara / names["tom"], "number", "accept")
    edit(mara / names["mara"], "time", note="Sunday or Monday?")
    judge(tom / names["tom"], tom / names["mara"], "number", "accept")
    judge(tom / names["tom"], tom / names["mara"], "time", "needs-work", comment="Which day?")
    annotate(tom, "tom", ("place", "near Basel", None))
    exchange("Review each other")
    asked = judge(mara / names["mara"], mara / names["mara"], "time", None, comment="The canton is right.")
    judge(tom / names["tom"], tom / names["mara"], "time", "accept")
    exchange("Answer")

    panel = open_panel([mara])
    assert {(one.author.id, one.annotation.tag): one.state for one in panel.annotations} == {
        ("mara", "number"): "accepted",
        ("mara", "time"): "accepted",
        ("tom", "number"): "accepted",
        ("tom", "place"): "unreviewed",
    }
    said = [signed.review.id for one in panel.annotations for signed in one.reviews]
    assert asked.id in said
    assert len(said) == 5


def test_notebooks_that_both_machines_began_are_united(tmp_path: Path) -> None:
    desk, train = tmp_path / "desk", tmp_path / "train"
    write_articles(desk)
    git(desk, "init", "-q", "-b", "main")
    set_up(desk)
    (desk / ".gitattributes").write_text("*.notes.yaml merge=compare-tui\n", encoding="utf-8")
    save(desk, "Begin")
    git(tmp_path, "clone", "-q", str(desk), str(train))
    set_up(train)
    annotate(desk, "mara", NUMBER)
    save(desk, "At the desk")
    notes = annotate(train, "mara", TIME)
    save(train, "On the train")
    git(train, "pull", "-q", "--no-rebase")
    assert set(read(notes)) == {"number", "time"}


def test_a_broken_notebook_stays_as_it_is_and_unmerged(tmp_path: Path) -> None:
    write_articles(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    set_up(tmp_path)
    (tmp_path / ".gitattributes").write_text("*.notes.yaml merge=compare-tui\n", encoding="utf-8")
    notes = annotate(tmp_path, "mara", NUMBER, TIME)
    save(tmp_path, "Begin")
    git(tmp_path, "checkout", "-qb", "other")
    notes.write_text("broken: [", encoding="utf-8")
    save(tmp_path, "Break")
    git(tmp_path, "checkout", "-q", "main")
    edit(notes, "time", severity="minor")
    save(tmp_path, "Change")
    before = notes.read_bytes()
    told = git(tmp_path, "merge", "-q", "other", code=1)
    assert f"{notes.name} (theirs):1:10" in told
    assert notes.read_bytes() == before
    assert f"UU {notes.name}" in git(tmp_path, "status", "--porcelain")
