"""What kinds of events news is about, by their nouns and by what they do."""

import re
from enum import StrEnum

from quizapp.generate import lexicon


class Nature(StrEnum):
    """What an event is, as far as it matters what may be told beside it, and with which preposition."""

    STORM = "storm"
    DISASTER = "disaster"
    UNREST = "unrest"
    MEETING = "meeting"
    CONTEST = "contest"
    """An election, a vote, a match."""
    DEED = "deed"
    """What somebody did, told as a clause."""
    BLOW = "blow"
    """That somebody came to harm, told as a clause."""


NATURES = {
    noun: nature
    for nature, nouns in {
        Nature.STORM: "storm cyclone hurricane typhoon tornado blizzard",
        Nature.DISASTER: """
            earthquake quake tsunami flood fire wildfire blaze eruption explosion blast bombing attack assault
            shooting stabbing massacre crash accident collision derailment landslide avalanche outbreak epidemic
            disaster collapse
        """,
        Nature.UNREST: "protest riot uprising unrest strike siege rebellion coup clash",
        Nature.MEETING: "summit conference congress",
        Nature.CONTEST: "election referendum vote ballot poll runoff match final race marathon tournament championship",
    }.items()
    for noun in nouns.split()
}
"""What each noun of an event is."""
STORM_NAME = re.compile(r"(?:Tropical )?(?:Cyclone|Hurricane|Typhoon|Storm) [A-Z][a-z]+")
HARMED = frozenset(
    """
    kill die injure hurt wound break damage destroy displace hit strand trap collapse lose shatter flatten bury crush
    level burn drown perish topple flood shake wreck sever
    """.split()
)
"""What a disaster does, and what happens to those it strikes."""
ELSEWHEN = re.compile(
    r"(?<!-)(?<!this )\b(?:1[0-9]\d\d|20\d\d|last (?!rites)|previous|previously|earlier|past|ago|since|before|ahead of"
    r"|until|prior|decades?|century|centuries|years?|months?|formerly|once|already|originally|then-|history|historically"
    rf"|in (?:early |late |mid-)?(?:{'|'.join(lexicon.MONTHS)}))\b"
)
"""Words of a sentence that goes back to another time, or on to one."""
