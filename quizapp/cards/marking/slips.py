"""Slips of the pen: which misspelt words an examiner takes, and which are other words.

A word of up to five letters must be right; from six letters one slip is taken, from ten two. A slip
is one letter too many, too few, wrong, or two letters swapped. Never in the first letter (so that no
prefix turns the sense unseen), never in figures, and never where it makes another word: opposed
prefixes, the endings of chemistry, the pairs that people confuse.
"""

import re
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA

_ONE_FROM, _TWO_FROM = 6, 10

_OPPOSED = (
    *({"hyper", "hypo"}, {"macro", "micro"}, {"inter", "intra", "intro"}, {"ante", "anti"}, {"ab", "ad"}),
    *({"pro", "pre", "per"}, {"para", "peri"}, {"endo", "exo", "ecto"}, {"super", "supra"}, {"homo", "hemo"}),
)
_ENDINGS = (
    {"ate", "ite", "ide", "ine"},  # codespell:ignore ine
    {"ates", "ites", "ides", "ines"},  # codespell:ignore ines
    {"ane", "ene", "yne"},  # codespell:ignore ane
    {"anes", "enes", "ynes"},
    *({"yl", "ol", "al"}, {"ase", "ose"}, {"ous", "ic"}, {"er", "ee"}, {"or", "ee"}, {"ist", "ism"}, {"ia", "ian"}),
    *({"o", "a"}, {"os", "as"}, {"us", "a"}),
)
_CONFUSED = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "absorption/adsorption adapter/adopter adverse/averse calvary/cavalry canvas/canvass carton/cartoon "
        "casual/causal cellar/collar college/collage complement/compliment conquer/concur "
        "conservation/conversation continual/continuous corporal/corporeal country/county cytosine/cysteine "
        "decent/descent defuse/diffuse desert/dessert envelop/envelope faction/fraction "
        "fission/fusion formally/formerly friction/fraction heroin/heroine indium/iridium "
        "insertion/inversion inversion/invasion judicial/judicious "
        "luxuriant/luxurious manganese/magnesium marine/murine martial/marital martial/marshal "
        "message/massage official/officious oration/ovation ordinance/ordnance palate/palette parish/perish "
        "pastor/pasture perineal/peroneal persecute/prosecute personal/personnel perspective/prospective "
        "petrol/patrol plasma/plasmid poplar/popular precede/proceed precession/procession "
        "prescribe/proscribe principal/principle profession/procession prophecy/prophesy quarts/quartz "
        "relation/religion revelation/revolution sacred/scared section/suction sensual/sensuous "
        "silicon/silicone silver/sliver slovakia/slovenia stalactite/stalagmite stationary/stationery "
        "statue/statute stories/stores thallium/thulium through/thorough through/though thymine/thiamine "
        "tortuous/torturous united/untied veracity/voracity weather/whether yttrium/ytterbium "
        "commend/command discreet/discrete "  # codespell:ignore commend,discreet
        "ingenious/ingenuous lightning/lightening"  # codespell:ignore ingenuous,lightening
    ).split()
)
_DOUBLED = re.compile(r"[^aeiouy]*[aeiou]([bdfgklmnprt])\1(?:ing|ed|er|ers)")
"""A short word whose double letter makes it another one: filling is not filing. In longer words it is a slip."""
_NO_SINGULAR = frozenset(
    {"new", "mar", "mean", "custom", "good", "arm", "jean", "glas", "wale", "ga", "thank", "manner"}
)
"""Words whose form with an s is another word, or that are no words."""


def slips(wanted: str, typed: str) -> int:
    """Return how many slips of the pen turn one folded word into the other; 0 if they are other words.

    Both are words of letters, and not equal.
    """
    allowed = _allowed(len(wanted), len(typed))
    if not allowed or wanted[0] != typed[0]:
        return 0
    found = int(OSA.distance(wanted, typed, score_cutoff=allowed))
    return 0 if found > allowed or are_other_words(wanted, typed) else found


def are_other_words(one: str, other: str) -> bool:
    """Say whether two folded words that look alike are known to mean different things."""
    return (
        frozenset((one, other)) in _CONFUSED
        or _differ_in_a_doubled_letter(one, other)
        or any(_swapped(one, other, group, str.startswith, str.removeprefix) for group in _OPPOSED)
        or any(_swapped(one, other, group, str.endswith, str.removesuffix) for group in _ENDINGS)
    )


def is_plural(one: str, other: str) -> bool:
    """Say whether one of two folded words is the regular plural of the other."""
    return _is_plural_of(one, other) or _is_plural_of(other, one)


def _is_plural_of(many: str, one: str) -> bool:
    return len(one) >= 3 and one not in _NO_SINGULAR and many in _plurals(one)


def _differ_in_a_doubled_letter(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    match = _DOUBLED.fullmatch(longer)
    return match is not None and longer[: match.start(1)] + longer[match.end(1) :] == shorter


def _swapped(
    one: str, other: str, group: Iterable[str], has: Callable[[str, str], bool], without: Callable[[str, str], str]
) -> bool:
    """Say whether two words differ in nothing but which part of a group they have."""
    stems = [{without(word, part) for part in group if has(word, part)} for word in (one, other)]
    return bool(stems[0] & stems[1])


def _plurals(word: str) -> set[str]:
    forms = {f"{word}s"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.add(f"{word}es")
    if word.endswith("y"):
        forms.add(f"{word[:-1]}ies")
    if word.endswith("f"):
        forms.add(f"{word[:-1]}ves")
    if word.endswith("fe"):
        forms.add(f"{word[:-2]}ves")
    if word.endswith("man"):
        forms.add(f"{word[:-3]}men")
    return forms


def _allowed(*lengths: int) -> int:
    if min(lengths) < _ONE_FROM:
        return 0
    return 2 if max(lengths) >= _TWO_FROM else 1
