"""Tagging, notes, undo and saving: what a person says about the articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.model import Anchor
from compare_tui.annotation.settling import is_unsettled
from compare_tui.annotation.tags import tag_for_kind
from compare_tui.article.wording import counted
from compare_tui.tui import focus as moves
from compare_tui.tui.annotation_list import makers_of
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import SIDES, Pairs, Side
from compare_tui.tui.plain import safe, shortened
from compare_tui.tui.screens.signing import Signing
from compare_tui.tui.signs import signs
from compare_tui.tui.tagging import Placed, Range, Target, at_focus, chosen, selected_target, target_of

if TYPE_CHECKING:
    from compare_tui.annotation.model import Annotation
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.tui.parts import Part

MAX_RECENT = 9
"""How many recently used tags have a digit."""


class Annotating(Signing):
    """The part of reading that changes the notebook."""

    a: Article
    b: Article
    notebook: Notebook
    pairs: Pairs
    focus_at: Focus
    placed: tuple[Placed, ...] = ()
    recent_tags: tuple[str, ...] = ()
    selected: dict[Side, Range]

    def show_focus(self, focus: Focus) -> None:
        """Go somewhere; the reading screen does it."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Repaint; the reading screen does it."""
        raise NotImplementedError

    def comparison_status(self) -> list[Part]:
        """Return what the status says about the comparison; the reading screen knows."""
        raise NotImplementedError

    def read_placed(self) -> None:
        """Look up where every annotation stands."""
        self.placed = tuple(map(self._placed, self.notebook.annotations))

    def _placed(self, annotation: Annotation) -> Placed:
        a, b = self.notebook.placements(annotation)
        ends = zip(SIDES, (a, b), strict=True)
        moved = tuple(side for side, end in ends if end is not None and end.state == "moved")
        authors = tuple(makers_of(annotation)) or (self.notebook.author.id,)
        return Placed(annotation, a.place if a else None, b.place if b else None, moved, authors)

    def on_notebook_changed(self) -> None:
        """Show the annotations as they are now."""
        self.read_placed()
        self.show_state()

    def tag_for_kind(self, kind: str) -> str | None:
        """Return the name of the tag that a kind of difference proposes; None where the tag set has none."""
        return tag_for_kind(kind, self.notebook.tag_set)

    def status_parts(self) -> list[Part]:
        """Return how the work stands: the comparison, the saving, the author."""
        parts = self.comparison_status()
        if parts:
            parts.append((f" {signs().dot} ", "muted"))
        if self.notebook.read_only is not None:
            parts.append(("read-only", "warning"))
        elif self.writing:
            parts.append((f"saving {signs().ellipsis}", "muted"))
        elif self.notebook.dirty:
            parts.append(("NOT SAVED", "error") if self.save_failed else ("unsaved", "warning"))
        elif self.saved_at:
            parts.append((f"saved {self.saved_at}", "muted"))
        else:
            parts.append((counted(len(self.notebook.annotations), "annotation"), "muted"))
        parts.append((f" {signs().dot} {safe(self.notebook.author.id)}", "muted"))
        return parts

    def choose_annotation(self, annotation_id: str) -> None:
        """Put an annotation of this place into focus."""
        self._take_into_focus(annotation_id)

    def _take_into_focus(self, annotation_id: str) -> None:
        self.focus_at = self.focus_at._replace(annotation=annotation_id)
        self.show_state()

    def action_tag(self) -> None:
        """Choose a tag for what is in focus."""
        target = self._target(self.action_tag)
        if target is None:
            return
        proposed = self.tag_for_kind(target.kind) if target.kind is not None else None

        def picked(tag: str | None) -> None:
            if tag is not None:
                self._add(tag, target)

        self.ask_tag(
            self.notebook.tag_set,
            proposed,
            safe(target.words),
            picked,
            recent=self.recent_tags,
            unknown=self.notebook.unknown_tags,
        )

    def action_repeat_tag(self) -> None:
        """Tag what is in focus with the tag used last."""
        if not self.recent_tags:
            self.say(f"no tag used yet: {self.key('tag')} chooses one")
            return
        target = self._target(self.action_repeat_tag)
        if target is not None:
            self._add(self.recent_tags[0], target)

    def action_edit_note(self) -> None:
        """Write the note of the annotation in focus."""
        placed = self.chosen_or_say()
        if placed is None or self.refused():
            return
        annotation = placed.annotation
        self.note_of = annotation.id

        def written(note: str | None) -> None:
            if note is not None and self.notebook.find(annotation.id) is not None:
                self.notebook.edit(annotation.id, note=note)
                self.save_soon()

        words = [safe(end.exact) for end in (annotation.a, annotation.b) if end is not None]
        self.ask_note(annotation.note, safe(annotation.tag), words, written)

    def action_remove_annotation(self) -> None:
        """Remove the annotation in focus."""
        placed = self.chosen_or_say()
        if placed is None or self.refused():
            return
        self.notebook.remove(placed.annotation.id)
        self.save_soon()
        self.say(f"removed {placed.annotation.tag}", f"{self.key('undo')} brings it back")

    def action_next_annotation(self) -> None:
        """Choose the next annotation at this place."""
        self._cycle(1)

    def action_previous_annotation(self) -> None:
        """Choose the previous annotation at this place."""
        self._cycle(-1)

    def action_annotation_forward(self) -> None:
        """Go to the next annotation in the text."""
        self._travel(1)

    def action_annotation_back(self) -> None:
        """Go to the previous annotation in the text."""
        self._travel(-1)

    def action_undo(self) -> None:
        """Take the last act back."""
        undone = self.notebook.undo()
        self.say(f"undone: {undone}" if undone else "nothing to undo")
        self.save_soon()

    def action_redo(self) -> None:
        """Do again what was undone."""
        redone = self.notebook.redo()
        self.say(f"done again: {redone}" if redone else "nothing to redo")
        self.save_soon()

    def _target(self, then: Callable[[], None]) -> Target | None:
        """Return what is in focus; where the notebook cannot be changed, go on once there is one that can."""
        if self.refused(then):
            return None
        if self.selected:
            return selected_target(self.selected, self.pairs)
        return target_of(self.focus_at, self.pairs)

    def _add(self, tag: str, target: Target) -> None:
        try:
            made = self.notebook.add(
                tag=tag,
                relation=target.relation,
                severity=target.severity,
                a=_anchor(self.a, target.a),
                b=_anchor(self.b, target.b),
            )
        except ValueError as error:
            self.warn(str(error), severity="error")
            return
        self.selected = {}
        self.recent_tags = (tag, *(name for name in self.recent_tags if name != tag))[:MAX_RECENT]
        self.once_signed(made, lambda one: self._save_added(one, target.words))

    def _save_added(self, made: Annotation, words: str) -> None:
        self._take_into_focus(made.id)
        if self.save_soon() and not self.warn_of_twin(made):
            self.say(f"tagged {made.tag}: {shortened(words)}")

    def warn_of_twin(self, made: Annotation) -> bool:
        """Tell that nearly the same was tagged before; return whether it was."""
        twin = self.notebook.twin_of(made)
        end = (twin.a or twin.b) if twin is not None else None
        if end is None:
            return False
        words = shortened(safe(end.exact))
        told = f"tagged {safe(made.tag)} before: {words}; {self.key('undo')} takes the new one back"
        self.warn(told, seconds=5, alone=True)
        return True

    def chosen_or_say(self) -> Placed | None:
        """Return the annotation that an act is about; say so where there is none."""
        found = chosen(at_focus(self.placed, self.pairs, self.focus_at), self.focus_at)
        if found is None:
            self.say(f"nothing is tagged here: {self.key('tag')} tags it")
        return found

    def _cycle(self, step: int) -> None:
        here = at_focus(self.placed, self.pairs, self.focus_at)
        current = chosen(here, self.focus_at)
        if current is None:
            self.say(f"nothing is tagged here: {self.key('tag')} tags it")
            return
        self.choose_annotation(here[(here.index(current) + step) % len(here)].annotation.id)

    def _travel(self, step: int) -> None:
        """Go to the next or previous annotation in the order of the article; stop at the ends."""
        side = self.focus_at.side
        places = ((one.on(side), one.annotation.id) for one in self.placed)
        stops = sorted((place[0], annotation_id) for place, annotation_id in places if place is not None)
        lost = [one.annotation.id for one in self.placed if one.is_lost]
        if not stops and not lost:
            self.say(f"no annotations in {side.upper()} yet")
            return
        ids = [*(stop[1] for stop in stops), *lost]
        passages = self.pairs.article(side).passages
        if self.focus_at.annotation in ids:
            at = ids.index(self.focus_at.annotation) + step
        else:
            here = passages[self.focus_at.passage(side)]
            later = [i for i, stop in enumerate(stops) if stop[0] >= here.start]
            earlier = [i for i, stop in enumerate(stops) if stop[0] < here.start]
            at = (later or [len(stops)])[0] if step > 0 else (earlier or [-1])[-1]
        if not 0 <= at < len(ids):
            self.say("no further annotation")
            return
        if at >= len(stops):
            self.show_focus(moves.without_difference(self.focus_at))
            self.choose_annotation(ids[at])
            return
        start, annotation_id = stops[at]
        passage = self.pairs.article(side).passage_at(start)
        self.show_focus(moves.at_passage(self.focus_at, self.pairs, side, passage))
        self.choose_annotation(annotation_id)

    def tell_what_changed(self) -> None:
        """Tell which articles changed since the notes were made, and what became of the notes."""
        if self.notebook.read_only is not None:
            self._tell_read_only(safe(self.notebook.read_only))
            return
        changed = " and ".join(side.upper() for side in self.notebook.changed_articles)
        lost = sum(bool(one.lost_sides) for one in self.placed)
        moved = sum(bool(one.moved_sides) for one in self.placed)
        told = [f"{safe(one)}." for one in (self.notebook.notice,) if one]
        told += [safe(self.notebook.tag_set_note)] if self.notebook.tag_set_note else []
        if changed:
            told.append(f"{changed} changed since these notes were made.")
        if moved:
            key = self.key("accept_place")
            told.append(f"For {counted(moved, 'note')} other words are proposed; {key} accepts.")
        if lost:
            key = self.key("annotation_forward")
            told.append(f"The words of {counted(lost, 'note')} are gone; {key} goes there.")
        if open_ := sum(is_unsettled(one.annotation) for one in self.placed):
            told.append(
                f"A merge left {counted(open_, 'note')} open; {self.key('view_annotations')} lists them."
            )
        if elsewhere := self.notebook.conflicts_elsewhere:
            what = (
                counted(elsewhere, "link or verdict") if elsewhere == 1 else f"{elsewhere} links or verdicts"
            )
            told.append(f"A merge left {what} open: see conflict in the file.")
        if told:
            self.warn(" ".join(told))

    def _tell_read_only(self, reason: str) -> None:
        if self.notebook.spare is None:
            self.warn(f"{reason[:1].upper()}{reason[1:]}.")
            return
        file, spare = safe(self.notebook.path.name), safe(self.notebook.spare.name)
        told = f"{reason}. {file} stays as it is. {self.key('tag')} offers to keep new notes in {spare}."
        self.warn(told, title="Notebook not opened for writing", severity="error", seconds=20)


def _anchor(article: Article, place: Range | None) -> Anchor | None:
    return make_anchor(article, *place) if place is not None else None
