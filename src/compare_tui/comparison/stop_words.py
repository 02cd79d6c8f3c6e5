"""English words that say nothing about what a sentence is about."""

_WORDS = """
a about according added adding adds after also although am an and any are as at be because been before being
between both but by can could did do does doing down during each either for from further had has have having
he her here hers him his how i if in into is it its itself just may me might more most must my neither no nor
not of off official officials on once one only or other our out over own per report reported reports said same
say saying says shall she should since so some spokesman spokesperson spokeswoman statement such tell telling
tells than that the their theirs them themselves then there these they this those though through to told too
under until up upon us very via was we were what when where whether which while who whom whose why will with
within without would yet you your
"""

STOP_WORDS = frozenset(_WORDS.split())
"""Function words, and the words by which reports introduce speech: formulas that would link strangers."""
