"""Small English word tables: function words, irregular forms, synonyms, opposites, roles of counted people.

The tables are short on purpose: they hold what news reports use every day. A word that is missing here
costs a finding of the kind "wording", never a wrong number or name.
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, cut at blanks."""
    return frozenset(words.split())


FUNCTION_WORDS = word_set("""
    a an the this that these those some any each every such same other another both either neither own
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    himself herself itself themselves myself yourself ourselves who whom whose which what there here
    and or but nor so yet if then than as because since while although though whereas unless until till
    when where why how whether of in on at by for with about against between into through during before
    after above below to from up down out off over under again further upon within without across behind
    beyond along around among toward towards onto near amid despite per via including regarding following
    alongside beneath besides throughout underneath atop amongst amidst
    is am are was were be been being has have had having do does did doing will would shall should can
    could may might must ought not no n't don't didn't doesn't isn't wasn't aren't weren't won't wouldn't
    can't couldn't cannot haven't hasn't hadn't it's that's he's she's there's they're we're i'm
    also just only very too more most much many few less least well even still already now ever never
    however therefore meanwhile later earlier once again all s t mr mrs ms dr one
    """)

_IRREGULAR = """
say said says; tell told tells; leave left leaves leaving; flee fled fleeing; hold held holds holding;
win won winning; lose lost losing; go went gone going; begin began begun beginning; take took taken taking;
fall fell fallen; rise rose risen rising; find found; meet met; shoot shot; strike struck stricken;
break broke broken; make made making; come came coming; give gave given giving; pay paid; send sent;
build built; buy bought; sell sold; bring brought; catch caught; lead led; keep kept; run ran running;
see saw seen; speak spoke spoken; stand stood; think thought; throw threw thrown; write wrote written;
grow grew grown; know knew known; draw drew drawn; drive drove driven; fly flew flown; become became;
choose chose chosen; hide hid hidden; ride rode ridden; sink sank sunk; steal stole stolen;
swear swore sworn;
wear wore worn; freeze froze frozen; fight fought; seek sought; teach taught; feel felt; deal dealt;
spend spent; mean meant; sleep slept; sweep swept; withdraw withdrew withdrawn;
overthrow overthrew overthrown;
overcome overcame; undergo underwent undergone; die died dies dying; lie lay lain lying;
bear bore born borne;
man men; woman women; child children; person people persons; life lives; foot feet; shut shutting;
set setting;
get got gotten getting; put putting; cut cutting; hit hitting; split splitting; beat beaten; eat ate eaten;
bite bit bitten; blow blew blown; burn burnt; hear heard; hurt hurting; lend lent; light lit;
shake shook shaken;
shrink shrank shrunk; sing sang sung; swim swam swum; wake woke woken; understand understood; wife wives;
analysis analyses; crisis crises; troop troops; police police; news news; series series
"""

IRREGULAR_FORMS: dict[str, str] = {
    form: base for base, *forms in (group.split() for group in _IRREGULAR.split(";")) for form in forms
}
"""Inflected form to base form."""

_SYNONYMS = """
phone telephone; call conversation talk; hold take conduct;
kill die dead death fatality slay perish; injure wound hurt injury;
start begin launch initiate open commence; end finish conclude stop halt cease; help assist aid assistance;
big large huge major massive; small little minor tiny; buy purchase acquire acquisition;
show reveal indicate;
country nation state; city town; child kid boy girl; man male; woman female;
car vehicle automobile; bus coach;
lorry truck; plane aircraft jet airliner; ship vessel boat; fire blaze; blast explosion explode;
crash collision collide accident;
police officer cop; soldier troop serviceman fighter; militant rebel insurgent gunman fighter;
leader head chief boss;
government administration cabinet; president head; company firm business corporation;
profit earning; worker employee staff;
job post position; vote ballot poll; election poll; win victory triumph; beat defeat; defeat loss;
arrest detain custody; jail prison imprison; trial court; judge magistrate justice; guilty convict;
accuse charge allege;
attack assault raid; missile rocket; storm hurricane cyclone typhoon; flood inundation;
quake earthquake tremor;
rain rainfall; school college; pupil student; teacher lecturer; doctor physician medic; hospital clinic;
scientist researcher expert; study research; discover find; sickness illness disease; vaccine jab shot;
agree deal pact accord agreement treaty; plan scheme proposal; discuss talk debate consider;
meet meeting talk;
flee flight leave escape depart; abroad overseas; border frontier; area region zone; 
evacuate evacuation withdraw;
increase rise grow climb jump surge soar gain; decrease fall drop decline slump plunge slide dip;
cut reduce slash;
build construct construction; destroy wreck demolish ruin; damage harm;
road street highway motorway; home house residence;
request ask demand urge; approve pass endorse back; reject refuse decline; announce declare;
ban forbid prohibit;
money cash fund; price cost; shop store; film movie; footballer player; match game; goal score; side team;
spokesman spokeswoman spokesperson; safety security; quick rapid swift fast;
important significant key crucial;
near close; rescue save; victim casualty; resident inhabitant local; migrant refugee;
protest demonstration rally demonstrate;
protester demonstrator; weapon arm gun firearm; suspect suspected; hostage captive;
lawyer attorney barrister; woman female; point suggest;
deny reject dispute refute rebut dismiss;
parliament lawmaker legislature; mp lawmaker legislator; sentence punish; new fresh; current present;
environment condition circumstance; prerequisite pre-condition precondition; sold sell sale;
worker labourer;
collapse fall; release free; seize capture take; ministry department;
report account; passenger traveller traveler rider;
half halve; treble triple; double twofold twice; raise rear breed
"""


def _synonym_table() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, group in enumerate(_SYNONYMS.split(";")):
        for word in group.split():
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


SYNONYM_GROUPS = _synonym_table()
"""Base form to the numbers of the groups that it belongs to."""

_OPPOSITES = """
rise increase climb gain grow surge soar jump / fall decrease drop decline slump plunge slide dip shrink
open reopen / close shut
accept approve back endorse support pass / reject refuse oppose veto
arrest detain jail imprison / release free
win / lose
acquit clear / convict
innocent / guilty
confirm admit acknowledge / deny
arrive enter / leave depart
start begin launch / end finish stop halt suspend cancel
allow permit legalise / ban forbid prohibit
strengthen / weaken
survive / die
advance / retreat
join / quit
succeed / fail
hire recruit / sack fire dismiss
buy purchase acquire / sell
tighten / ease relax
raise / lower cut
improve / worsen deteriorate
remain stay / leave
praise welcome / condemn criticise criticize
north northern / south southern
east eastern / west western
upper / lower
male man / female woman
majority / minority
before / after
legal lawful / illegal unlawful
public / private
deploy send / withdraw
attack / defend
higher / lower
left-hand / right-hand
"""


def opposite_words() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return pairs of word groups (base forms); a word of one means the opposite of a word of the other."""
    pairs = []
    for line in _OPPOSITES.strip().splitlines():
        left, right = line.split("/")
        pairs.append((frozenset(left.split()), frozenset(right.split())))
    return tuple(pairs)


ROLE_WORDS: dict[str, str] = {
    word: role
    for role, words in {
        "dead": "kill killed killing die died dies dead death deaths dying"
        " fatality fatalities toll perish perished"
        " lives"
        " bodies corpses victims fatally slain",
        "injured": "injure injured injuring injuries injury wound wounded wounding hurt hospitalised"
        " hospitalized"
        " treated",
        "missing": "missing unaccounted disappeared trapped",
        "arrested": "arrest arrested arrests detained detain detaining custody jailed",
        "displaced": "displaced evacuated homeless fled flee fleeing stranded",
        "rescued": "rescued saved survivors survived survive",
        "infected": "infected cases infections infection tested",
        "for": "favour favor supported",
        "against": "against opposed",
        "abstained": "abstained abstentions abstention",
    }.items()
    for word in words.split()
}
"""Word to what befell the people who are counted beside it."""

GENERIC_COUNTED = word_set(
    "person people persons man men woman women child children other others more individual individuals"
)
"""Nouns that name no group of their own: "12 people" may be "12 passengers"."""
