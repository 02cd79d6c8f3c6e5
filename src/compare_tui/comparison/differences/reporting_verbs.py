"""Verbs that report what somebody said, wrote, found or believes."""

from __future__ import annotations

from compare_tui.comparison.differences.lexicon import word_set

QUOTING = word_set("grumbled grumbles fumed fumes sighed sighs snapped quips mused muses shouted shrugged")
"""Verbs that report only directly behind quoted words."""

SPEAKING = (
    word_set("""
    said says say told tells added adds tweeted stated states wrote writes announced announces
    claimed claims
    reported reports confirmed confirms noted notes warned warns insisted insists explained
    explains declared declares
    argued argues alleged alleges suggested suggests estimated estimates revealed reveals stressed stresses
    emphasised emphasized acknowledged acknowledges admitted admits denied denies maintained
    maintains posted
    testified recalled recounted quoted cautioned pointed conceded asserted asserts predicted
    predicts remarked replied
    complained promised vowed relayed concluded disclosed
    believe believes believed suspect suspects suspected think thinks thought fear fears feared
    found find finds discovered discover shown show shows showed heard hears heard learned learnt put puts
    judged observed recorded calculated boasted joked hinted complains promises vows concludes discloses
    proclaimed proclaims exclaimed exclaims commented comments responded responds clarified clarifies
    emphasises emphasizes quipped urges reiterated reiterates contended contends
    reassured pledged signalled signaled highlighted lamented indicate indicates indicated report
    claim argue warn confirm announce insist suggest reveal state note deny describe describes described
    labelled labeled branded dubbed estimate understand understood read reads
    named names identified identifies accused accuses blamed blames blame denies
    """)
    | QUOTING
)
"""Forms of verbs that report what somebody said."""

REPORTING = SPEAKING | {"according"}
"""Words without one of which a passage names no source."""

ALWAYS = frozenset({"said", "says", "say", "told", "tells", "tweeted", "stated"})
READ_OUT = frozenset({"read", "reads"})
"""What a document does with quoted words: "…”, reads a statement"; elsewhere people do it with books."""
LOOSE = word_set(
    "believe believes believed suspect suspects suspected think thinks thought fear fears feared found find"
    " finds discovered discover shown shows showed heard hears learned learnt observed recorded calculated"
    " indicate indicates indicated report claim argue warn confirm announce insist suggest reveal state note"
    " deny understand understood recalled recounted comments responded responds urges"
)
"""Verbs that report only where a clause with "that" follows, or where they stand behind what is reported."""

BELIEVING = word_set(
    "believe believes believed suspect suspects suspected think thinks thought fear fears feared"
)
"""Those of them that tell what somebody holds to be true."""

NAMING = word_set(
    "described describes describe labelled labeled branded dubbed announced confirmed reported estimate"
    " accused accuses blamed blames blame denied denies suspect suspects suspected"
)
"""Verbs that may take what is reported as their object: "described the win as", "announced plans"."""
IDENTIFYING = word_set("named names identified identifies")
"""Verbs that report only with an object and "as" behind it: "named the dead man as"."""
IMPERSONAL = word_set("believed reported thought alleged understood feared estimated claimed said")
"""Participles of "it is believed that"."""
ALSO_NOUNS = word_set(
    "suspects fears finds shows thought reports states notes estimates claims say posted quoted report claim"
    " comments state note estimate names show blame suspect"
)
"""Those of them that are nouns as well, and report only behind a subject."""
SHOWING = word_set("show shows showed shown found finds discovered recorded")
"""Verbs whose subject is a source only where it is people."""
FINDERS = word_set("researchers scientists team economists doctors experts police investigators officials")
"""People who show or find."""
LISTENERS = word_set("court jury inquest inquiry hearing tribunal judge judges jurors committee")
"""Those to whom things are told in court."""
NEEDING_OBJECT = word_set(
    "described describes describe labelled labeled branded dubbed estimate accused accuses blamed blames"
    " blame denies"
)
"""Verbs that report nothing without an object."""
NO_OBJECT = word_set("on for to in at by of with from as after before when while and or but")
"""Words that begin no object."""
