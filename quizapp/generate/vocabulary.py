"""Word lists of the first half: what stands before names, what ends them, and what they are then."""

HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady dame madam mx mx. messrs messrs. m. mme"
    " mme. herr frau señor".split()
)
"""Words before a surname that are dropped when the full name is known."""

PERSONAL_TITLES = frozenset(
    "president senator sen. rep. representative congressman congresswoman governor gov. mayor minister chancellor"
    " premier"
    " mp mep king queen prince princess pope judge justice general gen. colonel captain lieutenant professor prof."
    " speaker chairman chairwoman director secretary spokesman spokeswoman ambassador bishop archbishop"
    " cardinal".split()
)
"""Titles that nobody but a person bears."""

MALE_TITLES = frozenset(
    "mr mr. sir lord king prince pope emperor sultan sheikh emir duke chairman congressman businessman spokesman"
    " fisherman"
    " policeman craftsman salesman nobleman clergyman m. herr señor father brother husband son"
    " grandfather uncle".split()
)
FEMALE_TITLES = frozenset(
    "mrs mrs. ms ms. miss lady dame madam queen princess empress duchess chairwoman congresswoman businesswoman"
    " spokeswoman policewoman saleswoman mme mme. frau mother sister wife daughter grandmother aunt".split()
)

STORMS = frozenset({"cyclone", "hurricane", "typhoon", "storm"})
"""Words before the name of a storm, which is often somebody's first name too."""

KEPT_ADJECTIVES = frozenset(
    "former acting deputy vice chief senior special interim incoming outgoing late assistant associate honorary"
    " executive"
    " general prime first foreign lead longtime then- national regional federal legal financial political military"
    " medical"
    " economic technical scientific presidential congressional parliamentary provincial royal permanent temporary joint"
    " democratic republican conservative liberal constitutional criminal commercial editorial managing founding".split()
)
"""Adjectives that belong to an office; any other one ("authoritarian") is the writer's own."""

ORGANISATION_WORDS = frozenset(
    """
    academy administration agency airlines alliance assembly association authority bank board brigade broadcaster bureau
    cabinet center centre chamber church club coalition college commission committee community company conference
    confederation congress
    consortium cooperation corp corporation council court department directorate enterprise federation firm forces
    foundation front
    fund government group hospital house inc institute institution laboratory league ltd ministry mosque movement museum
    nations network observatory office orchestra organisation organization parliament partnership party police press
    school secretariat senate service services society state syndicate team times trust union university aquarium
    caucus college
    authority tribunal watch
    """.split()
)
"""Last words of names that are organisations (or act like one)."""

THING_WORDS = frozenset(
    """
    accord act agreement amendment award bill charter clause code constitution convention corridor covenant declaration
    directive doctrine initiative law pact plan policy prize programme program project protocol railway regulation
    report
    resolution road roads route rule scheme statement survey treaty vaccine bible koran quran book memorandum
    exemption status
    """.split()
)
"""Last words of names that are neither somebody nor somewhere."""

EVENT_WORDS = frozenset(
    """
    championship championships congress cup earthquake election elections epidemic expo fair festival forum games
    genocide holocaust hurricane marathon massacre olympics pandemic revolution riots spring summit tournament tsunami
    uprising war
    wars crisis count day week
    """.split()
)

FIRST_OF_NAMES = frozenset("cyclone hurricane typhoon operation asteroid comet section article resolution".split())
"""Words that stand before a name and tell what bears it: "Cyclone Idai"."""

PLACE_WORDS = frozenset(
    """
    airport archipelago avenue basin bay beach bridge building canal canyon cape castle cathedral channel city coast
    county dam desert district falls field forest garden gardens glacier gulf harbor harbour heights highway hill
    hills hotel
    island islands isle lake mount mountain mountains ocean palace park peninsula plateau port prison province reef
    region reserve reservoir ridge river riviera sea square stadium station strait street tower town valley village
    volcano wall water fell moor woods lagoon oasis mine
    """.split()
)

CONTINENTS = frozenset(
    {
        "africa", "america", "antarctica", "asia", "europe", "oceania", "north america", "south america",
        "latin america", "central america", "central asia", "southeast asia", "south asia", "east asia", "middle east",
        "eastern europe", "western europe", "northern europe", "southern europe", "sub-saharan africa", "north africa",
        "west africa", "east africa", "southern africa", "caribbean",
        "balkans", "caucasus", "scandinavia", "west", "global south",
        "far east", "arctic", "mediterranean", "baltics", "persian gulf", "gulf", "horn of africa", "central europe",
        "andes", "alps", "himalayas", "sahel", "sahara", "indo-pacific", "eurasia",
    }
)  # fmt: skip
"""Continents and regions, without "the"."""

REGION_WORDS = frozenset({"asian", "african", "european", "american", "western", "eastern"})

ALWAYS_DEFINITE = frozenset(
    {
        "west", "east", "middle east", "balkans",
        "caucasus", "caribbean", "united states", "united kingdom", "netherlands",
        "philippines", "european union", "united nations", "eu", "un", "us",
        "u.s.", "uk", "u.k.", "u.n.", "e.u.", "kremlin",
        "white house", "pentagon",
    }
)  # fmt: skip
"""Names, in small letters, that "the" always stands before."""

RELATIONS = frozenset(
    "father mother brother sister wife husband son daughter grandfather grandmother uncle aunt cousin friend"
    " colleague boss"
    " rival neighbour neighbor partner counterpart predecessor successor boyfriend girlfriend visitor".split()
)
"""Persons named by their tie to another: no office."""

ALONE = frozenset(
    "world sun moon earth sea internet public media weather future past present environment economy government"
    " police law"
    " press ground air sky night day morning street home office market time century end rest fact way people"
    " majority right"
    " left north south east west top bottom middle side truth poor rich young old ocean land planet".split()
)
"""Nouns that say enough with "the" alone."""

OPENING_WORDS = frozenset(
    "suspected alleged accused convicted wanted disgraced jailed exiled veteran longtime embattled outgoing incoming"
    " newly several many some most thousands hundreds dozens both fellow rival top senior leading angry armed masked"
    " meanwhile".split()
)
"""Words before a name at the start of a sentence that are no part of it."""

COLOUR = frozenset(
    "scathing sweeping controversial landmark historic huge massive vast enormous deadly fatal devastating powerful"
    " troubled embattled besieged stricken crippled damaged ageing aging much-anticipated long-awaited much-needed"
    " disputed contentious ambitious bold unprecedented rare extraordinary remarkable astonishing stunning surprising"
    " shocking brutal bloody bitter fierce tense heated lengthy detailed comprehensive extensive exhaustive damning"
    " blistering explosive stopgap closely-watched high-profile multimillion-dollar multimillion-pound"
    " multibillion-dollar multi-million-dollar notorious infamous beloved popular unpopular sprawling"
    " large damaging".split()
)
"""Words that paint a thing and do not tell it from another of its kind."""
