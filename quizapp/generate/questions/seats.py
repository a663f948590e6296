"""Whom a politician speaks for: "Labour MEP for Yorkshire" tells the party and the seat.

Either stays true for good of somebody who had the seat when the article was written, so that an
undated article may ask both.
"""

import re
from collections.abc import Iterator

from quizapp.cards import gazetteer
from quizapp.generate.fact import Sort
from quizapp.generate.questions.workplaces import Workplace

_PARTIES = {
    "Conservative": "the Conservative Party",
    "Tory": "the Conservative Party",
    "Labour": "the Labour Party",
    "Labor": "the Labor Party",
    "Liberal": "the Liberal Party",
    "Liberal Democrat": "the Liberal Democrats",
    "Green": "the Green Party",
    "Republican": "the Republican Party",
    "Democratic": "the Democratic Party",
    "Democrat": "the Democratic Party",
}
"""What a politician's adjective says of the party."""
_SEATS = (
    "MP|MEP|MSP|senator|representative|congressman|congresswoman|lawmaker|legislator|member of parliament"
    "|member of Congress"
)
_OF_PARTY = re.compile(
    rf"^(?:former )?(?P<place>[A-Z][\w ]*? )?(?P<party>{'|'.join(sorted(_PARTIES, key=len, reverse=True))})"
    rf"(?: (?:(?P<seat>{_SEATS})\b)|(?= (?:from|of|for) [A-Z]))",
    re.IGNORECASE,
)
_FOR = re.compile(rf"^(?:.* )?(?P<seat>{_SEATS}|Republican|Democrat) (?:from|for|of) (?P<where>(?:the )?[A-Z].*)$")
_OF_STATE = re.compile(rf"^(?:(?:Republican|Democratic) )?(?P<where>[A-Z][\w ]*?) (?P<seat>{_SEATS})$", re.IGNORECASE)


def seats(said: str) -> Iterator[tuple[str, Workplace, tuple[str, ...]]]:
    """Yield what an office tells of a party and a seat: a name for the rule, the question, what else is right."""
    told = re.sub(r"^(?:the |an? )", "", said)
    if (match := _OF_PARTY.match(told)) and (party := _PARTIES.get(match["party"].title())):
        seat = _spoken(match["seat"] or "")
        words = f"which party did {seat}{{}} belong to"
        log = (match["party"], party)
        yield "party", Workplace(words, party, Sort.ORGANISATION, None, (log,)), (match["party"],)
    placed = _FOR.match(told)
    if match := placed or _OF_STATE.match(told):
        where, seat = match["where"], match["seat"]
        of_state = gazetteer.STATE in gazetteer.kinds_of(where)
        asked = "state" if of_state else _ASKED.get(seat.upper(), "") if placed else ""
        if asked:
            words = f"which {asked} did {_spoken(seat)}{{}} represent"
            yield "seat", Workplace(words, where, Sort.PLACE, None, (("", f"{asked} represent"),)), ()


_ASKED = {"MP": "constituency", "MEP": "region"}
"""What the voters of a seat live in."""


def _spoken(seat: str) -> str:
    """Return a seat as it stands before a name: "MEP ", "Senator "; a party's name and a long seat stay away."""
    if not seat or " " in seat or seat in _PARTIES:
        return ""
    return f"{seat if seat.isupper() else seat.title()} "
