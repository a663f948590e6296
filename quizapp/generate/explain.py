"""What --explain shows: the rule of each card, why a sentence has none, why a candidate was rejected."""

from collections.abc import Iterator

from quizapp.cards.model import Kind
from quizapp.generate.make import Generated, Made
from quizapp.text import one_line


def explain_text(generated: Generated) -> str:
    """Return the account of a deck as lines of text, in the order of the article."""
    return "\n".join([*_head(generated), *_sentences(generated), *_left_out(generated)]) + "\n"


def _head(generated: Generated) -> Iterator[str]:
    cards, sentences = len(generated.cards), len(generated.article.sentences)
    used = len({made.candidate.sentence.number for made in generated.cards})
    yield f"{generated.deck.title}: {cards} cards from {used} of {sentences} sentences"
    yield ""


def _sentences(generated: Generated) -> Iterator[str]:
    for sentence in generated.article.sentences:
        yield f"{sentence.number + 1}. {one_line(sentence.text)}"
        made = [one for one in generated.cards if one.candidate.sentence.number == sentence.number]
        for one in made:
            yield from _card(one)
        if not made:
            yield from _silence(generated, sentence.number)
        for rejected in generated.rejected:
            if rejected.candidate.sentence.number == sentence.number:
                card = rejected.candidate
                yield f"   rejected  {one_line(card.question)} ({one_line(card.answer)}): {rejected.reason}"
        yield ""


def _card(made: Made) -> Iterator[str]:
    item = made.item
    asked = item.cloze if item.kind is Kind.CLOZE else item.question
    answer = "; ".join(item.answers) if item.answers else item.answer
    yield f"   card      {one_line(asked)}" + (f" -> {one_line(answer)}" if answer else "")
    yield f"             rule {item.rule}"
    for source, put in made.candidate.substitutions:
        if put:
            yield f"             {one_line(source)!r} is {one_line(put)!r}"


def _silence(generated: Generated, number: int) -> Iterator[str]:
    reasons = [one for one in generated.silences if one.sentence.number == number]
    tried = any(one.candidate.sentence.number == number for one in generated.rejected)
    if not reasons and not tried:
        yield "   silent    no rule finds a fact in it"
    for one in dict.fromkeys((silence.construct, silence.reason, one_line(silence.text)) for silence in reasons):
        construct, reason, text = one
        yield f"   silent    {construct}: {reason}" + (f" ({text})" if text else "")


def _left_out(generated: Generated) -> Iterator[str]:
    notices = generated.article.notices
    if notices:
        yield "Left out while reading:"
        yield from (f"   {one_line(notice)}" for notice in notices)
