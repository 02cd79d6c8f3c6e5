"""The document that changes: one person's annotations of one pair, with undo and saving."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from compare_tui.annotation.anchor import clean_anchor, locate
from compare_tui.annotation.check import EDITABLE, check_annotation
from compare_tui.annotation.history import Act, History
from compare_tui.annotation.identity import new_id, utc_now
from compare_tui.annotation.model import (
    Anchor,
    Annotation,
    AnnotationSeverity,
    Author,
    Confidence,
    NotebookError,
    Relation,
    TagSet,
)
from compare_tui.annotation.notebook_file import (
    NotebookFile,
    describe_article,
    read_notebook,
    sort_key,
    write_notebook,
)
from compare_tui.annotation.save import write_atomically
from compare_tui.annotation.tags import default_tag_set
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.clean import clean
from compare_tui.article.model import Article

Place = tuple[int, int] | None
"""Start and end in code points of ``Article.text``; None where the words are missing."""


class Notebook:
    """One person's annotations of one pair of articles.

    Attributes:
        path: Its file.
        author: Whose notebook it is; for an existing file the person whom it names.
        tag_set: The tags to choose from.
        read_only: Why nothing may be changed, as a plain sentence; None where changes are allowed.
    """

    def __init__(
        self,
        path: Path,
        a: Article,
        b: Article,
        file: NotebookFile,
        *,
        tag_set: TagSet,
        digest: str | None = None,
        read_only: str | None = None,
    ) -> None:
        """Take what a file holds; ``Notebook.open`` reads it.

        Args:
            path: Where to save.
            a: The first article.
            b: The second article.
            file: Content of the file.
            tag_set: The tags to choose from.
            digest: SHA-256 of the bytes on disk, hexadecimal; None where there is no file yet.
            read_only: Why nothing may be changed.
        """
        self.path = path
        self.author = file.author
        self.tag_set = tag_set
        self.read_only = read_only
        self._file = file
        self._digest = digest
        self._a, self._b = a, b
        self._places: dict[str, tuple[Annotation, tuple[Place, Place]]] = {}
        self._history = History()
        self._is_gone = False
        self._callbacks: list[Callable[[], None]] = []
        self._by_id: dict[str, Annotation] = {}
        self._annotations: tuple[Annotation, ...]
        self._replace((), tuple(map(self._with_positions, file.annotations)))
        self._saved = self._annotations

    @classmethod
    def open(
        cls, path: Path, a: Article, b: Article, author: Author, tag_set: TagSet | None = None
    ) -> Notebook:
        """Open the notebook of a pair; a missing file starts empty and is made by the first saving.

        A file of another author or of a newer format is opened read-only.

        Args:
            path: Its file.
            a: The first article.
            b: The second article.
            author: Who annotates.
            tag_set: The tags to choose from; the default tag set if None.

        Raises:
            NotebookError: The file exists and cannot be read; the message names file, line and column.
        """
        tag_set = default_tag_set() if tag_set is None else tag_set
        author = _clean_author(author)
        if not os.path.lexists(path):
            file = NotebookFile(
                file_id=new_id("f"),
                author=author,
                a=describe_article(a, path),
                b=describe_article(b, path),
                tags_name=tag_set.name,
            )
            return cls(path, a, b, file, tag_set=tag_set)
        data = read_file(path)
        file = read_notebook(data, str(path))
        return cls(
            path,
            a,
            b,
            file,
            tag_set=tag_set,
            digest=_digest(data),
            read_only=_reason_not_to_write(file, a, b, author),
        )

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations, in the order of the file."""
        return self._annotations

    @property
    def history(self) -> tuple[str, ...]:
        """Descriptions of the acts that ``undo`` can take back, oldest first."""
        return self._history.descriptions

    @property
    def dirty(self) -> bool:
        """Whether there is something to save."""
        changed: bool = self._annotations != self._saved
        return changed or self._is_gone

    @property
    def changed_articles(self) -> tuple[str, ...]:
        """The articles, "a" and "b", whose text is not the one that the file was made with."""
        pairs = (("a", self._file.a, self._a), ("b", self._file.b, self._b))
        return tuple(side for side, record, article in pairs if record.text_sha256 != article.text_sha256)

    @property
    def is_of_another_pair(self) -> bool:
        """Whether the file was made for other files of the same names: both path and text differ."""
        pairs = ((self._file.a, self._a), (self._file.b, self._b))
        return any(
            record.path is not None
            and article.path is not None
            and record.path != describe_article(article, self.path).path
            and record.text_sha256 != article.text_sha256
            for record, article in pairs
        )

    def find(self, id: str) -> Annotation | None:  # noqa: A002
        """Return the annotation with this id, or None."""
        return self._by_id.get(id)

    def add(
        self,
        *,
        tag: str,
        relation: Relation,
        severity: AnnotationSeverity,
        a: Anchor | None,
        b: Anchor | None,
        note: str = "",
        confidence: Confidence = "high",
    ) -> Annotation:
        """Add an annotation and return it.

        Raises:
            NotebookError: The notebook is read-only.
            ValueError: A value is none of its field, or both anchors are None.
        """
        self._refuse_if_read_only()
        now = utc_now()
        annotation = Annotation(
            id=self._unused_id(),
            tag=clean(tag, lines=False),
            relation=relation,
            severity=severity,
            confidence=confidence,
            status="open",
            a=clean_anchor(a) if a else None,
            b=clean_anchor(b) if b else None,
            note=clean(note),
            created=now,
            modified=now,
        )
        check_annotation(annotation)
        self._do(f"tag {annotation.tag}{self._where(annotation)}", (), (annotation,))
        return annotation

    def edit(self, id: str, *, what: str | None = None, **changes: object) -> Annotation:  # noqa: A002
        """Change fields of an annotation and return it as it is then; no difference is no act.

        Args:
            id: Which annotation.
            what: Description for the history; made from the names of the fields if None.
            changes: New values of tag, relation, severity, confidence, status, a, b or note.

        Raises:
            KeyError: There is no such annotation.
            NotebookError: The notebook is read-only.
            TypeError: A field is unknown or cannot be edited.
            ValueError: A value is none of its field, or both anchors would be None.
        """
        before = self._by_id[id]
        self._refuse_if_read_only()
        for name, value in changes.items():
            if name not in EDITABLE:
                raise TypeError(f"{name} is no field that can be edited")
            if isinstance(value, str):
                changes[name] = clean(value, lines=name == "note")
            elif isinstance(value, Anchor):
                changes[name] = clean_anchor(value)
        after = replace(before, **changes)  # type: ignore[arg-type]
        if after == before:
            return before
        check_annotation(after)
        after = replace(after, modified=max(utc_now(), before.modified))
        fields = " and ".join(name for name in changes if getattr(before, name) != getattr(after, name))
        self._do(what or f"change {fields} of {after.tag}{self._where(after)}", (before,), (after,))
        return after

    def remove(self, id: str) -> Annotation:  # noqa: A002
        """Take an annotation out and return it.

        Raises:
            KeyError: There is no such annotation.
            NotebookError: The notebook is read-only.
        """
        annotation = self._by_id[id]
        self._refuse_if_read_only()
        self._do(f"remove {annotation.tag}{self._where(annotation)}", (annotation,), ())
        return annotation

    def undo(self) -> str | None:
        """Take the last act back; return its description, None where there is none."""
        act = self._history.undo()
        if act is None:
            return None
        self._replace(act.after, act.before)
        self._notify()
        return act.description

    def redo(self) -> str | None:
        """Do again what was undone last; return its description, None where there is nothing."""
        act = self._history.redo()
        if act is None:
            return None
        self._replace(act.before, act.after)
        self._notify()
        return act.description

    def save(self) -> bool:
        """Write the file if something changed or it is gone; without a change its bytes stay as they are.

        Returns:
            Whether the file was written.

        Raises:
            NotebookError: It cannot be written, or someone else changed it since it was read; in both cases
                the file is as it was, and nothing is lost from memory.
        """
        gone = self._digest is not None and not os.path.lexists(self.path)
        if not self.dirty and (self.read_only is not None or not gone):
            if self._digest is not None and self.read_only is None:
                self._refuse_foreign_change()
            return False
        self._refuse_if_read_only()
        file = self._to_save(self.path)
        data = write_notebook(file)
        self._is_gone = gone
        write_atomically(self.path, data, check=self._refuse_foreign_change)
        self._is_gone = False
        self._file, self._digest, self._saved = file, _digest(data), file.annotations
        self._notify()
        return True

    def save_copy(self, path: Path) -> None:
        """Write what is in memory to another, new file; the notebook stays unsaved.

        Raises:
            NotebookError: The file exists or cannot be written.
        """

        def refuse_existing() -> None:
            if os.path.lexists(path):
                raise NotebookError(f"{clean(str(path), lines=False)}: exists already")

        write_atomically(path, write_notebook(self._to_save(path)), check=refuse_existing)

    def _to_save(self, path: Path) -> NotebookFile:
        return replace(
            self._file,
            a=describe_article(self._a, path, self._file.a),
            b=describe_article(self._b, path, self._file.b),
            annotations=self._annotations,
        )

    def place(self, annotation: Annotation) -> tuple[Place, Place]:
        """Return where an annotation stands in A and in B; None for an end that is missing or not found."""
        known = self._places.get(annotation.id)
        if known is not None and known[0] is annotation:
            return known[1]
        a, b = annotation.a, annotation.b
        places = (locate(self._a, a) if a else None, locate(self._b, b) if b else None)
        self._places[annotation.id] = (annotation, places)
        return places

    def replace_articles(self, a: Article, b: Article) -> None:
        """Go on with newly read articles; annotations are found in them by their words."""
        self._a, self._b = a, b
        self._places.clear()
        self._notify()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back after each act, undo, redo and saving; return a function that ends it."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def _do(self, description: str, before: tuple[Annotation, ...], after: tuple[Annotation, ...]) -> None:
        self._history.record(Act(description, before, after))
        self._replace(before, after)
        self._notify()

    def _replace(self, old: tuple[Annotation, ...], new: tuple[Annotation, ...]) -> None:
        for annotation in old:
            del self._by_id[annotation.id]
        for annotation in new:
            self._by_id[annotation.id] = annotation
        self._annotations = tuple(sorted(self._by_id.values(), key=sort_key))

    def _notify(self) -> None:
        for callback in tuple(self._callbacks):
            callback()

    def _with_positions(self, annotation: Annotation) -> Annotation:
        """Return an annotation with the positions at which its words stand now; orphans stay as they are."""
        a, b = self.place(annotation)
        moved = replace(annotation, a=_at(annotation.a, a), b=_at(annotation.b, b))
        return annotation if moved == annotation else moved

    def _unused_id(self) -> str:
        while (unused := new_id("a")) in self._by_id:
            pass
        return unused

    def _where(self, annotation: Annotation) -> str:
        """Return " on A 6" or " on B 3": the passage in which an annotation starts; empty for an orphan."""
        for side, article, place in zip("AB", (self._a, self._b), self.place(annotation), strict=True):
            if place is not None and article.passages:
                starts = [passage.start for passage in article.passages]
                return f" on {side} {article.passages[max(0, bisect_right(starts, place[0]) - 1)].number}"
        return ""

    def _refuse_if_read_only(self) -> None:
        if self.read_only is not None:
            raise NotebookError(f"{clean(str(self.path), lines=False)}: {self.read_only}")

    def _refuse_foreign_change(self) -> None:
        """Refuse to overwrite what this notebook neither read nor wrote; a deleted file is made again."""
        if not os.path.lexists(self.path):
            return
        name = clean(str(self.path), lines=False)
        if self._digest is None:
            raise NotebookError(f"{name}: not saved: someone else made this file meanwhile")
        if _digest(read_file(self.path)) != self._digest:
            raise NotebookError(f"{name}: not saved: someone else changed this file meanwhile")


def _clean_author(author: Author) -> Author:
    id_ = clean(author.id, lines=False).strip() or "me"
    return Author(id_, clean(author.name, lines=False).strip() or id_)


def _at(anchor: Anchor | None, place: Place) -> Anchor | None:
    if anchor is None or place is None:
        return anchor
    return replace(anchor, start=place[0], end=place[1])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _reason_not_to_write(file: NotebookFile, a: Article, b: Article, author: Author) -> str | None:
    if file.newer is not None:
        return file.newer
    if file.author.id != author.id:
        return f"the notebook of {file.author.name}, opened read-only"
    made_with = (file.a.text_sha256, file.b.text_sha256)
    if made_with[0] != made_with[1] and made_with == (b.text_sha256, a.text_sha256):
        return "made with these articles the other way round, opened read-only"
    return None
