"""Word lists the rules ask: closed classes of English, written for this project."""

PERSON_NOUNS = frozenset(
    """
    accountant activist actor adult adviser advocate agent aide ambassador analyst applicant artist assailant
    assistant astronaut athlete attorney author baby baker banker billionaire biologist bishop boss boy brother
    candidate captain captive cardinal casualty cavalryman caveman chair chairman chairwoman chancellor chef chief
    child citizen civilian cleric clerk climber coach colleague commander commando commissioner commuter consultant
    correspondent counsel counterpart couple critic customer daughter defendant defender democrat demonstrator deputy
    designer detainee developer diplomat director dissident doctor driver economist editor employee employer engineer
    entrepreneur executive expert farmer father fellow fighter filmmaker fisherman founder friend fugitive general
    girl governor graduate guard guest guide gunman head historian hostage hunter husband imam immigrant infant
    inhabitant inspector insurgent intruder inventor investigator islander jihadist journalist judge justice king
    lawmaker lawyer leader lecturer legend legislator magistrate man manager mayor medic member mep merchant migrant
    militant miner minister monarch monk mother mp musician negotiator neighbor neighbour newcomer nun nurse occupant
    officer official opponent owner parent parliamentarian participant partner passenger patient peacekeeper people
    person pilot plaintiff player poet police policeman politician pope prelate premier president priest prince
    princess prisoner producer professor programmer prosecutor protester pupil queen rabbi rebel recipient refugee
    relative reporter representative republican rescuer researcher resident rival runner sailor scientist secretary
    senator sergeant servant shopper singer sister skipper soldier son speaker specialist spectator spokesman
    spokesperson spokeswoman staff star striker student supporter survivor suspect swimmer teacher teenager tenant
    toddler tourist trader trainee traveler traveller treasurer tribesman troops tycoon user veteran vicar victim
    villager visitor volunteer voter whip widow wife winner witness woman worker writer youth
    """.split()
)
"""Nouns asked with "who". ``member`` and ``partner`` also name countries: an entity's kind goes first."""

PERSON_ENDINGS = (
    *("ist", "man", "woman", "grapher", "maker", "keeper", "worker", "owner", "player", "writer", "father", "mother"),
    *("sister", "brother", "driver", "hunter", "teacher", "leader", "seller", "fighter", "dealer", "broker", "envoy"),
)


def names_person(lemma: str) -> bool:
    """Say whether a common noun names people: by the list, or by its ending where no list says otherwise."""
    if lemma in PERSON_NOUNS | OFFICES:
        return True
    return len(lemma) > 4 and lemma.endswith(PERSON_ENDINGS) and lemma not in NO_PERSONS


PERSON_AMBIGUOUS = frozenset({"member", "partner", "rival", "user", "participant", "star", "relative", "guard"})
"""Person nouns that name states and things as well: alone they do not settle the question word."""

OFFICES = frozenset(
    """
    adviser ambassador analyst archbishop attorney author ceo chair chairman chairwoman chancellor chief coach
    commander commissioner counsel curator director economist editor envoy executive fellow founder general
    governor head historian inspector judge justice king lawyer leader lecturer manager mayor minister officer
    official owner pope premier president prince professor prosecutor queen representative researcher
    scientist secretary senator speaker spokesman spokesperson spokeswoman whip
    """.split()
)
"""Nouns that say what somebody is by office or profession."""

UNIQUE_OFFICES = frozenset(
    """
    chair chairman chairwoman chancellor chief coach commander director founder governor head king leader mayor
    president premier pope queen secretary speaker spokesman spokesperson spokeswoman whip
    """.split()
)
"""Offices held by one person at a time, when it is said of what: both directions may be asked."""

SUBJECT_PRONOUNS = frozenset({"he", "she", "it", "they"})

SAY_VERBS = frozenset(
    """
    say tell add note report explain write tweet state announce argue find rule conclude believe think estimate claim
    insist show suggest reveal
    """.split()
)
"""Verbs whose complement may be asked with "According to …": it stays theirs."""

SPEAK_VERBS = SAY_VERBS | frozenset(
    """
    insist declare warn claim admit deny confirm stress reply respond ask continue conclude suggest urge complain joke
    recall promise vow predict remark observe acknowledge comment exclaim
    """.split()
)
"""Verbs that introduce a quotation."""

FORCE_VERBS = (
    SPEAK_VERBS - SAY_VERBS - {"ask", "urge", "respond", "continue", "reply", "joke", "exclaim"}
) | frozenset(
    "hope fear worry expect recommend doubt agree announce promise accept decide concede allege suspect testify".split()
)
"""Verbs whose force a question keeps: "What did the bank warn could fall?"."""

CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "lest", "provided", "supposing"})

DEICTIC_ADVERBS = frozenset(
    """
    now currently recently today yesterday tomorrow tonight lately already meanwhile then later earlier soon ago here
    there nowadays presently previously formerly shortly afterwards afterward
    """.split()
)
"""Adverbs whose meaning hangs on when or where the article was written."""

LINKING_ADVERBS = frozenset(
    """
    also however though too therefore thus
    moreover furthermore instead indeed notably particularly especially additionally
    nevertheless nonetheless finally first firstly secondly likewise similarly consequently hence yet so even only just
    again once thereby still
    """.split()
)
"""Adverbs that tie a clause to its neighbours: left out of a question, unless they change what is said."""

SCOPE_ADVERBS = frozenset(
    {"only", "still", "never", "rarely", "hardly", "barely", "seldom", "almost", "nearly", "no", "once"}
)
"""Adverbs that change what is said; a clause loses none of them."""

SCENE_PREPOSITIONS = frozenset(
    """
    during after before since amid following despite throughout until till alongside besides unlike including excluding
    according although though while
    """.split()
)
"""Prepositions that no verb asks for: their phrase may always be left out."""

INFINITIVE_VERBS = frozenset(
    """
    call refuse vow agree fail try want seek hope plan decide intend need begin start continue manage tend appear seem
    help ask tell urge force push pressure allow enable require expect order invite persuade encourage threaten promise
    pledge offer attempt struggle learn claim deserve like love prefer wish dare choose aim be have demand consent
    undertake volunteer hesitate determine commit set lead cause get oblige compel permit forbid warn advise teach
    remind move press bid come
    """.split()
)
"""Verbs whose infinitive completes them and gives no purpose."""

MAKING_VERBS = frozenset(
    """
    ask tell urge force push pressure allow enable require expect order invite persuade encourage want help cause get
    oblige compel permit forbid warn advise move press lead prompt beg command instruct
    """.split()
)
"""Verbs that have somebody else do something: "caused Acacia to end the deal"."""

SETTING_PREPOSITIONS = frozenset(
    """
    in on at during after before since amid following despite within throughout until till alongside besides unlike
    like although though while including excluding according via
    """.split()
)
"""Prepositions whose phrase sets a scene and may be left out when a transitive verb keeps its object."""

TIME_NOUNS = frozenset(
    """
    second minute hour day night morning evening afternoon week weekend month year decade century season summer winter
    spring autumn fall monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today yesterday tomorrow quarter era period moment time
    """.split()
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})

DURATION_NOUNS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})

PLACE_NOUNS = frozenset(
    """
    area bay beach border building capital centre center city coast continent corridor country county desert district
    field forest hall headquarters hospital hotel house island lake land mountain museum neighbourhood neighborhood
    office park port prison province region river road room school sea shore site square state station street territory
    town university valley village zone restaurant prison jail church mosque cathedral temple stadium theatre theater
    cinema cafe airport factory farm
    """.split()
)

VAGUE_NOUNS = frozenset(
    """
    thing way lot part kind sort type case fact issue matter problem point something anything nothing everything one
    ones side aspect factor example number series rest range variety bit piece sign effort step deal question idea
    reason move process situation moment
    """.split()
)
"""Nouns that say too little to be an answer by themselves."""

GROUP_NOUNS = frozenset(
    """
    group alliance organisation organization bloc body agency company firm party committee commission council court
    government ministry department bureau centre center union association summit meeting conference session hearing
    deal agreement bill measure law legislation ruling decision opinion report review investigation probe inquiry
    election vote plan proposal programme program project war conflict crisis attack protest protests strike
    country region city town island state area capital president minister leader spokesman spokeswoman director
    chairman chairwoman senator official officials leaders lawmakers couple pair man woman baker officer
    officers messages comments remarks statement speech move step effort case issue problem situation study survey
    team researchers scientists book film event ceremony site place museum school university world company's findings
    policy scheme initiative campaign movement tribunal panel package budget deadline treaty declaration accord pact
    compromise truce ceasefire
    """.split()
)
"""Nouns that, after "the" or "this" and with nothing else beside them, point back into the article."""

UNIQUE_THINGS = frozenset(
    """
    world planet internet sun moon euro dollar pound yen lira ruble rouble peso rand yuan
    rupee earth sea sky future past public environment climate universe
    west east north south middle kremlin pope media press
    """.split()
)
"""Nouns that "the" may stand before without anything having been said earlier."""

CHANGE_VERBS = frozenset(
    """
    rise fall drop jump soar plunge climb decline increase decrease grow shrink slip tumble surge gain slide dip sink
    shorten lengthen expand contract swell plummet rebound
    """.split()
)
"""Verbs of more and less: "by how much" asks for what follows them."""

LIGHT_VERBS = frozenset({"have", "remain", "be", "put", "take", "make", "give", "play", "keep", "hold", "pose", "draw"})
"""Verbs that say little without their object: the object is not asked for by itself."""

JUDGING_VERBS = frozenset(
    """
    blame praise criticise criticize condemn ostracise ostracize punish thank fine sentence arrest jail denounce attack
    expel suspend ban convict charge indict detain imprison hang execute banish exile scorn thank admire acclaim
    honour honor reward sue fire dismiss mock ridicule blast fault chide scold rebuke admonish censure sanction
    """.split()
)
"""Verbs after which "for" gives the reason."""

ELLIPTIC_VERBS = frozenset(
    """
    join let admit follow agree refuse decline accept withdraw respond win lose continue want try need
    """.split()
)
"""Verbs that leave out what the reader of the article knows."""

ASKABLE_PREPOSITIONS = frozenset(
    """
    for to with against from into about on of over at via between toward towards
    """.split()
)
"""Prepositions whose noun "what" or "who" may ask for."""

CURRENCIES = frozenset(
    "dollar euro pound yen yuan franc crown krona krone ruble rouble rupee peso real rand lira dinar cent pence penny"
    " won baht zloty".split()
)

NO_PERSONS = frozenset(
    """
    number paper matter order river tower power water letter center sensor factor sector winter summer chapter quarter
    corridor error mirror motor floor door color colour flavor flavour harbor labor tumor humor rumor vapor computer
    weather newspaper cancer answer offer layer danger corner border character parameter server container counter
    cluster disorder disaster filter shelter theater theater monster meter meter liter finger dinner career transfer
    encounter register finger shoulder feather helicopter trailer poster folder calendar reactor tractor doctor's
    motor elevator indicator generator processor conductor's ballot print-er cylinder trigger tiger spider oyster
    lobster flower shower timber lumber rubber silver copper ladder bladder cover driver's laser printer router
    manner charter barrier pier tier list wrist twist exist mist assist gist over layer user's printer beer deer
    cheer sneaker sticker burger hamburger cooker cracker drawer heater boiler freezer mixer blender starter booster
    cruiser destroyer carrier tanker fighter's bomber rover lander orbiter satellite guitar collar dollar pillar
    """.split()
)
"""Nouns that end like the names of people."""

AGENT_VERBS = SPEAK_VERBS | frozenset(
    """
    own operate sell employ manufacture believe resign stumble criticise criticize promote run hire sue marry buy
    acquire vote found think know want hope try decide refuse agree sign appeal win lose lead manage invest fund
    oversee plan launch expect
    """.split()
)
"""Verbs whose subject is somebody, even when nothing else tells: "who"."""

EVENT_NOUNS = frozenset(
    """
    invasion war election revolution earthquake crisis attack collapse fall death summit meeting referendum vote coup
    uprising protest strike flood storm hurricane fire accident disaster crash assassination treaty merger takeover
    ceremony festival match tournament conference pandemic outbreak independence inauguration hearing trial probe
    """.split()
)
"""Nouns that name what happens: asked with "since which event"."""

LOOSE_PREPOSITIONS = SCENE_PREPOSITIONS | {"in", "at", "near", "across", "under", "around", "following"}
"""Prepositions that may be cut off an indefinite noun: "a law firm in Ohio" is a law firm."""

GIVING_VERBS = frozenset(
    """
    give send sell bring take move return add link connect deliver offer present refer devote donate award grant lend
    hand submit transfer export attach compare introduce explain show teach tell pay transport carry lead owe leave
    """.split()
)
"""Verbs that themselves ask for "to": "send troops to Mali"."""

EFFECT_VERBS = frozenset(
    "help mean make cause allow lead prompt force result leave suggest anger surprise shock please upset worry alarm"
    " delight infuriate spark trigger end bring come follow give show bode raise draw provoke fuel add".split()
)
"""Verbs that tell what follows from a deed: ", which helps …" behind a place speaks of the deed."""
