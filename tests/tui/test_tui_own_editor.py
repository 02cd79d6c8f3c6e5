"""Writing a note in one's own editor."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from compare_tui.annotation.notebook import Notebook
from compare_tui.tui.app import CompareApp
from compare_tui.tui.own_editor import EditorError, edit_outside, editor_command
from compare_tui.tui.screens.note_editor import NoteEditor

Settled = Callable[[Pilot[None]], Awaitable[None]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the editors here are shell scripts")


@pytest.fixture(autouse=True)
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files for editors are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def editor(tmp_path: Path, script: str) -> dict[str, str]:
    """Return the variables that name a script as editor; it gets an argument of its own and the file."""
    path = tmp_path / "my editor.sh"
    path.write_text(script)
    return {"EDITOR": f"sh {shlex.quote(str(path))} --wait", "PATH": os.environ["PATH"]}


def failure(text: str, environ: dict[str, str]) -> str:
    with pytest.raises(EditorError) as caught:
        edit_outside(text, environ)
    return str(caught.value)


def test_the_text_goes_there_and_back(tmp_path: Path, rooms: Path) -> None:
    environ = editor(tmp_path, 'test "$1" = --wait && sed -i "s/one/two/" "$2" && echo "más 👩‍👧" >> "$2"')
    assert edit_outside("one\nline", environ) == "two\nline\nmás 👩‍👧"
    assert list(rooms.iterdir()) == []


def test_visual_comes_before_editor_and_the_usual_ones_behind() -> None:
    assert editor_command({"VISUAL": "a -w", "EDITOR": "b"}) == ["a", "-w"]
    assert editor_command({"VISUAL": " ", "EDITOR": "b"}) == ["b"]
    with pytest.raises(EditorError, match="no editor is known"):
        editor_command({"PATH": "/nowhere"})
    with pytest.raises(EditorError, match=r"\$EDITOR is no command"):
        editor_command({"EDITOR": "'unclosed"})


def test_what_comes_back_is_cleaned(tmp_path: Path) -> None:
    environ = editor(tmp_path, r"""printf 'a\033[31mb\r\nc\342\200\256d\000\n\n' > "$2" """)
    assert edit_outside("", environ) == "a␛[31mb\nc▯d␀"


def test_a_text_that_comes_back_empty_takes_nothing_away(tmp_path: Path, rooms: Path) -> None:
    environ = editor(tmp_path, ': > "$2"')
    assert "came back empty: the note stays" in failure("mine", environ)
    assert edit_outside("", environ) == ""
    assert list(rooms.iterdir()) == []


def test_an_editor_that_fails_takes_nothing_away_and_what_it_wrote_is_kept(
    tmp_path: Path, rooms: Path
) -> None:
    assert failure("mine", editor(tmp_path, "exit 3")) == "sh ended with 3: the note stays as it was"
    assert list(rooms.iterdir()) == []
    said = failure("mine", editor(tmp_path, 'echo long work >> "$2"; exit 1'))
    kept = Path(said.rsplit(" kept in ", 1)[1])
    assert kept.read_text() == "mine\nlong work\n"
    assert kept.parent.parent == rooms
    assert kept.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ('rm "$2"', "the text did not come back: No such file"),
        (r"""printf '\377\376' > "$2" """, "not as UTF-8: it is kept in "),
        ('head -c 5000000 /dev/zero > "$2"', "more than 4 MB; what was written is kept in "),
        ("kill -9 $$", "sh was ended by signal 9"),
    ],
)
def test_what_cannot_be_taken_is_told(script: str, reason: str, tmp_path: Path) -> None:
    assert reason in failure("mine", editor(tmp_path, script))


def test_a_missing_editor_is_told(rooms: Path) -> None:
    assert "no-such-editor cannot be started: No such file" in failure("x", {"EDITOR": "no-such-editor"})
    assert list(rooms.iterdir()) == []


def test_ctrl_c_in_the_editor_does_not_end_the_program(tmp_path: Path) -> None:
    environ = editor(tmp_path, 'trap "" INT; kill -INT $PPID; sleep 0.2; echo safe > "$2"')
    assert edit_outside("", environ) == "safe"


async def test_the_key_hands_the_draft_over_and_takes_it_back(
    app: CompareApp,
    notebook: Notebook,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in editor(tmp_path, 'sed -i "s/draft/better/" "$2"').items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("VISUAL", raising=False)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n", "e", *"draft", "f4")
        assert "no other editor can be opened from here" in str([*app._notifications][-1].message)
        monkeypatch.setattr(app, "suspend", contextlib.nullcontext)
        await pilot.press("f4")
        assert isinstance(app.screen, NoteEditor)
        assert app.screen.query_one(TextArea).text == "better"
        await pilot.press("ctrl+z")
        assert app.screen.query_one(TextArea).text == "draft"
        monkeypatch.setenv("EDITOR", "false")
        await pilot.press("ctrl+g", *"ed", "ctrl+s")
        assert "false ended with 1" in str([*app._notifications][-1].message)
        assert notebook.annotations[0].note == "drafted"
