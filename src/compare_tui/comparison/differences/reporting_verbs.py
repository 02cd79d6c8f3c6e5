"""Verbs that report what somebody said, wrote, found or believes."""

from __future__ import annotations

from compare_tui.comparison.differences.lexicon import word_set

SPEAKING = word_set("""
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
    found find finds discovered discover shown shows showed heard hears heard learned learnt put puts
    judged observed recorded calculated boasted joked hinted complains promises vows concludes discloses
    """)
"""Forms of verbs that report what somebody said."""

REPORTING = SPEAKING | {"according"}
"""Words without one of which a passage names no source."""

ALWAYS = frozenset({"said", "says", "say", "told", "tells", "tweeted", "stated"})
LOOSE = word_set(
    "believe believes believed suspect suspects suspected think thinks thought fear fears feared found find"
    " finds discovered discover shown shows showed heard hears learned learnt observed recorded calculated"
)
"""Verbs that report only where a clause with "that" follows, or where they stand behind what is reported."""

BELIEVING = word_set(
    "believe believes believed suspect suspects suspected think thinks thought fear fears feared"
)
"""Those of them that tell what somebody holds to be true."""
