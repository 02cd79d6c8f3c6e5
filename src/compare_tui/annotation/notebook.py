"""The document that changes: one person's annotations of one pair, with undo and saving."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare_tui.annotation.anchor import clean_anchor
from compare_tui.annotation.anchoring import Anchoring, KnownPlaces
from compare_tui.annotation.check import EDITABLE, check_annotation
from compare_tui.annotation.corrections import LinkCorrection, read_corrections
from compare_tui.annotation.history import Act, History, Item
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
from compare_tui.annotation.notebook_carrying import NotebookCarrying
from compare_tui.annotation.notebook_file import Fragments, NotebookFile, describe_article, sort_key
from compare_tui.annotation.notebook_keeping import NotebookKeeping
from compare_tui.annotation.notebook_links import NotebookLinks
from compare_tui.annotation.notebook_places import NotebookPlaces
from compare_tui.annotation.notebook_revealing import NotebookRevealing
from compare_tui.annotation.notebook_reviews import NotebookReviews
from compare_tui.annotation.notebook_settling import NotebookSettling
from compare_tui.annotation.opening import clean_author, reason_not_to_write
from compare_tui.annotation.revealed import read_revealed
from compare_tui.annotation.review_entries import ReviewEntry, read_review_entries
from compare_tui.annotation.save import sweep_temporary
from compare_tui.annotation.tags import default_tag_set, tag_set_note, unknown_tags
from compare_tui.article.clean import clean
from compare_tui.article.model import Article
from compare_tui.article.wording import counted

if TYPE_CHECKING:
    from compare_tui.annotation.journal import Journal


class Notebook(
    NotebookLinks,
    NotebookPlaces,
    NotebookCarrying,
    NotebookKeeping,
    NotebookReviews,
    NotebookRevealing,
    NotebookSettling,
):
    """One person's annotations of one pair of articles.

    Attributes:
        path: Its file.
        backup: Where the file is kept as somebody had edited it by hand, once it was written over.
        journal: Where acts are written down that are not saved yet; None where none is kept.
        journal_problem: Why none can be kept, as a plain sentence.
        author: Whose notebook it is; for an existing file the person whom it names.
        tag_set: The tags to choose from.
        read_only: Why nothing may be changed, as a plain sentence; None where changes are allowed.
        spare: Where new notes can go because this file cannot be read or written; None where it can.
        notice: What is to be said at the start about another file: one sentence, or nothing.
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
        self._file = self._base = file
        self._digest = digest
        self._a, self._b = a, b
        self._places: KnownPlaces[Annotation] = KnownPlaces()
        self._link_places: KnownPlaces[LinkCorrection] = KnownPlaces()
        self._anchoring = Anchoring(a, b)
        self._history = History()
        self._is_gone = self._is_ours = False
        self._fragments: Fragments = {}
        self.backup: Path | None = None
        self.journal: Journal | None = None
        self.journal_problem = ""
        self._callbacks: list[Callable[[], None]] = []
        self._by_id: dict[str, Annotation] = {}
        self._annotations: tuple[Annotation, ...]
        corrections, self._other_links = read_corrections(file.sections.get("links"))
        self._corrections: dict[str, LinkCorrection] = {}
        reviews, self._other_reviews = read_review_entries(file.sections.get("reviews"))
        self._reviews: dict[str, ReviewEntry] = {}
        self._revealed = read_revealed(file.extra)
        self._replace((), (*map(self._with_positions, file.annotations), *corrections, *reviews))
        self._saved = self._state()

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
        author = clean_author(author)
        sweep_temporary(Path(os.path.realpath(path)).parent)
        if not os.path.lexists(path):
            file = NotebookFile(
                file_id=new_id("f"),
                author=author,
                a=describe_article(a, path),
                b=describe_article(b, path),
                tags_name=tag_set.name,
            )
            return cls(path, a, b, file, tag_set=tag_set)
        from compare_tui.annotation.notebook_reading import read_notebook
        from compare_tui.annotation.snapshots import digest_of
        from compare_tui.annotation.yaml_read import read_file

        data = read_file(path)
        file = read_notebook(data, str(path))
        return cls(
            path,
            a,
            b,
            file,
            tag_set=tag_set,
            digest=digest_of(data),
            read_only=reason_not_to_write(file, a, b, author),
        )

    @classmethod
    def being_read(
        cls, path: Path, a: Article, b: Article, author: Author, tag_set: TagSet | None = None
    ) -> Notebook:
        """Return an empty, read-only notebook that stands for a large one until that is read."""
        file = NotebookFile(
            "", clean_author(author), describe_article(a, path), describe_article(b, path), ""
        )
        tag_set = default_tag_set() if tag_set is None else tag_set
        return cls(path, a, b, file, tag_set=tag_set, read_only="the notebook is still being read")

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations, in the order of the file."""
        return self._annotations

    @property
    def history(self) -> tuple[str, ...]:
        """Descriptions of the acts that ``undo`` can take back, oldest first."""
        return self._history.descriptions

    @property
    def undone(self) -> tuple[str, ...]:
        """Descriptions of the acts that ``redo`` can do again, the next one first."""
        return self._history.undone

    @property
    def dirty(self) -> bool:
        """Whether there is something to save."""
        return self._state() != self._saved or self._is_gone

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

    @property
    def tag_set_note(self) -> str:
        """What is to be said where the file was made with another tag set: one sentence, or nothing."""
        return tag_set_note(self._file.tags_name, self.tag_set, (one.tag for one in self._annotations))

    @property
    def unknown_tags(self) -> tuple[str, ...]:
        """Names of the tags of annotations that the tag set lacks."""
        return unknown_tags(self.tag_set, (one.tag for one in self._annotations))

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

    def retag(self, ids: Iterable[str], tag: str) -> int:
        """Give several annotations another tag, in one act; return how many changed.

        Args:
            ids: Which annotations.
            tag: Name of the tag.

        Raises:
            KeyError: There is no annotation with one of these ids.
            NotebookError: The notebook is read-only.
            ValueError: The tag has no name.
        """
        self._refuse_if_read_only()
        tag = clean(tag, lines=False)
        before = tuple(one for one in map(self._by_id.__getitem__, ids) if one.tag != tag)
        now = utc_now()
        after = tuple(replace(one, tag=tag, modified=max(now, one.modified)) for one in before)
        for one in after[:1]:
            check_annotation(one)
            self._do(f"tag {counted(len(after), 'annotation')} {tag}", before, after)
        return len(after)

    def undo(self) -> str | None:
        """Take the last act back; return its description, None where there is none."""
        act = self._history.undo()
        if act is None:
            return None
        self._note(Act(f"undo: {act.description}", act.after, act.before))
        self._replace(act.after, act.before)
        self._notify()
        return act.description

    def redo(self) -> str | None:
        """Do again what was undone last; return its description, None where there is nothing."""
        act = self._history.redo()
        if act is None:
            return None
        self._note(Act(f"redo: {act.description}", act.before, act.after))
        self._replace(act.before, act.after)
        self._notify()
        return act.description

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back after each act, undo, redo and saving; return a function that ends it."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def _state(self) -> tuple[object, ...]:
        """Return what is to be saved."""
        held = (self._annotations, self.corrections, tuple(sorted(self._reviews.items())))
        return *held, self._revealed_state(is_empty=not any(held))

    def _do(self, description: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        act = Act(description, before, after)
        self._note(act)
        self._history.record(act)
        self._replace(before, after)
        self._notify()

    def _replace(self, old: tuple[Item, ...], new: tuple[Item, ...]) -> None:
        for item in old:
            del self._items_like(item)[item.id]
        for item in new:
            self._items_like(item)[item.id] = item
        self._annotations = tuple(sorted(self._by_id.values(), key=sort_key))

    def _items_like(self, item: Item) -> dict[str, Any]:
        if isinstance(item, Annotation):
            return self._by_id
        return self._corrections if isinstance(item, LinkCorrection) else self._reviews

    def _notify(self) -> None:
        for callback in tuple(self._callbacks):
            callback()

    def _unused_id(self) -> str:
        while (unused := new_id("a")) in self._by_id:
            pass
        return unused

    def _where(self, annotation: Annotation) -> str:
        """Return " on A 6" or " on B 3": the passage in which an annotation starts; empty for an orphan."""
        for side, article, place in zip("AB", (self._a, self._b), self.place(annotation), strict=True):
            if place is not None and article.passages:
                return f" on {side} {article.passages[article.passage_at(place[0])].number}"
        return ""

    def _refuse_if_read_only(self) -> None:
        if self.read_only is not None:
            raise NotebookError(f"{clean(str(self.path), lines=False)}: {self.read_only}")
