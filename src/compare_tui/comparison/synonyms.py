"""Words that reports of one event use for each other, so that a link need not rest on the same word.

Compiled from general news vocabulary: crime and courts, politics, conflict, disasters, business, health,
science, sport, transport, everyday verbs. Words of many meanings ("bar", "bill", "record") are left out,
since they would link strangers.
"""

from __future__ import annotations

_GROUPS = """
abolish scrap scrapped repeal; abuse mistreat mistreatment; accident crash collision collide pileup wreck;
accuse allege allegation blame accusation; achieve accomplish attain; acknowledge admit admission concede;
acquit exonerate; actor actress; adversary opponent rival; agree agreement accord deal pact; aid help
assistance relief assist; aircraft plane jet airliner airplane planes; airport airfield; ally allies
partner; alter change modify modification; ambulance paramedic paramedics; ancestor forebear; anger fury
outrage furious angry outraged; announce declare unveil proclaim; appeal plea; applaud hail praise commend
laud; apologise apologize apology sorry; appoint appointment nominate nomination; approve approval endorse
endorsement ratify; approximately roughly around; argue contend; arrest detain detention custody apprehend
remand remanded; artist painter; assassinate assassination; assert insist maintain; attack assault raid;
attempt bid effort; attorney lawyer solicitor counsel barrister; automobile car vehicle; author writer
novelist; award prize honour honor; baby infant newborn; support supporter backer; bail bond; ballot vote
poll voting voter; ban prohibit prohibition outlaw forbid; bank lender; bankrupt bankruptcy insolvent
insolvency; pub tavern; battle clash combat fighting skirmish; begin start launch commence beginning onset;
big large huge massive enormous vast; legislation law; birth born; blast explosion explode bomb bombing
detonate; blaze fire wildfire inferno flame flames; blend mix mixture; block obstruct obstruction; boat ship
vessel ferry; body corpse remains; boost strengthen; border frontier; borrow loan; boss chief leader
chairman chairwoman; boycott shun; boy lad; breach violate violation infringe; bribe bribery corrupt
corruption graft; brother sibling sister; budget finances; build construct construction erect; bullet
gunshot; burglar burglary thief robber theft robbery steal stole stolen rob robbed swipe loot looting; bury
buried burial funeral; business company firm corporation enterprise; buy purchase acquire acquisition
takeover; call phone telephone conversation; campaign canvass; cancel scrub; cancer tumour tumor; captain
skipper; catastrophe disaster calamity; cause trigger provoke; ceasefire truce armistice; celebrate
celebration festivity; centre center; champion titleholder; chase pursue pursuit; cheat defraud fraud
fraudulent swindle embezzle embezzlement con deceive deception; cheer jubilant jubilation; cheque check;
chemist pharmacist pharmacy; child children kid kids youngster; choose select selection chosen; church
chapel cathedral; cinema theatre theater; citizen resident inhabitant townspeople; city town; clergy priest
vicar pastor; climate weather; climb ascend ascent; close shut closure closed; coach bus; coast shore
seaside; coincide overlap; collapse cavein; colleague counterpart coworker; commander general; comment
remark; commit pledge promise vow; compensation damages payout redress; complain complaint grievance;
complete finalise finalize; conceal hide hidden disguise; conference summit meeting talks meet met; confess
confession; confirm verify verification; congratulate congratulations; consultation discussion discuss
discussed discussions; contest challenge dispute; continue proceed; contract treaty treaties; convict guilty
conviction; cook chef; copy replicate replica; correct accurate; cost price; country nation; court judge
tribunal magistrate; crew sailor sailors; crime offence offense; criminal offender culprit perpetrator;
crisis emergency; criticise criticize criticism condemn denounce slam condemnation decry; crop harvest;
crowd throng spectator spectators onlookers audience; cure remedy; currency money cash funds; cut reduce
reduction slash curb trim; danger peril dangerous hazardous hazard; dead die died death deaths fatal
fatality fatalities kill killed killing deadly lethal perish; debt liabilities; decide decision; defeat beat
beaten loss lose lost; defend defence defense; delay postpone postponement; delegate envoy representative;
demand insistence urge; demolish raze demolition; demonstration protest rally demonstrator protester march;
deny denial dismiss refute; depart leave departure; deploy deployment; deputy vice; destroy destruction
wreckage devastate devastation; detect spot; determine establish; diplomat ambassador attache; disagree
disagreement differ; disappear vanish missing; discover discovery find found finding; disease illness
sickness; disorder unrest riot turmoil rioting; dismissal sack sacked; doctor physician medic surgeon;
domestic internal; donate donation gift donor; downpour rain rainfall rainstorm; draw tie; drink beverage;
drug narcotic narcotics; earn earnings income revenue; earthquake quake tremor; ease relax; economy
economic; elderly pensioner; election elections elect runoff; embassy consulate; employ hire recruit;
employee worker staff workforce; end finish conclude conclusion; enemy foe; engine motor; enquiry inquiry
investigation probe investigate investigator; enter entry; escape flee fled; estimate reckon; evacuate
evacuation evacuated; evidence proof; exam test; examine inspect inspection; exceed surpass; exhausted tired
weary; exile banish; expand expansion enlarge; expect anticipate; expel expulsion oust ousted; expert
specialist; explain explanation; extend prolong extension; extremist radical; factory plant mill; fail
failure; fake false counterfeit bogus; fall drop decline decrease plunge tumble; family relatives kin;
famous renowned; fan fans followers; father dad; fear worry concern afraid worried; female woman women;
fewer less; film movie; fine penalty fined; firefighter fireman firemen firewoman; repair mend; flavour
flavor taste; flooding flood floods inundate inundation deluge; fog mist; food nourishment; football soccer;
force compel; forecast predict prediction projection; foreigner foreign overseas abroad; forest woodland
woods; fortune wealth; release freed liberate liberation; freeze frozen; freight cargo; friend pal; fuel
petrol gasoline petroleum; gain profit; game match fixture; gas fumes; gather assemble gathering assembly;
get obtain receive; girl daughter; goalkeeper keeper goalie; goal score equalizer equaliser; goods
merchandise; government cabinet administration; grow growth; guard protect protection safeguard; guerrilla
rebel militant insurgent; guideline rule regulation; gun weapon firearm rifle pistol; hack hacker
cyberattack; happy glad delighted pleased; headmaster headteacher principal; heart cardiac; heat hot warm
warmth; helicopter chopper; hint suggest suggestion indicate indication imply; historic landmark; holiday
vacation; home house housing residence; honest truthful; hospital clinic infirmary; hostage captive
hostages; hotel inn; hurricane storm typhoon cyclone gale; illegal unlawful illicit; imitate mimic;
immediate instant immediately instantly; immigrant migrant refugee asylumseeker; important significant
crucial; improve improvement upgrade; inaugurate inauguration; increase rise rose raise risen surge soar;
industry sector; injured hurt wounded injury injuries wound wounds injure; injection jab; innocent
blameless; inspire motivate; intend intention aim; interview questioning question; invade invasion
incursion; invest investment investor; island isle; jail prison imprison imprisonment incarcerate jailed;
jewel jewellery jewelry gem; join participate participation; joint shared; joke jest; journalist reporter
correspondent; journey trip travel voyage; jury juror jurors; kidnap abduct abduction; king monarch queen;
landslide mudslide; laptop computer; lawful legal; lawmaker legislator parliamentarian congressman senator;
lawsuit sue sued litigation; layoffs redundant redundancy redundancies layoff; leak disclose disclosure
reveal revelation; letter missive; liberty freedom; lie untruth; limit restrict restriction; link connect
connection; listen hear; locate situated location; lorry truck; luggage baggage; machine device; magazine
journal periodical; male man men; director executive; manufacturer maker producer; market bazaar; marry wed
married wedding marriage; mayor mayoress; measure gauge; member affiliate; military army; mineral ore;
minister secretary; mistake error; mob gang; mother mum mom; motorist driver; mountain peak; mourn grief
mourning mourner mourners; murder homicide manslaughter; museum gallery; navy naval; negotiate negotiation
negotiator bargain; neighbour neighbor; newspaper daily; notorious infamous; nurse carer; objection oppose
opposition; occur happen; offer tender; oil crude; operate operation; organise organize; outbreak epidemic;
overturn reverse quash; owner proprietor; pandemic plague; panic alarm; parcel package; pardon amnesty
clemency; parliament legislature congress; passenger traveller; patient inpatient; pause halt suspend
suspension; pay wage wages salary; payment instalment; peace peaceful; percent percentage; permit allow
permission permitted authorise authorize; petition signatures; photograph photo picture; pilot aviator;
pirate piracy; scheme proposal propose; police officer officers policeman constable cop cops; politician
statesman; pollute pollution contaminate contamination; poor impoverished poverty; port harbour harbor;
powerful strong; pregnant pregnancy; president presidency presidential; prevent avert; inmate detainee;
problem difficulty trouble; product item; professor academic scholar; prosecutor prosecution prosecute;
proud pride; province region; publish publication; pupil student schoolchild; push shove; quarrel feud; quit
resign resignation; quote citation; racist racism; railway railroad rail; rape rapist; rate pace; reach
arrive arrival; reaction response respond react; ready prepared prepare preparation; rebuild reconstruct
reconstruction; recall withdraw withdrawal withdrew withdrawn; recession downturn slump; recover recovery;
refuse reject rejection refusal; regret remorse; religion faith; rent tenant; replace substitute replacement
successor; rescue rescuer rescued save saved; research study scientist researcher survey; reservoir dam;
result outcome tally count; retail retailer shop store; return repay repaid refund reimburse; revolution
uprising revolt rebellion; reward bounty; river stream creek; road highway motorway street; rocket missile;
roof rooftop; ruin ravage; ruling verdict judgement; rumour rumor speculation; safe secure safety security;
sale sell sold; satellite spacecraft; scandal controversy; scare frighten terrify frightened terrified;
school academy college; sea ocean; search hunt; secret classified confidential; seize capture captured
confiscate impound; send dispatch; settle settlement; shake shook; shock stun stunned shocked; shoot
shooting gunfire gunman; show illustrate; ill unwell; similar alike comparable; sleep asleep; sleet snow
snowfall; slow sluggish; soldier troop troops serviceman; soil earth ground; speak spoke speech address;
species organism; speed velocity; spending expenditure outlay; sponsor sponsorship; spy espionage; spread
transmit transmission; stab knife stabbing stabbed; stadium arena; stairs staircase; standard norm; starve
famine hunger starvation; stop cease; strike stoppage walkout; substance material; suburb outskirts; succeed
success successful; sudden abrupt; sunrise dawn daybreak; supermarket grocer; supply provide provision;
surprise astonish; surrender capitulate; survive survivor survival; suspect suspected suspicious suspicion;
swear oath sworn; swim swimmer; tax levy duty; team squad; tear weep tears cry cried; technology tech;
teenager teen adolescent; temperature degrees; tempt lure; temporary interim; terrorist terrorism; threat
menace threaten; ticket fare; title trophy cup; tool implement; torture torment; tourist visitor
holidaymaker guest; toxic poisonous poison; train locomotive; transfer relocate relocation move; translate
interpret; trap trapped stranded; tribute homage; triumph win victory won winner victorious; trust
confidence; truth true; tunnel underpass; tycoon billionaire magnate; unite unify unification; upset
distressed; use utilise utilize usage; vaccine vaccination vaccinate immunise immunize; value worth; victim
casualty casualties; video footage; village hamlet; visit tour; volcano eruption erupt; wait await; wall
barrier fence; war conflict warfare; warn warning caution; wash clean; waste rubbish garbage trash; watchdog
regulator; wave surf; website webpage site; whale dolphin; wife husband spouse; wind breeze; witness
eyewitness bystander; workplace shopfloor; world global worldwide international; worsen deteriorate
aggravate deterioration; wreath garland; wrong incorrect; yearly annual; young youth; abandon ditch forsake;
accelerate quicken; lodging lodgings accommodation; accompany escort; adapt adjust; addict addiction
addicted; advertisement advert advertise; adviser advisor aide; rich affluent wealthy; alcohol liquor booze;
loyalty loyal allegiance; coalition alliance bloc; anonymous unnamed unidentified; answer reply replied;
anxious nervous anxiety; apartment flat condominium; appear emerge; candidate contender applicant; ask
request; assess evaluate evaluation assessment; astronaut cosmonaut; athlete sportsman sportswoman; nuclear
atomic; massacre slaughter bloodbath atrocity; autopsy postmortem; avoid evade dodge; backpack rucksack;
beach seafront; beer ale lager; behead decapitate; belongings possessions; benefit advantage; betray
betrayal; bicycle bike cyclist; bishop archbishop; blackout outage; bleed blood bleeding; boast brag;
bodyguard minder; bombard bombardment shelling; drill drilling; brave bravery courage courageous heroic
hero; bully bullying harass harassment; cafe restaurant diner eatery; canteen cafeteria; castle fortress;
cattle cow livestock; cemetery graveyard; ceremony ritual; chaos havoc mayhem; charity nonprofit; cheap
inexpensive; cigarette tobacco smoking smoker; clothes clothing garment; coffin casket; console comfort;
commute commuter; rivalry competition competitor; mandatory compulsory obligatory; concert gig; condolences
condolence sympathy; confront confrontation; gridlock congestion tailback tailbacks queue queues; mull
consider; conspiracy conspire plot; consumer shopper customer client; contagious infectious; contribute
contribution; persuade convince; cooperate cooperation collaborate collaboration; corridor hallway;
expensive pricey; coup putsch; courier messenger; crack fissure; crush crushed stampede; curfew lockdown;
trader dealer; defect flaw fault; deficit shortfall; deliver delivery; deport deportation; derail derailment
derailed; diagnose diagnosis; disability disabled handicapped; discriminate discrimination; display exhibit
exhibition; distribute distribution; dive diver; eager keen; brink verge; educate education; emission
emissions emit; enough sufficient; entrance doorway; equipment gear; vital essential; evict eviction; exact
precise; execute execution; additional extra; extradite extradition; forge forgery falsify; farm farmer
farming agriculture agricultural; obese obesity overweight; fierce ferocious; fish fishing fisherman
fishermen angler; flu influenza; debris rubble; fridge refrigerator; gamble gambling bet betting wager; gay
homosexual; grab snatch; wheat grain cereal; greet welcome; handcuffs shackles; hatred hate; headquarters
hq; hamper hinder impede; sacred holy; throw threw thrown hurl pelt lob fling flung toss; hurry rush; hut
cabin shack; ignore disregard; infect infection infected; notify inform; insurance insurer insure; meddle
meddling interfere interference; disrupt disruption interrupt; intervene intervention; leap leapt jump;
laboratory lab; laugh laughter; lobbyist lobby lobbying; manoeuvre maneuver; mansion villa; mediate
mediation mediator; medicine medication; merge merger amalgamate; militia paramilitary; mine mining
colliery; mobile cellphone smartphone; mock ridicule; memorial monument; motorbike motorcycle moped scooter;
indigenous native aboriginal; observer monitor; obstacle hurdle; occupy occupation; odd strange unusual;
overhaul revamp; topple overthrow depose; perform performance; persecute persecution; pier jetty dock wharf
quay; pill tablet; pipe pipeline; poem poet poetry; pope pontiff; pray prayer; programme program; promote
promotion; punish punishment; purse wallet handbag; qualify qualification; quarantine isolate isolation;
radiation radioactive; recommend recommendation; referee umpire; referendum plebiscite; remove removal;
renovate refurbish renovation refurbishment; resist resistance; retire retirement retired; retreat pullout
pullback; retaliate retaliation reprisal revenge vengeance; rock stone boulder; sail yacht; sanction
embargo; schedule timetable; statue sculpture; sect cult; shelter refuge; shout yell scream; siege blockade
besiege; singer vocalist; slave slavery enslave; smell odour odor stench; smuggle smuggler traffick
trafficker trafficking; spill spillage; subsidy subsidies subsidise subsidize; subway metro; encircle
surround; taxi cab; television tv; tense tension tensions; therapy treatment; timber wood; toilet lavatory;
tornado twister; tram streetcar trolley; tribe tribal; tyre tire; jobless unemployed unemployment
joblessness; violence violent; warehouse depot; engineer technician; viaduct bridge overpass; girder beam;
detour diversion; haulage haulier trucking trucker; lane carriageway; runway tarmac airstrip; cockpit
flightdeck; stewardess steward; mayday distress; capsize capsized; hull keel; adrift drifting; lifeboat
dinghy raft; accomplice accessory; sniper marksman; ambush ambushed waylaid; checkpoint roadblock; barracks
garrison; convoy motorcade; hijack hijacked commandeer; captor kidnapper abductor; bankroll finance
financing; shareholder stockholder; mortgage homeloan; bidder suitor; whistleblower informant; memo
memorandum; spokesperson spokesman spokeswoman; constituency district; councillor alderman; testify
testimony; plaintiff claimant complainant; sentenced sentence sentencing; inoculation inoculate; diabetic
diabetes; coma unconscious unconsciousness; levee dyke dike embankment; epicentre epicenter; scorch charred;
sprinkler hydrant; arson arsonist; semifinal semifinals; doping doped; relegated relegation
"""

_FORMS = """
awake awoke; beat beaten; bend bent; bind bound; bite bitten; bleed bled; blow blew blown; break broke
broken; breed bred; bring brought; burn burnt; burst; buy bought; catch caught; choose chose chosen; creep
crept; dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget
forgot forgotten; freeze froze frozen; give gave given; grow grew grown; hang hung; hear heard; hide hid
hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lose lost; meet
met; mean meant; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; see saw seen; seek
sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; shrink shrank shrunk; sing sang
sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; stand
stood; steal stole stolen; stick stuck; strike struck stricken; swear swore sworn; sweep swept; swim swam;
swing swung; take took taken; teach taught; tear tore torn; think thought; throw threw thrown; wake woke
woken; wear wore worn; weep wept; win won; withdraw withdrew withdrawn; write wrote written; man men; woman
women; child children; foot feet; tooth teeth; mouse mice; crisis crises; person people; wife
wives; knife knives; thief thieves; half halves; analysis analyses
"""


def _first_of_group(groups: str) -> dict[str, str]:
    return {word: first for first, *others in map(str.split, groups.split(";")) for word in others}


SYNONYMS = _first_of_group(_GROUPS)
"""For a word the first word of its group; a word belongs to one group."""

FORMS = _first_of_group(_FORMS)
"""For an irregular form the word it belongs to: "bought" is "buy"."""
