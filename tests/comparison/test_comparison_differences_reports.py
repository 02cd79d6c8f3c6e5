"""Details as agencies and papers write them: appositions, ranges, zones, sources set off, whole clauses."""

from __future__ import annotations

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Difference, Link

Row = tuple[str, str | None, str | None]


def article(*texts: str) -> Article:
    passages: list[Passage] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        passages.append(Passage(number, start, start + len(text), number, "body", text))
        start += len(text) + 1
    return Article("test", "test", "\n".join(texts), tuple(passages), "", "", date=None)


def found(a: str, b: str) -> list[Difference]:
    return find_differences(article(a), article(b), [Link(0, 0, 0.6, "confident")])


def rows(differences: list[Difference]) -> list[Row]:
    return [
        (one.kind, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in differences
        if one.severity != "style"
    ]


REPORTED: list[tuple[str, str, Row]] = [
    (
        "The brigade crossed the river between 2:15 and 4 a.m. before the bridge gave way.",
        "The brigade crossed the river before the bridge gave way.",
        ("omission", "between 2:15 and 4 a.m.", None),
    ),
    (
        "The club plays its matches in Harwell Green, a village famed for its orchards.",
        "The club plays its matches in Harwel Grene, a small village known for its orchards.",
        ("place", "Harwell Green", "Harwel Grene"),
    ),
    (
        "A nearby shopkeeper reported hearing five dull bangs around 3:40 a.m.",
        "A woman who lives above the bakery reported hearing five loud bangs around 3:40 a.m.",
        ("attribution", "A nearby shopkeeper", "A woman"),
    ),
    (
        "The watchman heard five dull bangs around 3:40 a.m.",
        "The watchman heard five sharp bangs around 3:40 a.m.",
        ("wording", "dull", "sharp"),
    ),
    (
        "The council moved yesterday to close the old reservoir to bathers.",
        "The council is to close the old reservoir to bathers today.",
        ("time", "yesterday", "today"),
    ),
    (
        "Uproar followed when Dorn converted the penalty at his second attempt after a long delay.",
        "The penalty was scored by Mellick, though only at his second attempt.",
        ("who", "Dorn", "Mellick"),
    ),
    (
        "Ferrand Oil reported that a spill of 40 tonnes had reached the coast near Dunmore.",
        "A spill of 400 tonnes reached the coast near Dunmore at 6pm Eastern on Monday.",
        ("number", "40 tonnes", "400 tonnes"),
    ),
    (
        "The press conference starts at 6pm EST in the town hall.",
        "The press conference starts at 6pm PST in the town hall.",
        ("time", "6pm EST", "6pm PST"),
    ),
    (
        "The film was shown at the festival on June 13 and 14, 2007, to full houses.",
        "The film was shown at the festival to full houses.",
        ("omission", "on June 13 and 14, 2007", None),
    ),
    (
        "In return, the dairy announced plans to change its labels while assuring that prices will hold.",
        "Brookfield Dairy said in return that it would change its labels.",
        ("omission", "while assuring that prices will hold", None),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), REPORTED)
def test_a_detail_is_reported_whichever_way_round(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


AGREEING = [
    (
        "After losing two sets, the Otters won three straight frames and kept their streak of 102 matches.",
        "Down 2-0, the Otters won the next three sets to extend their streak to 102 matches.",
        "number",
    ),
    (
        "Rain of up to 2 inches may fall in the east, while Torland may see as much as 10 inches of rain.",
        "Rainfall of 5 to 10 inches is possible over Torland.",
        "certainty",
    ),
    (
        "The ferry clipped the quay at around 6:15 p.m. local time as it turned.",
        "The ferry hit the quay at 1815 local time (2315 GMT) while it was turning.",
        "time",
    ),
    (
        "Her weeks in jail followed from a charge of drunken driving, the clerk said.",
        "She is out after three weeks for drunken driving, having been convicted in May, the clerk said.",
        "event",
    ),
    (
        "Most German states backed the disputed claim that the dam could burst by 2035.",
        "The disputed claim that the dam could burst by 2035 was backed by most German states.",
        "attribution",
    ),
    (
        "Lena Ortiz, a Californian, won the race on Sunday.",
        "Lena Ortiz of California won the race on Sunday.",
        "who",
    ),
    (
        "The channel has slated an interview with the actor for Friday.",
        "The channel will be hosting an interview with the actor on Friday.",
        "certainty",
    ),
    (
        "Transport Minister Ida Falk said the order would close the tunnel to lorries.",
        "The order would close the tunnel to lorries, said the transport minister, Ida Falk.",
        "who",
    ),
    (
        "Late Tuesday, at 6pm Eastern, Texas Governor Ada Munro announced she would not seek a third term.",
        "At 6pm EST on Tuesday, Ada Munro, the Governor of Texas, announced she will seek no third term.",
        "who",
    ),
    (
        "The launch is set for 9am EST on Friday.",
        "The launch is set for 2pm GMT on Friday.",
        "time",
    ),
    (
        "Among the plans is cutting deliveries from six days to five.",
        "The plan would cut deliveries from six to five days a week.",
        "number",
    ),
    (
        "Under this model the workforce has grown to over 400 members since 170 were hired.",
        "There are now 410 workers at the plant, 170 of them new.",
        "omission",
    ),
    (
        "Chemists have found a coating that could, in principle, make glass unbreakable.",
        "Two chemists have found a coating which could make glass unbreakable.",
        "certainty",
    ),
    (
        "In five northern states, Hale spoke of his plans for the railways.",
        "Hale spoke of his plans for the railways in five northern states.",
        "attribution",
    ),
    (
        "Nora Weir, born in Leith, carries on the shipyard of her father, former mayor Tom Weir.",
        "Nora Weir, born in Leith, is the daughter of former mayor Tom Weir.",
        "who",
    ),
    (
        "The envoy Duarte Freitas do Vale announced his resignation.",
        "The Portuguese envoy Freitas do Vale has resigned.",
        "who",
    ),
    (
        "Each cabin in the trial will be fitted with thirty screens, preloaded with games and maps.",
        "The screens in the trial would be preloaded with games and maps.",
        "certainty",
    ),
    (
        "Four teams, among them a major manufacturer, have shown interest in the engine.",
        "Four teams have shown interest in the engine, among them the manufacturer Ransome.",
        "who",
    ),
    (
        "Power stations burned over 85 per cent gas, and wind gave roughly 26 per cent of the energy.",
        "Most of the energy came from gas, and 26% came from wind.",
        "number",
    ),
    (
        "The satellite Kestrel-9 is to be launched in June.",
        "The launch of the Kestrel 9 satellite is to take place in June.",
        "who",
    ),
    (
        "The gang cut the output of the mine in half.",
        "The gang halved the output of the mine.",
        "omission",
    ),
    (
        "The firm will save €180m a year once both mills are shut.",
        "The 180 million a year that the firm will save once both mills are shut is a forecast.",
        "number",
    ),
    (
        "Wardens are now rewriting the rota and moving the boats to make room for the regatta.",
        "The wardens plan to change the rota.",
        "who",
    ),
]


@pytest.mark.parametrize(("a", "b", "kind"), AGREEING)
def test_what_says_the_same_is_not_reported(a: str, b: str, kind: str) -> None:
    for one in (*rows(found(a, b)), *rows(found(b, a))):
        assert one[0] != kind, one


NEVER_CUT = [
    (
        "The bodies were identified by St. Brannoc County Sheriff Ken Moss.",
        "The bodies were taken to the mortuary at noon.",
        "St",
    ),
    (
        "When Cross and Willard threw a rope to her, she refused to take it.",
        "Rescuers threw her a rope, but she refused to take it.",
        "When Cross",
    ),
    (
        "The survey shows that 63% of those asked have a good opinion of the mayor.",
        "The survey shows the mayor leading with a 63% approval rating.",
        "% of those",
    ),
    (
        "Riders raced past old landmarks such as Buckland Palace to the finish on the quay.",
        "The riders took ten minutes to the finish on the quay.",
        "as Buckland",
    ),
    (
        "For 80 minutes Norland barely broke sweat on the way to a 1-0 win over Sudmark.",
        "Norland had a 1-0 win over Sudmark.",
        "barely",
    ),
]


@pytest.mark.parametrize(("a", "b", "cut"), NEVER_CUT)
def test_a_phrase_is_not_cut_in_its_middle(a: str, b: str, cut: str) -> None:
    for one in rows(found(a, b)):
        assert one[1] is None or not (one[1].endswith(f" {cut}") or one[1].startswith(f"{cut} ")), one


def test_who_speaks_may_be_told_in_the_sentence_before_a_quotation() -> None:
    a = article("The mayor insisted that the council has the right to use “force and water cannon”.")
    b = article(
        "“Order will be kept,” the new mayor said.",
        "“The law gives the council the right to use force and water cannon.”",
    )
    kinds = {one.kind for one in find_differences(a, b, [Link(0, 1, 0.6, "confident")])}
    assert "attribution" not in kinds


def test_a_summary_that_only_shares_its_subject_is_not_reported_as_missing() -> None:
    one = found(
        "Wardens are now rewriting the rota and moving the boats to make room for the regatta.",
        "The wardens plan to change the rota.",
    )
    assert not any(each.a is not None and each.a.text.startswith("Wardens") for each in one)
