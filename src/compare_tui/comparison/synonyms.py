"""Words that reports of one event use for each other, so that a link need not rest on the same word."""

from __future__ import annotations

_GROUPS = """
accident crash collision pile-up wreck
accuse allege blame
agree agreement accord deal pact
aid help assistance relief
aircraft plane jet airliner
airport airfield
announce declare unveil
appeal plea
arrest detain detention custody
attack assault raid strike
ballot vote poll voting
ban prohibit prohibition
begin start launch commence beginning
big large huge massive
blast explosion explode bomb bombing
blaze fire wildfire
boat ship vessel ferry
boss chief head leader
build construct construction
buy purchase acquire acquisition
call phone telephone conversation
car vehicle automobile
child children kid kids youngster
city town
coach bus
company firm corporation
condemn denounce
court judge tribunal
cut reduce reduction slash
dead die died death deaths fatal fatality fatalities kill killed killing
decide decision
demonstration protest rally demonstrator protester
doctor physician medic
dollar dollars
earthquake quake tremor
election elections elect
employee worker staff
end finish conclude
escape flee fled flight
evacuate evacuation evacuated
expect anticipate
fall drop decline decrease
fight battle clash combat fighting
fine penalty fined
flood flooding floods
get obtain
government cabinet administration
hospital clinic
house home
illegal unlawful
increase rise rose grow growth
injured hurt wounded injury injuries wound wounds
inquiry investigation probe investigate
jail prison imprison
kidnap abduct abduction
law legislation
lawmaker legislator parliamentarian deputy
lawyer attorney solicitor counsel
match game
meeting talks summit
migrant refugee
money cash funds
murder homicide
parliament legislature
passenger traveller traveler
plan scheme proposal
police officer officers policeman
prosecutor prosecution
quit resign resignation
rebel militant insurgent guerrilla
rescue rescuer rescued
road highway motorway
ruling verdict judgment judgement
scientist researcher
seize capture captured
shop store
soldier troop troops
spending expenditure
stop halt
storm hurricane typhoon cyclone
student pupil
suspect suspected
talk discuss discussion discussed
team squad
trial hearing
truck lorry
victim casualty casualties
war conflict
warn warning
win victory won
"""

SYNONYMS: dict[str, str] = {
    word: group.split()[0] for group in _GROUPS.strip().splitlines() for word in group.split()[1:]
}
"""For a word the first word of its group."""
