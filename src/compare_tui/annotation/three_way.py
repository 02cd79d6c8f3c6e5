"""Three-way merge of one person's notebook, by id and by field.

Two states of a notebook have grown out of one: on two machines, or on the disk and in memory. What only one
side changed is taken over. Where both changed the same field differently, ours stands in its place and
theirs is kept under the key ``conflict`` of the same entry: a mapping of each such field to their value (null
where one side has taken the field away), with their ``modified``. What one side removed and the other changed
stays, with ``removed: true`` under ``conflict``. Who has settled a conflict deletes that key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from compare_tui.annotation.anchor import anchor_value
from compare_tui.annotation.model import Anchor, Annotation, Author, NotebookError, Value
from compare_tui.annotation.notebook_file import ArticleRecord, NotebookFile, sort_key
from compare_tui.annotation.revealed import read_revealed, with_revealed
from compare_tui.annotation.three_way_values import (
    ABSENT,
    CONFLICT,
    REMOVED,
    Entry,
    depth,
    merge_value,
    merged_or_clashing,
    plain,
    put,
    same,
    same_words,
)
from compare_tui.annotation.yaml_read import MAX_DEPTH, quoted
from compare_tui.article.wording import counted

Section = Literal["annotations", "links", "reviews", "notebook"]

_NOUNS: dict[Section, str] = {"annotations": "annotation", "links": "link", "reviews": "review"}
_KNOWN = tuple(field.name for field in fields(Annotation) if field.name != "extra")
_HOMES = ("author", "articles.a", "articles.b", "articles", "tags", "sections", "")
_LEVELS_ABOVE = 4
"""Lists and mappings around a value under ``conflict``."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a person has to look at after a merge.

    Attributes:
        section: Where in the file; "notebook" for what stands outside of all lists.
        id: Which entry; the id of the notebook for "notebook".
        fields: What both sides changed; empty where one side removed the entry and the other changed it.
        text: All of this as one sentence.
    """

    section: Section
    id: str
    fields: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of a merge.

    Attributes:
        file: The merged notebook.
        summary: What was taken over from the other side, a sentence each.
        conflicts: What both sides changed; empty after a clean merge.
    """

    file: NotebookFile
    summary: tuple[str, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """What was done, a sentence each: what was taken over, then what is to be looked at."""
        return *self.summary, *(conflict.text for conflict in self.conflicts)


def merge_notebooks(base: NotebookFile | None, ours: NotebookFile, theirs: NotebookFile) -> Merged:
    """Merge two states of one person's notebook.

    Args:
        base: The state that both have grown out of; None where there is none.
        ours: Our state; it stands in place where both changed the same field.
        theirs: The other state.

    Raises:
        NotebookError: A state is of a newer format, or the two belong to different people.
    """
    for state in (base, ours, theirs):
        if state is not None and state.newer is not None:
            raise NotebookError(f"not merged: {state.newer.removesuffix(', opened read-only')}")
    if ours.file_id != theirs.file_id and ours.author.id != theirs.author.id:
        names = f"{ours.author.name} and {theirs.author.name}"
        raise NotebookError(f"not merged: the notebooks of two people, {names}")
    # What was seen on one machine is seen: the earlier time counts on both sides, so nothing clashes.
    seen = [read_revealed(state.extra) for state in (ours, theirs)]
    ours, theirs = with_revealed(ours, seen[1]), with_revealed(theirs, seen[0])
    merging = _Merging(ours.file_id)
    merged = merging.notebook(base, ours, theirs)
    return Merged(merged, tuple(merging.summary), tuple(merging.conflicts))


class _Merging:
    """Collects what there is to tell while a notebook is merged."""

    def __init__(self, file_id: str) -> None:
        self.summary: list[str] = []
        self.conflicts: list[Conflict] = []
        self._file_id = file_id

    def notebook(self, base: NotebookFile | None, ours: NotebookFile, theirs: NotebookFile) -> NotebookFile:
        annotations = self._annotations(base, ours, theirs)
        sections, loose = self._sections(*({} if of is None else of.sections for of in (base, ours, theirs)))
        outside = self._outside(base, ours, theirs, loose)
        sections |= outside["sections"]
        author, tags = outside["author"], outside["tags"]
        return replace(
            ours,
            author=Author(str(author.pop("id")), str(author.pop("name"))),
            a=self._article("a", base, ours, theirs, outside["articles.a"]),
            b=self._article("b", base, ours, theirs, outside["articles.b"]),
            tags_name=str(tags.pop("name")),
            annotations=annotations,
            schema=max(ours.schema, theirs.schema, key=_version),
            sections={name: sections[name] for name in ("links", "reviews") if name in sections},
            extra=outside[""],
            author_extra=author,
            articles_extra=outside["articles"],
            tags_extra=tags,
            comment=theirs.comment if base is not None and ours.comment == base.comment else ours.comment,
        )

    def _annotations(
        self, base: NotebookFile | None, ours: NotebookFile, theirs: NotebookFile
    ) -> tuple[Annotation, ...]:
        states = [
            [] if of is None else [_entry(one) for one in of.annotations] for of in (base, ours, theirs)
        ]
        if same(states[0], states[2]) or same(states[1], states[2]):
            return ours.annotations
        merged = self._items("annotations", *({str(one["id"]): one for one in state} for state in states))
        if same(states[0], states[1]):
            return theirs.annotations
        return tuple(sorted(map(_annotation, merged), key=sort_key))

    def _sections(
        self, base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
    ) -> tuple[dict[str, Value], set[str]]:
        """Merge ``links`` and ``reviews``; return the names of those that are no lists, too."""
        merged: dict[str, Value] = {}
        loose: set[str] = set()
        for name in dict.fromkeys([*ours, *theirs]):
            states = [of.get(name, []) for of in (base, ours, theirs)]
            lists = [state for state in states if isinstance(state, list)]
            if len(lists) < len(states):
                loose.add(name)
                continue
            entries = self._section("links" if name == "links" else "reviews", *lists)
            if entries or (name in ours and name in theirs) or name not in base:
                merged[name] = entries
        return merged, loose

    def _section(
        self, section: Section, base: list[Value], ours: list[Value], theirs: list[Value]
    ) -> list[Value]:
        if same(base, theirs) or same(ours, theirs):
            return ours
        keyed = [_by_id(state) for state in (base, ours, theirs)]
        merged = self._items(section, *(entries for entries, _ in keyed))
        if same(base, ours):
            return theirs
        entries: list[Value] = [plain(entry) for entry in merged]
        entries.sort(key=lambda entry: str(entry["id"]) if isinstance(entry, dict) else "")
        old, own, other = (rest for _, rest in keyed)
        for key in dict.fromkeys([*own, *other]):
            if (key in own and key in other) or key not in old:
                entries.append(own.get(key, other.get(key)))
        return entries

    def _items(
        self,
        section: Section,
        base: Mapping[str, Entry],
        ours: Mapping[str, Entry],
        theirs: Mapping[str, Entry],
    ) -> list[Entry]:
        merged: list[Entry] = []
        counts = {"added": 0, "changed": 0, "removed": 0}
        for id_ in dict.fromkeys([*ours, *theirs]):
            before, own, other = base.get(id_), ours.get(id_), theirs.get(id_)
            if own is not None and other is not None:
                entry = self._both(section, id_, before or {}, own, other)
                counts["changed"] += not _same_entry(entry, own)
                merged.append(entry)
                continue
            kept = own if own is not None else other
            if kept is None:
                continue
            if before is None:
                counts["added"] += own is None
            elif _same_entry(kept, before):
                counts["removed"] += own is not None
                continue
            else:
                kept = _with_conflicts(kept, {REMOVED: True})
                changed, removed = ("theirs", "ours") if own is None else ("ours", "theirs")
                self._tell(section, id_, kept, (), f"changed by {changed}, removed by {removed}; it is kept")
                counts["added"] += own is None
            merged.append(kept)
        self._count(section, counts)
        return merged

    def _both(self, section: Section, id_: str, base: Entry, ours: Entry, theirs: Entry) -> Entry:
        if same(ours, theirs):
            return ours
        merged, clashes = merged_or_clashing(base, ours, theirs)
        if section == "annotations" and merged["a"] is None and merged["b"] is None:
            merged["a"], merged["b"] = ours["a"], ours["b"]
            clashes |= {end: theirs[end] for end in "ab" if not same(ours[end], theirs[end])}
        if not clashes:
            return merged
        time = theirs.get("modified", theirs.get("created"))
        merged = _with_conflicts(merged, {**clashes, "modified": time} if time else clashes)
        self._tell(section, id_, merged, tuple(clashes), _told(clashes))
        return merged

    def _outside(
        self, base: NotebookFile | None, ours: NotebookFile, theirs: NotebookFile, loose: set[str]
    ) -> dict[str, dict[str, Value]]:
        """Merge what stands outside of all lists; return it by the mapping that it stands in."""
        states = [_mappings(of, loose) for of in (base, ours, theirs)]
        merged: dict[str, Entry] = {}
        clashing: Entry = {}
        for home in _HOMES:
            merged[home], clashes = merged_or_clashing(*(state[home] for state in states))
            prefix = "" if home in ("", "sections") else f"{home}."
            for name, value in clashes.items():
                put(clashing, prefix + name, value)
        if clashing:
            merged[""] = _with_conflicts(merged[""], clashing)
            text = f"the notebook: {_told(clashing)}"
            self.conflicts.append(Conflict("notebook", self._file_id, tuple(clashing), text))
        return {home: plain(entry) for home, entry in merged.items()}

    def _article(
        self,
        side: Literal["a", "b"],
        base: NotebookFile | None,
        ours: NotebookFile,
        theirs: NotebookFile,
        extra: Mapping[str, Value],
    ) -> ArticleRecord:
        states = [None if of is None else replace(getattr(of, side), extra={}) for of in (base, ours, theirs)]
        before, own, other = states
        kept, clashes = merge_value(before, own, other)
        if clashes:
            self.summary.append(f"article {side.upper()} is another on each side; ours is named")
        assert isinstance(kept, ArticleRecord)
        return replace(kept, extra=extra)

    def _tell(self, section: Section, id_: str, entry: Entry, names: tuple[str, ...], what: str) -> None:
        text = f"{_NOUNS[section]} {_called(id_, entry)}: {what}"
        self.conflicts.append(Conflict(section, id_, names, text))

    def _count(self, section: Section, counts: Mapping[str, int]) -> None:
        done = [(what, count) for what, count in counts.items() if count]
        if done:
            (what, count), *others = done
            rest = "".join(f", {count} {what}" for what, count in others)
            self.summary.append(f"from theirs: {counted(count, _NOUNS[section])} {what}{rest}")


def _same_entry(one: Entry, other: Entry) -> bool:
    """Tell whether two states of an entry say the same; positions and times do not count."""
    names = {*one, *other} - {"modified"}
    return all(same_words(one.get(name, ABSENT), other.get(name, ABSENT)) for name in names)


def _entry(annotation: Annotation) -> Entry:
    return {**{name: getattr(annotation, name) for name in _KNOWN}, **annotation.extra}


def _annotation(entry: Entry) -> Annotation:
    known = {name: entry[name] for name in _KNOWN}
    extra = plain({name: value for name, value in entry.items() if name not in known})
    return Annotation(**known, extra=extra)  # type: ignore[arg-type]


def _by_id(entries: Iterable[Value]) -> tuple[dict[str, Entry], dict[str, Value]]:
    """Part entries into those with an id of their own and the others, by their content."""
    found: dict[str, Entry] = {}
    others: dict[str, Value] = {}
    for entry in entries:
        id_ = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(entry, dict) and isinstance(id_, str) and id_ not in found:
            found[id_] = dict(entry)
        else:
            others[json.dumps(entry, sort_keys=True)] = entry
    return found, others


def _mappings(file: NotebookFile | None, loose: set[str]) -> dict[str, Mapping[str, Value]]:
    """Return the mappings that stand outside of all lists, by their place; ``loose`` sections are in one."""
    if file is None:
        return {home: {} for home in _HOMES}
    return {
        "author": {"id": file.author.id, "name": file.author.name, **file.author_extra},
        "articles.a": file.a.extra,
        "articles.b": file.b.extra,
        "articles": file.articles_extra,
        "tags": {"name": file.tags_name, **file.tags_extra},
        "sections": {name: value for name, value in file.sections.items() if name in loose},
        "": file.extra,
    }


def _with_conflicts(entry: Entry, new: Mapping[str, object]) -> Entry:
    """Return an entry that keeps values under ``conflict``; what stands there already stays."""
    old = entry.get(CONFLICT, {})
    kept: dict[str, object] = dict(old) if isinstance(old, dict) else {CONFLICT: old}
    for name, value in new.items():
        stored = None if value is ABSENT else anchor_value(value) if isinstance(value, Anchor) else value
        if depth(stored) + _LEVELS_ABOVE > MAX_DEPTH:
            stored = json.dumps(stored, ensure_ascii=False)
        put(kept, name, stored, replaces=name == "modified")
    return {**entry, CONFLICT: kept}


def _told(clashes: Iterable[str]) -> str:
    what = " and ".join(quoted(name)[1:-1] for name in clashes)
    return f"{what} changed on both sides; theirs is kept under {CONFLICT}"


def _version(schema: str) -> list[int]:
    return [int(part) for part in schema.rpartition("/")[2].split(".")]


def _called(id_: str, entry: Entry) -> str:
    """Return how to call an entry in a sentence: its id, its tag and its first words."""
    words = [end.exact for end in (entry.get("a"), entry.get("b")) if isinstance(end, Anchor)]
    about = [str(entry["tag"])] if "tag" in entry else []
    about += [quoted(words[0], 30)] if words else []
    shown = quoted(id_)[1:-1]
    return f"{shown} ({', '.join(about)})" if about else shown
