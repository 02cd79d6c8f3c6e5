"""Reading by ear: where the reader is, and what each key tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from compare_tui.linear.questions import Questions
from compare_tui.linear.reviewing import ReviewingByEar
from compare_tui.linear.screen_only import ScreenOnly
from compare_tui.linear.selecting import SelectingByEar
from compare_tui.linear.sentences import (
    Told,
    annotation_line,
    counterpart_lines,
    difference_lines,
    passage_lines,
)
from compare_tui.linear.spoken_stages import (
    SpokenAnnotations,
    SpokenDifferences,
    SpokenRows,
    SpokenTable,
    page_rows,
)
from compare_tui.linear.wording import key_spoken, sentence
from compare_tui.tui.annotation_list import AnnotationList
from compare_tui.tui.clipboard import hand_over, native_command
from compare_tui.tui.difference_list import DifferenceList
from compare_tui.tui.focus import Focus, step_difference
from compare_tui.tui.jumps import JumpList
from compare_tui.tui.pairs import SIDE_NAMES, Pairs
from compare_tui.tui.plain import safe, shortened
from compare_tui.tui.screens.correcting import Correcting
from compare_tui.tui.screens.explaining import Explain, Explaining
from compare_tui.tui.screens.rereading import Rereading
from compare_tui.tui.screens.revising import Revising
from compare_tui.tui.screens.uncovering import Uncovering
from compare_tui.tui.screens.viewing import ViewName
from compare_tui.tui.tagging import at_focus

if TYPE_CHECKING:
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity
    from compare_tui.linear.key_source import KeySource
    from compare_tui.tui.key_map import KeyMap
    from compare_tui.tui.searching import Matches


class Session(
    Questions,
    ScreenOnly,
    ReviewingByEar,
    Rereading,
    Revising,
    Correcting,
    Explaining,
    Uncovering,
    SelectingByEar,
):
    """The reading screen without a screen: each action appends lines.

    Attributes:
        is_over: Whether the reader has left.
        compares: Whether a comparison is asked for.
    """

    stage: SpokenRows | SpokenTable[Any] | None = None

    def __init__(
        self,
        a: Article,
        b: Article,
        notebook: Notebook,
        *,
        keys: KeySource,
        tell: Callable[[str], None],
        key_map: KeyMap,
        similarity: Similarity | None = None,
        show_style: bool = False,
    ) -> None:
        """Make the session for a pair of articles.

        Args:
            a: The first article.
            b: The second article.
            notebook: Where annotations go.
            keys: What the reader types.
            tell: Takes each line.
            key_map: The keys in effect.
            similarity: A similarity function from outside, for explanations.
            show_style: Whether differences of mere style are told from the start.
        """
        self.a, self.b, self.notebook = a, b, notebook
        self.keys, self.tell, self.key_map = keys, tell, key_map
        self.similarity, self.show_style = similarity, show_style
        self.comparison: Comparison | None = None
        self.pairs = Pairs(a, b, None)
        self.focus_at = Focus()
        self.jumps = JumpList()
        self.selected = {}
        self.clock = lambda: ""
        self.is_over = False
        self.compares = False
        self._action_of = {key: action.id for action in key_map.actions() for key in action.keys}
        self._counterpart_told: object = None
        self.signatures = self.signatures_now()
        self.read_placed()
        self._unsubscribe = notebook.subscribe(self.on_notebook_changed)

    def press(self, key: str) -> None:
        """Do what a key does.

        Args:
            key: A name of the registry of actions, or the id of an action.
        """
        action_id = self._action_of.get(key)
        if action_id is None:
            known = key in self._action_of.values()
            if not known:
                self.say(f"the key {key_spoken(key)} does nothing", f"{self.key('help')} tells all keys")
                return
            action_id = key
        self.perform(action_id)

    def perform(self, action_id: str) -> None:
        """Do an action of the registry."""
        getattr(self, f"action_{action_id}")()

    def tell_all(self, lines: Iterable[str]) -> None:
        """Tell several lines."""
        for line in lines:
            self.tell(line)

    def told(self) -> Told:
        """Return what is known of the place in focus."""
        return Told(self.focus_at, self.pairs, self.placed)

    def show_focus(self, focus: Focus) -> None:
        """Go somewhere, and tell the place; passages just read with another difference are only named."""
        before, self.focus_at = self.focus_at, focus
        self._counterpart_told = None
        same_passages = (before.side, before.link) == (focus.side, focus.link)
        stepped = None not in (before.difference, focus.difference) and before.difference != focus.difference
        self.tell_place(texts=not (same_passages and stepped))

    def tell_place(self, *, texts: bool = True) -> None:
        """Tell what is in focus, as the view in use tells it.

        Args:
            texts: Whether the passages that hold a difference are read.
        """
        told = self.told()
        if self.stage is not None and self.pairs.article(self.focus_at.side).passages:
            self.tell_all(self.stage.lines(told, texts=texts))
        elif self.focus_at.difference is not None:
            self.tell_all(difference_lines(told, texts=texts))
        else:
            self.tell_all(passage_lines(told))
        self.tell_all(self.colleague_lines())

    def show_state(self) -> None:
        """Let the views know what is known now; nothing is told."""
        for stage in (self._aligned, self._table, self._list):
            if isinstance(stage, SpokenRows | SpokenTable):
                stage.take(self.pairs, self.placed)

    def show_progress(self) -> None:
        """Tell nothing: what is saved is told when it is asked for."""

    def on_notebook_changed(self) -> None:
        """Take in the annotations and the links as they are now."""
        self.read_placed()
        self.apply_corrections()
        self.show_state()
        self.note_reviews()

    def why_not_compared(self) -> str:
        """Return why there are no links."""
        return f"the articles are not compared: {self.key('toggle_comparison')} compares them"

    def a_page_further(self, share: float) -> int | None:
        """Return the passage a part of a page further."""
        return self.focus_at.passage(self.focus_at.side) + page_rows(share)

    def _step(self, step: int) -> None:
        """Go to the next or previous passage, row or difference; tell where there is none further."""
        there, here = self.stepped(step), self.focus_at
        if isinstance(self.stage, SpokenTable) and not self.stage.rows:
            self.tell_place()
        elif _spot(there) == _spot(here) and (self.stage is not None or here.difference is None):
            what = "row" if self.stage is not None else f"passage of {SIDE_NAMES[here.side]}"
            self.say(f"this is the {'last' if step > 0 else 'first'} {what}")
        else:
            self.show_focus(there)

    def _step_difference(self, step: int) -> None:
        """Go to the next or previous difference; tell where there is none further."""
        if self.shown_table is not None:
            self._step(step)
        elif step_difference(self.focus_at, self.pairs, step) == self.focus_at:
            self.say_no_difference(step)
        else:
            super()._step_difference(step)

    def match_place(self, at: int, matches: Matches) -> str:
        """Return which of the places of some words is gone to."""
        more = " and more" if matches.more else ""
        return f"place {at + 1} of {len(matches.found)}{more} of {matches.query}"

    def show_view(self, name: ViewName) -> None:
        """Change the view; one that is in use already is told again."""
        if name == self.view_name:
            self.place_views(name)
        else:
            super().show_view(name)

    def action_next_counterpart(self) -> None:
        """Tell the counterpart; after that, the next one where there are several."""
        if self.shown_filtered is not None:
            super().action_next_counterpart()
            return
        if self._counterpart_told == self._counterpart():
            self.focus_at = self.next_counterpart()
        self.tell_all(counterpart_lines(self.told()))
        self._counterpart_told = self._counterpart()

    def _counterpart(self) -> object:
        return self.focus_at.side, self.focus_at.link

    def make_aligned(self) -> SpokenRows:
        """Make the aligned view."""
        return SpokenRows(self.pairs)

    def make_table(self) -> SpokenDifferences:
        """Make the table of differences."""
        return SpokenDifferences(DifferenceList(self.pairs, self.placed))

    def make_list(self) -> SpokenAnnotations:
        """Make the list of annotations."""
        return SpokenAnnotations(AnnotationList(self.pairs, self.placed))

    def place_views(self, name: ViewName) -> None:
        """Tell which view is in use, and the place."""
        self._name_view()
        self.tell_place()

    def filter_changed(self) -> None:
        """Tell what the table is filtered by."""
        self._name_view()

    def action_reorder(self) -> None:
        """Follow the order of the other article, or sort the differences by something else."""
        super().action_reorder()
        if self.view_name == "aligned":
            self.tell_place()

    def _name_view(self) -> None:
        self.tell(self.stage.name_line() if self.stage is not None else "Passage by passage.")

    def drop_selection(self) -> bool:
        """Select nothing; tell so where something was selected."""
        dropped = super().drop_selection()
        if dropped:
            self.say("nothing is selected any more")
        return dropped

    def forget_search(self) -> bool:
        """Forget what was searched for; tell so where something was."""
        forgotten = super().forget_search()
        if forgotten:
            self.say("the search is forgotten")
        return forgotten

    def choose_annotation(self, annotation_id: str) -> None:
        """Put an annotation of this place into focus, and tell it."""
        super().choose_annotation(annotation_id)
        here = at_focus(self.placed, self.pairs, self.focus_at)
        for place, one in enumerate(here, 1):
            if one.annotation.id == annotation_id:
                self.tell_all(annotation_line(one, place, len(here)))

    def copy_text(self, text: str) -> None:
        """Hand a text to the tool of the desktop."""
        command = native_command()
        if command is None:
            self.say(f"no program here takes words for the clipboard: {text}")
        elif (failed := hand_over(command, text)) is not None:
            self.say(f"{failed} failed, nothing is copied")
        else:
            self.say(f"copied: {shortened(text)}")

    def use_notebook(self, notebook: Notebook) -> None:
        """Go on with another notebook."""
        self._unsubscribe()
        self.notebook = notebook
        self._unsubscribe = notebook.subscribe(self.on_notebook_changed)
        self.on_notebook_changed()
        self.take_notebook_of_company()
        self.start_keeping()

    def take_articles(self, a: Article, b: Article, focus: Focus) -> None:
        """Go on with other articles; they are compared before the next key."""
        self.comparison = self._explainer = None
        self.forget_found()
        self.a, self.b = a, b
        self.jumps, self.matches, self.selected = JumpList(), None, {}
        self.focus_at, self.pairs = focus, Pairs(a, b, None)
        self.read_placed()
        self.take_articles_of_company()
        self.show_state()
        self.compares = True

    def action_reread(self) -> None:
        """Read both articles anew, and find every annotation in them."""
        from compare_tui.annotation.anchoring import find_lost
        from compare_tui.article.model import ArticleError

        if self.reread is None:
            self.say("these articles cannot be read again")
            return
        try:
            a, b = self.reread()
        except (ArticleError, OSError) as error:
            self.warn(str(error), title="Not read", severity="error")
            return
        self.take_reread(a, b, find_lost(self.notebook.annotations, a, b))

    def start(self) -> None:
        """Tell what became of the articles and notes, and ask about acts that were not saved."""
        from compare_tui.annotation.anchoring import find_lost

        if lost := self.notebook.lost:
            self.notebook.take_placements(find_lost(lost, self.a, self.b))
        self.tell_what_changed()
        self.tell_hidden()
        self.start_keeping()

    def look_at_files(self) -> None:
        """Tell which files others have changed since the last key."""
        now = self.signatures_now()
        if now != self.signatures:
            self.take_look(now)

    def show_explanation(self, explain: Explain) -> None:
        """Tell an explanation."""
        lines = explain(lambda fraction, word: None)
        self.tell_all(sentence(line) for line in lines if line.strip())

    def action_toggle_comparison(self) -> None:
        """Compare anew, before the next key."""
        self.compares = True

    def action_quit(self) -> None:
        """Leave; ask only where something could not be saved."""
        if self.save(tell=False) or not self.notebook.dirty:
            self.is_over = True
            return
        answer = self.ask_to_leave(safe(self.save_error))
        self.is_over = answer == "lose" or (answer == "copy" and self.save_copy())
        if answer == "lose":
            self.give_up()
        if not self.is_over:
            self.say("you are still here")


def _spot(focus: Focus) -> tuple[object, ...]:
    return focus.side, focus.a, focus.b, focus.link, focus.difference
