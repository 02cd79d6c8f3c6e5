"""Details that two desks give each in its own way: lone dates, ages, sums, names beside a noun, sources."""

from __future__ import annotations

import pytest
from tests.comparison.test_comparison_differences_reports import Row, found, rows

REPORTED: list[tuple[str, str, Row]] = [
    (
        "In a letter sent in May, the two divers asked the port for a new winch.",
        "The only trace of the quarrel is from June, a short letter in which the two divers begged the port.",
        ("time", "May", "June"),
    ),
    (
        "The ferry company expects both ships back in service by Thursday.",
        "Both ships of the ferry company are to be in service again on Saturday.",
        ("time", "Thursday", "Saturday"),
    ),
    (
        "The skipper Olav Brand, 51, and the cook Mia Lund, 27, were pulled from the water alive.",
        "Mia Lund, the cook, a 28-year-old from Hull, was pulled from the water alive.",
        ("number", "27", "28-year-old"),
    ),
    (
        "A harbour official said about 4 million euros had been paid for the two cranes.",
        "A harbour official said $3.5 million had been paid for the two cranes.",
        ("number", "about 4 million euros", "$3.5 million"),
    ),
    (
        "The two pilots had talked to the tower for 12 minutes, the airline said.",
        "The talk of the two pilots with the tower lasted barely half an hour, the airline said.",
        ("time", "12 minutes", "half an hour"),
    ),
    (
        "A warden who was on the pier with the visitors was knocked down by the wave.",
        "Peter Sandoe, a 30-year-old warden, was knocked down on the pier by the wave.",
        ("who", "A warden", "Peter Sandoe"),
    ),
    (
        "A crane lent by a neighbouring quarry lifted the tram at noon.",
        "The crane that lifted the tram at noon was borrowed from Halsund Quarry.",
        ("place", "a neighbouring quarry", "Halsund Quarry"),
    ),
    (
        "“Nobody rings us,” said Ada Moss, whose brother is among the missing.",
        "Ada Moss, whose brother Colin is among the missing, said nobody rings her.",
        ("who", "whose brother", "Colin"),
    ),
    (
        "But local officials have blamed Red Lantern, a gang that runs the quarries along the coast.",
        "Norwegian and Danish officers suspect a gang called Red Lantern, which lives off the quarries.",
        ("attribution", "local officials", "Norwegian and Danish officers"),
    ),
    (
        "The trust, Kettleford, said it had known nothing of the leak.",
        "Ines Varga, who leads Kettleford, said the trust had not known of the leak.",
        ("attribution", "The trust, Kettleford", "Ines Varga, who leads Kettleford"),
    ),
    (
        "Ida Quist, a deputy for the ruling Liberals, accused the mayor of hiding a report on the dam.",
        "The ruling Liberals say that the mayor hid the report on the dam.",
        ("who", "Ida Quist", "The ruling Liberals"),
    ),
    (
        "The harbour master told a news conference that the gate had been shut at six.",
        "The harbour master said that the gate had been shut at six.",
        ("attribution", "told a news conference", None),
    ),
    (
        "The gate of the lock had been shut at six.",
        "The gate of the lock had been shut at six, a keeper of the lock told inspectors.",
        ("attribution", None, "a keeper of the lock told inspectors"),
    ),
    (
        "“Our crews will lose two days to a lock that they passed in an hour,” grumbles Rolf Dahl.",
        "“Our crews will lose two days to a lock that they passed in an hour,” Rolf Dahl said in a letter.",
        ("attribution", None, "in a letter"),
    ),
    (
        "The trust said its board had looked at several alternatives over eight months.",
        "The trust said that its board had weighed “a range of alternatives” over eight months.",
        ("quote", "several alternatives", "a range of alternatives"),
    ),
    (
        "The chamber called the killings of those years a genocide.",
        "The chamber called the killings of those years a “genocide”.",
        ("quote", "genocide", "genocide"),
    ),
    (
        "Three pilots were pulled from the lake, and the wreck of their plane was towed ashore at noon.",
        "Three pilots, who had been on a mapping flight, were pulled from the lake.",
        ("omission", None, "who had been on a mapping flight"),
    ),
    (
        "Holders of the bond, who live in nine countries, were told of the plan on Monday.",
        "The plan was told to holders of the bond on Monday, but lawyers doubt that it is allowed.",
        ("omission", None, "lawyers doubt that it is allowed"),
    ),
    (
        "Three pilots have Lindqvist syndrome, a disorder in which the eyes take hours to heal.",
        "Three pilots, all of them men, have Lindqvist syndrome.",
        ("omission", "a disorder in which the eyes take hours to heal", None),
    ),
    (
        "Seven divers who had the treatment later came down with Lindré syndrome, as did one who had none.",
        "Six divers who had the treatment came down with Lindre syndrome, as did one who had none.",
        ("number", "Seven", "Six"),
    ),
    (
        "The envoy was met by the mayor, who called the evidence “overwhelming” at a fair in Lund.",
        "The envoy was met by the mayor.",
        ("omission", "who called the evidence “overwhelming” at a fair in Lund", None),
    ),
    (
        "Her lawyers had argued that the letter lay in the van for nine hours.",
        "Ines Varga, her attorney, said the letter had lain in the van for nine hours.",
        ("who", "Her lawyers", "Ines Varga"),
    ),
    (
        "Another guest, who asked not to be identified, said he had seen two men climb the wall.",
        "Two women who live behind the inn told us they had seen two men climb the wall.",
        ("attribution", "Another guest, who asked not to be identified", "Two women"),
    ),
    (
        "A Western diplomat, speaking on condition of anonymity, said the inn had been warned of the flood.",
        "Two Western officials said the inn had been warned of the flood.",
        ("attribution", "A Western diplomat", "Two Western officials"),
    ),
    (
        "The harbour master, speaking on condition of anonymity, said the gate had been shut at six.",
        "The harbour master said the gate had been shut at six.",
        ("attribution", "speaking on condition of anonymity", None),
    ),
    (
        "The king called off a trip and declared three days of mourning.",
        "The king called off a trip and ordered a week of national mourning.",
        ("time", "three days", "a week"),
    ),
    (
        "The inn sheltered 40 guests, most of them pilgrims, when the flood came on Monday.",
        "The inn sheltered 40 guests when the flood came on Monday.",
        ("omission", "most of them pilgrims", None),
    ),
    (
        "“The men fired only after the second rocket had come down beside them,” the officer told reporters.",
        "The officer told reporters that his men “fired only after the second rocket had come down.”",
        ("quote", "beside them", None),
    ),
    (
        "“We waited 90 days in tents, and no lease was signed, neither by us nor on our behalf,” he said.",
        "She said that no lease had been signed by him “or on our behalf.”",
        (
            "quote",
            "We waited 90 days in tents, and no lease was signed, neither by us nor",
            None,
        ),
    ),
]


@pytest.mark.parametrize(("a", "b", "row"), REPORTED)
def test_a_detail_is_reported_whichever_way_round(a: str, b: str, row: Row) -> None:
    assert row in rows(found(a, b))
    assert (row[0], row[2], row[1]) in rows(found(b, a))


AGREEING: list[tuple[str, str, str]] = [
    (
        "The crews were digging on Wednesday for those whom the slide had buried in the valley.",
        "Crews in the valley were digging for those buried by Tuesday’s slide.",
        "time",
    ),
    (
        "One in ten had a fever above 38.5 degrees Celsius, the clinic said.",
        "One in ten had a fever of more than 38.5C, the clinic said.",
        "number",
    ),
    (
        "The sailor Olav Brand, 51, and the cook Mia Lund, 27, were found.",
        "The cook, Mia Lund, aged 27, was found with the sailor.",
        "number",
    ),
    (
        "“There is no cheap way to do this,” Varga said.",
        "“There is no cheap way to do this,” the head of Heron Watch, Ines Varga, told reporters.",
        "attribution",
    ),
    (
        "The farmers want the Halden milk subsidies for the rich estates to go on.",
        "The farmers want the milk subsidies for the rich estates to go on.",
        "who",
    ),
    (
        "No toll was paid, neither by the town nor on its behalf, she said.",
        "No toll was paid by the town “or on its behalf”, she said.",
        "certainty",
    ),
]

AGREEING += [
    ("The inn has about 80 beds.", "The inn has 80 or so beds.", "number"),
    (
        "Rebels blew their way into the embassy grounds on Monday.",
        "Rebels met no resistance at the embassy on Monday.",
        "certainty",
    ),
    (
        "The lock stays shut for at least three months.",
        "The lock stays shut for three months or more.",
        "time",
    ),
    ("Guests aged 65 and above pay less.", "Guests aged 65 or over pay less.", "number"),
    (
        "“You couldn't raise your arms,” he said.",
        "“You could not raise your arms,” he said.",
        "quote",
    ),
    ("“We're glad, and it's over,” he said.", "“We are glad, and it is over,” he said.", "quote"),
    (
        "“I will not let a single lorry back on the dam until the engineers say it holds,” she said.",
        "“I will not let one lorry back on the dam before the engineers say it holds,” she said.",
        "certainty",
    ),
    (
        "Some 400 bridges need to be mended, the ministry says.",
        "Some 400 bridges should be mended, the ministry says.",
        "certainty",
    ),
    ("6% of the guests reported a cough.", "One in 17 guests had a cough.", "attribution"),
    (
        "A doctor had found all four well, though he said Mr. Varga was coughing.",
        "He found all four well, though he said Mr. Varga was coughing.",
        "who",
    ),
    (
        "The service, dubbed Heron and run by a firm in Bergen, searches only newspapers.",
        "Heron, a service run by a firm in Bergen, searches only newspapers.",
        "attribution",
    ),
    ("The by-election in Mount Albert is due in May.", "A by-election in Mt Albert is due in May.", "who"),
    (
        "The first South Korean in the capsule was well.",
        "South Korea’s first guest of the capsule was well.",
        "who",
    ),
    (
        "Rain fell on all leeward parts of Hawaii.",
        "Rain fell on all leeward parts of the Hawaiian Islands.",
        "who",
    ),
    ("The ring worked from the Middle East.", "A Middle Eastern ring did the work.", "who"),
    ("The EK-47 Heron helicopters drop more water.", "The Herons drop more water than the old ones.", "who"),
    (
        "Lindgren will be handed the 10 million kronor on December 10 in Oslo.",
        "The Halden Prize of 10 million kronor will be handed to her on December 10 in Oslo.",
        "who",
    ),
    (
        "Police held more than 70 marchers late on Friday.",
        "At least 71 marchers were held on Friday.",
        "number",
    ),
    (
        "Three couples cancelled when they heard of the new mayor.",
        "More than 550 couples have signed up with the new mayor.",
        "number",
    ),
    (
        "The cost has risen from a planned $1 billion to $7.3 billion.",
        "The cost has soared from the expected $1 billion to $7.3 billion.",
        "number",
    ),
    (
        "The school would not say whether the talks shaped any official policies.",
        "The school said a lawyer had sat in on the talks.",
        "who",
    ),
    (
        "The mayor was taken into custody on Sunday over claims for a flat.",
        "The mayor was arrested on suspicion of fraud on Sunday, over claims for a flat.",
        "certainty",
    ),
]


@pytest.mark.parametrize(("a", "b", "kind"), AGREEING)
def test_what_says_the_same_is_not_reported(a: str, b: str, kind: str) -> None:
    for one in (*rows(found(a, b)), *rows(found(b, a))):
        assert one[0] != kind, one


@pytest.mark.parametrize(
    "sentence", ["The rope, snapped by the wind, fell.", "The line snapped in the wind."]
)
def test_a_rope_that_snaps_is_no_source(sentence: str) -> None:
    assert not [row for row in rows(found(sentence, "The rope fell in the wind.")) if row[0] == "attribution"]


def test_a_seat_is_no_temperature() -> None:
    assert not [
        row
        for row in rows(found("She sat in seat 12C of the bus.", "She sat in row 14 of the bus at 14C."))
        if row[0] == "number" and row[1] == "12C" and row[2] == "14C"
    ]
