"""Countries with their adjectives, capitals and big cities, and organisations that the news names daily."""

from __future__ import annotations

# Country, then its other one-word forms; the capital and big cities behind the bar.
_COUNTRIES = """
afghanistan afghan afghans | kabul kandahar herat
albania albanian albanians | tirana
algeria algerian algerians | algiers
angola angolan | luanda
argentina argentine argentinian argentines | buenos-aires
armenia armenian armenians | yerevan
australia australian australians aussie | canberra sydney melbourne brisbane perth
austria austrian austrians | vienna salzburg graz
azerbaijan azerbaijani azeri | baku
bahrain bahraini | manama
bangladesh bangladeshi bangladeshis | dhaka
belarus belarusian belarusians belarussian | minsk
belgium belgian belgians | brussels antwerp
bolivia bolivian | la-paz
bosnia bosnian bosnians | sarajevo
brazil brazilian brazilians | brasilia rio sao-paulo
britain british uk briton britons | london manchester birmingham liverpool leeds glasgow edinburgh belfast
bulgaria bulgarian bulgarians | sofia
cambodia cambodian | phnom-penh
cameroon cameroonian | yaounde
canada canadian canadians | ottawa toronto vancouver montreal
chad chadian | ndjamena
chile chilean chileans | santiago
china chinese | beijing shanghai wuhan shenzhen guangzhou
colombia colombian colombians | bogota medellin
congo congolese | kinshasa goma
croatia croatian croatians croat | zagreb
cuba cuban cubans | havana
cyprus cypriot cypriots | nicosia
czechia czech czechs | prague brno
denmark danish dane danes | copenhagen
ecuador ecuadorian ecuadorean | quito
egypt egyptian egyptians | cairo alexandria
estonia estonian estonians | tallinn
ethiopia ethiopian ethiopians | addis-ababa
finland finnish finn finns | helsinki
france french frenchman | paris marseille lyon nice
georgia georgian georgians | tbilisi
germany german germans | berlin munich hamburg frankfurt cologne
ghana ghanaian ghanaians | accra
greece greek greeks | athens
guatemala guatemalan | guatemala-city
guinea guinean | conakry
haiti haitian haitians | port-au-prince
honduras honduran | tegucigalpa
hungary hungarian hungarians | budapest
iceland icelandic icelander | reykjavik
india indian indians | delhi mumbai kolkata bangalore chennai
indonesia indonesian indonesians | jakarta
iran iranian iranians | tehran
iraq iraqi iraqis | baghdad mosul basra
ireland irish | dublin
israel israeli israelis | jerusalem haifa
italy italian italians | rome milan naples turin venice
jamaica jamaican | kingston
japan japanese | tokyo osaka
jordan jordanian | amman
kazakhstan kazakh kazakhs | astana almaty
kenya kenyan kenyans | nairobi
kosovo kosovan kosovar | pristina
kuwait kuwaiti | kuwait-city
kyrgyzstan kyrgyz | bishkek
laos laotian | vientiane
latvia latvian latvians | riga
lebanon lebanese | beirut
liberia liberian | monrovia
libya libyan libyans | tripoli benghazi
lithuania lithuanian lithuanians | vilnius
malaysia malaysian malaysians | kuala-lumpur
mali malian | bamako
malta maltese | valletta
mexico mexican mexicans | mexico-city
moldova moldovan moldovans | chisinau
mongolia mongolian | ulaanbaatar
montenegro montenegrin | podgorica
morocco moroccan moroccans | rabat casablanca
mozambique mozambican | maputo
myanmar burmese burma | yangon naypyidaw
nepal nepali nepalese | kathmandu
netherlands dutch holland | amsterdam hague rotterdam
nicaragua nicaraguan | managua
niger nigerien | niamey
nigeria nigerian nigerians | abuja lagos
norway norwegian norwegians | oslo bergen
oman omani | muscat
pakistan pakistani pakistanis | islamabad karachi lahore peshawar
palestine palestinian palestinians | ramallah gaza
panama panamanian | panama-city
paraguay paraguayan | asuncion
peru peruvian peruvians | lima
philippines philippine filipino filipinos | manila
poland polish pole poles | warsaw krakow gdansk
portugal portuguese | lisbon porto
qatar qatari qataris | doha
romania romanian romanians | bucharest
russia russian russians | moscow petersburg vladivostok
rwanda rwandan rwandans | kigali
senegal senegalese | dakar
serbia serbian serbians serb serbs | belgrade
singapore singaporean singaporeans |
slovakia slovak slovaks | bratislava
slovenia slovenian slovene | ljubljana
somalia somali somalis | mogadishu
spain spanish spaniard spaniards | madrid barcelona valencia
sudan sudanese | khartoum
sweden swedish swede swedes | stockholm gothenburg
switzerland swiss | bern zurich geneva basel
syria syrian syrians | damascus aleppo
taiwan taiwanese | taipei
tajikistan tajik tajiks | dushanbe
tanzania tanzanian | dodoma
thailand thai thais | bangkok
tunisia tunisian tunisians | tunis
turkey turkish turk turks turkiye | ankara istanbul izmir
turkmenistan turkmen | ashgabat
uganda ugandan ugandans | kampala
ukraine ukrainian ukrainians | kyiv kiev kharkiv odesa odessa lviv
uruguay uruguayan | montevideo
us usa american americans | washington boston chicago houston dallas philadelphia seattle miami atlanta
uzbekistan uzbek uzbeks | tashkent
venezuela venezuelan venezuelans | caracas
vietnam vietnamese | hanoi
yemen yemeni yemenis | sanaa aden
zambia zambian | lusaka
zimbabwe zimbabwean | harare
scotland scottish scot scots |
england english |
wales welsh |
europe european europeans |
africa african africans |
asia asian asians |
"""

COUNTRY_OF_WORD: dict[str, str] = {}
"""Country name or adjective, normalised, to the country."""
WORDS_OF_COUNTRY: dict[str, list[str]] = {}
"""For each country the words that name it or what is of it."""
COUNTRY_OF_CITY: dict[str, str] = {}
"""City, normalised, to its country."""
for _line in _COUNTRIES.strip().splitlines():
    _names, _, _cities = _line.partition("|")
    _country = _names.split()[0]
    WORDS_OF_COUNTRY[_country] = _names.split()
    for _name in WORDS_OF_COUNTRY[_country]:
        COUNTRY_OF_WORD[_name] = _country
    for _city in _cities.split():
        COUNTRY_OF_CITY[_city] = _country

CITY_VARIANTS = {"kiev": "kyiv", "odessa": "odesa", "burma": "myanmar"}
"""Older or other English spelling of a place to the one used here."""

PHRASES = {
    "united states": "us",
    "united states of america": "us",
    "united kingdom": "britain",
    "great britain": "britain",
    "united nations": "un",
    "european union": "eu",
    "czech republic": "czechia",
    "north korea": "north korea",
    "south korea": "south korea",
    "saudi arabia": "saudi arabia",
    "new zealand": "new zealand",
    "south africa": "south africa",
    "sri lanka": "sri lanka",
    "united arab emirates": "uae",
    "hong kong": "hong kong",
    "new york": "new york",
    "new york city": "new york",
    "los angeles": "los angeles",
    "san francisco": "san francisco",
    "new delhi": "delhi",
    "rio de janeiro": "rio",
    "tel aviv": "tel aviv",
    "cape town": "cape town",
    "world health organization": "who",
    "world health organisation": "who",
    "north atlantic treaty organization": "nato",
    "international monetary fund": "imf",
    "white house": "us",
    "kremlin": "russia",
    "downing street": "britain",
}
"""Several words, normalised, to the name they stand for."""

ABBREVIATIONS = frozenset({"us", "uk", "un", "eu", "uae", "who", "nato", "imf"})
"""Normalised abbreviations that the phrases above spell out."""

SEATS_OF_POWER = {"kremlin": "russia", "pentagon": "us", "whitehall": "britain"}
"""Buildings that stand for a government."""

_REGIONS = """
alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida; hawaii; idaho;
illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts; michigan;
minnesota; mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico; new
york; north carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south carolina;
south dakota; tennessee; texas; utah; vermont; west virginia; wisconsin; wyoming; ontario; quebec;
british columbia; alberta; manitoba; nova scotia; saskatchewan; queensland; tasmania; new south wales;
bavaria; saxony; catalonia; sicily; sardinia; crimea; kashmir; punjab; gujarat; tibet; xinjiang; sichuan;
guangdong; siberia; yorkshire; cornwall; kent; essex; lancashire
"""
REGIONS = frozenset(map(str.strip, _REGIONS.split(";")))
"""Regions that reports name without saying what they are, normalised."""
