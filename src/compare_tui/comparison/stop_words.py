"""English words that say nothing, or little, about what a sentence is about."""

from __future__ import annotations

_WORDS = """
a about according added adding adds after also although am an and any are as at be because been before being
between both but by can could did do does doing down during each either for from further had has have having
he her here hers him his how i if in into is it its itself just may me might more most must my neither no
nor not of off official officials on once one only or other our out over own per report reported reports
said same say saying says shall she should since so some spokesman spokesperson spokeswoman statement such
tell telling tells than that the their theirs them themselves then there these they this those though
through to told too under until up upon us very via was we were what when where whether which while who whom
whose why will with within without would yet you your make made makes making take took taken takes taking
place come came go went gone get got give gave given put
"""

STOP_WORDS = frozenset(_WORDS.split())
"""Function words, and the words by which reports introduce speech: formulas that would link strangers."""

_EVERYDAY = """
people person time times today yesterday tomorrow tonight night morning afternoon evening minute minutes
hour hours day days week weeks month months year years monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december first second third
last next new old earlier early late later recent recently long short big small great good bad best better
high higher low lower little less least few fewer many much several half twice double dozen hundred thousand
million billion percent cent see saw seen look looked find found keep kept leave left know knew known think
thought want wanted need needed use used work worked call called become became begin began start started end
ended continue continued show showed shown help helped try tried ask asked turn turned follow followed hold
held bring brought run ran stand stood happen happened expect expected believe believed move moved set way
part side number thing things case fact group lot home world country city area member members plan plans
public national local state government back away around near again always ever never still already now often
almost nearly roughly nobody everyone someone anyone nothing something anything everything all every another
however despite including across well even far soon really quite like among yes situation order issue
problem matter position decision question point power level kind form result reason effort action step
process role service support control future past chance change event line name word
"""

EVERYDAY_WORDS = frozenset(_EVERYDAY.split())
"""Words that stand in any report: in common, they are weak evidence that two sentences say the same."""
