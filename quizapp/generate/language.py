# ruff: noqa: RUF001  the function words of languages have letters that look alike
"""Is this text English? Says what was seen when it is not, and leaves foreign paragraphs out.

A language is known by its function words, a script by its letters. The words of each profile are
short, frequent and hardly shared; fifty words of running text hold a dozen of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import name as character_name

from quizapp.errors import QuizError

_PROFILES = {
    "English": "the of and to in is was that for it with as on be at by this had not are but from or have an they which"
    " you were her all she there would their we him been has when who will more no if out so said what its about into"
    " than them can only other new some could time these two may then do first any my now such like our over me even"
    " most made after also did many before must through",
    "German": "der die das und ist nicht ein eine einen einem einer zu den dem des mit auf für sich von im als auch es"
    " an werden aus hat dass sie nach bei um noch wie über wird sind oder haben aber wurde zum war zur vor durch bis"
    " kann unter mehr gegen schon wenn sein seine ihre dieser diese",
    "French": "le la les des et est un une du que qui dans pour pas sur au avec ce il elle plus par sont"
    " ne se aux cette"
    " ont mais ou comme nous vous leur ses été sa ces être fait deux même aussi leurs où très lui après entre sans",
    "Spanish": "el la los las de y en que un una por con no para es del se su al lo como más pero sus le ha este está"
    " o sí porque esta entre cuando muy sin sobre también fue hasta hay donde han desde todo nos durante según",
    "Italian": "il lo la gli i di e che un una per non è con del della dei delle in si da sono al alla"
    " come anche più ma"
    " nel nella ha questo questa dal dalla stato essere hanno tra suo sua fra ai sul sulla le ed",
    "Portuguese": "o a os as de e que do da em um uma para com não por mais dos das no na se ao foi como mas seu sua ou"
    " ser quando muito já está também pelo pela até isso ele entre são é às nos nas",
    "Dutch": "de het een en van ik te dat die in is niet zijn op aan met als voor er maar om hem dan zou"
    " of wat mijn dit"
    " zo door over ze zich bij ook tot je mij uit der daar haar naar heb heeft hebben werd wordt nog geen deze",
    "Swedish": "och att det som en är av för på med den till inte har de om ett han men var jag sig från vi så kan när"
    " man nu där efter eller hade skulle ska sin över mot vid också mycket",
    "Danish or Norwegian": "og det at en den til er som på de med av af for ikke der var han men et har om vi min hans"
    " havde hadde fra ble blev kan skal ville også etter efter eller være være sig seg noe hvor når",
    "Polish": "i w na z się nie do że jest to o jak po co tak za od jego ale przez dla są był była oraz tym przed które"
    " który która tylko już być także może ich został",
    "Czech": "a v se na je že s z do o k i by za jako pro ale po ve jsou byl byla bylo jeho které který která také"
    " podle nebo být od při jen už před",
    "Turkish": "ve bir bu da de için ile çok daha olarak olan gibi ne kadar var sonra en ki ama değil her ise veya"
    " göre oldu olduğunu tarafından bunu",
    "Romanian": "de și în a la nu cu pe că o din care este un se mai pentru să sunt au fost prin ca după sau dar lui"
    " această acest între",
    "Hungarian": "a az és hogy nem is egy van de meg ez csak ha azt volt mint már még el ki aki amely után vagy minden"
    " kell szerint között",
    "Finnish": "ja on ei se että hän oli en mutta ole joka kun niin myös sen ovat mitä kuin nyt jos mukaan jo hänen"
    " tai vain sekä ovat olla",
    "Indonesian or Malay": "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke ada oleh telah mereka"
    " sebagai atau karena dapat saya tersebut bahwa",
    "Vietnamese": "và của là có không được các cho một những với trong đã người này để khi từ đến cũng như về",
    "Latin": "et in est non ad ut cum ab ex sed quod qui quae esse sunt aut enim atque nec per autem quam ipsum dolor",
}
_WORDS = {language: frozenset(words.split()) for language, words in _PROFILES.items()}

_SCRIPTS = {
    "CYRILLIC": "Cyrillic letters (Russian, Ukrainian, Bulgarian …)",
    "ARABIC": "Arabic letters (Arabic, Persian, Urdu …)",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "CJK": "Chinese or Japanese characters",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "DEVANAGARI": "Hindi or another language in Devanagari",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "TELUGU": "Telugu",
    "THAI": "Thai",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "ETHIOPIC": "Amharic or another language in Ethiopic letters",
}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")

MINIMUM_WORDS = 3
"""Below this nothing is a sentence."""

TELLING_WORDS = 25
"""From here on a text in any known language shows its function words."""

_SAMPLE = 4_000
"""Words looked at: a language shows itself long before."""

_ENGLISH_SHARE = 0.16
"""The least share of function words in English prose; news stands at 0.3 and above."""

_REMEDY = "give an article in English, as running text"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a stretch of text looks like."""

    language: str
    """A name as a user would read it; "English", or empty when no language is recognised."""
    share: float
    """How much of it that language's function words make up, 0 to 1."""
    words: int


def look_at(text: str) -> Seen:
    """Say which language ``text`` is in, by its script and its function words."""
    words = [match.group() for match, _ in zip(_WORD.finditer(text), range(_SAMPLE), strict=False)]
    letters = sum(len(word) for word in words)
    script, foreign = _foreign_script("".join(words))
    if script and foreign > 0.4 * letters:
        return Seen(script, foreign / letters, len(words))
    counts = Counter(word.lower().replace("’", "'") for word in words)
    hits = {language: sum(counts[word] for word in profile) for language, profile in _WORDS.items()}
    best = max(hits, key=lambda language: (hits[language], language == "English"))
    share = hits[best] / len(words) if words else 0.0
    return Seen(best if share >= _ENGLISH_SHARE else "", share, len(words))


def english_paragraphs(paragraphs: Sequence[str], file: str = "") -> tuple[tuple[bool, ...], tuple[str, ...]]:
    """Say which paragraphs are English enough to read.

    Args:
        paragraphs: the running text, one string each.
        file: the path to name in an error.

    Returns:
        A truth value for each paragraph, and notices for what is left out.

    Raises:
        QuizError: the text as a whole is not English prose; the message says what was seen.
    """
    whole = "\n".join(paragraphs)
    seen = look_at(whole)
    _refuse_what_is_no_prose(whole, seen, file)
    kept = tuple(_may_stay(paragraph) for paragraph in paragraphs)
    english = sum(look_at(text).words for text, stays in zip(paragraphs, kept, strict=True) if stays)
    if not english or (seen.language not in ("English", "") and english < 0.3 * seen.words):
        raise QuizError.of(f"the text is not in English: it looks like {seen.language}", _REMEDY, file)
    left = [look_at(text).language for text, stays in zip(paragraphs, kept, strict=True) if not stays]
    return kept, tuple(_notice(language, left.count(language)) for language in sorted(set(left)))


def _refuse_what_is_no_prose(whole: str, seen: Seen, file: str) -> None:
    letters = [character for character in whole[: _SAMPLE * 8] if character.isalpha()]
    if seen.words < MINIMUM_WORDS and seen.language in ("", "English"):
        found = f"only {seen.words} words" if seen.words else "no words"
        raise QuizError.of(f"there is no running text: {found} were found", _REMEDY, file)
    if sum(character.isupper() for character in letters) > 0.7 * len(letters):
        raise QuizError.of("the text is all in capitals, so names cannot be told from words", _REMEDY, file)
    if not seen.language and seen.words >= TELLING_WORDS:
        raise QuizError.of("there is no running text: this looks like noise or a list", _REMEDY, file)
    if seen.language == "English" and not _SENTENCE_END.search(whole):
        raise QuizError.of("there is no running text: no sentence ends anywhere", _REMEDY, file)


def _may_stay(paragraph: str) -> bool:
    """Say whether a paragraph is English, or too short to say anything else."""
    seen = look_at(paragraph)
    if seen.words < 8:
        return not any(marker in seen.language for marker in ("letters", "characters", "Japanese", "Korean"))
    return seen.language in ("English", "")


def _foreign_script(letters: str) -> tuple[str, int]:
    """Return the name of the most frequent script that is not Latin, and how many letters it has."""
    scripts = Counter(
        script for letter in letters if letter > "\u02ff" for script in (character_name(letter, "").split(" ")[0],)
    )
    known = {_SCRIPTS[script]: 0 for script in scripts if script in _SCRIPTS}
    for script, count in scripts.items():
        if script in _SCRIPTS:
            known[_SCRIPTS[script]] += count
    if not known:
        return "", 0
    # Japanese mixes its syllables with Chinese characters; any share of them settles it.
    if "Japanese" in known:
        return "Japanese", sum(known.values())
    best = max(known, key=lambda language: (known[language], language))
    return best, sum(known.values())


def _notice(language: str, count: int) -> str:
    paragraphs = "paragraph" if count == 1 else "paragraphs"
    return f"{count} {paragraphs} left out: {language}"
