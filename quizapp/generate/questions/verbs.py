"""Verb groups in questions: inversion, do-support, agreement, and a passive told actively."""

from quizapp.generate.fact import Predicate
from quizapp.generate.inflection import inflected

_THIRD_PERSON = {"have": "has", "are": "is", "were": "was", "do": "does", "am": "is"}
_DO = {"VBD": "did", "VBZ": "does", "VBP": "do", "VBN": "did"}


def inverted(predicate: Predicate) -> tuple[str, str] | None:
    """Return (what stands before the subject, what stands after it); None if the verb cannot be inverted."""
    if predicate.auxiliaries:
        first, *rest = predicate.auxiliaries
        return first, _joined(predicate.negation, *rest, *predicate.adverbs, predicate.form, predicate.particle)
    if predicate.lemma == "be":
        return predicate.form, _joined(predicate.negation, *predicate.adverbs)
    do = _DO.get(predicate.token.tag_)
    if do is None or _is_a_habit(predicate):
        return None
    return do, _joined(predicate.negation, *predicate.adverbs, predicate.lemma, predicate.particle)


def _is_a_habit(predicate: Predicate) -> bool:
    """Say whether it is "used to reach": turned into "did … use to reach" it reads badly."""
    return (
        predicate.form == "used"
        and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in predicate.token.children)
        and not any(child.dep_ == "dobj" for child in predicate.token.children)
    )


def plain(predicate: Predicate, *, singular: bool) -> str:
    """Return the verb group as it follows its subject; made singular for "who" and "what"."""
    if not predicate.auxiliaries:
        form = _singular_form(predicate) if singular else predicate.form
        if predicate.lemma == "be":
            return _joined(form, predicate.negation, *predicate.adverbs, predicate.particle)
        return _joined(predicate.negation, *predicate.adverbs, form, predicate.particle)
    first, *rest = predicate.auxiliaries
    first = _THIRD_PERSON.get(first, first) if singular else first
    return _joined(first, predicate.negation, *rest, *predicate.adverbs, predicate.form, predicate.particle)


def active(predicate: Predicate) -> str | None:
    """Return the passive verb group told actively in the third person singular: "was founded" is "founded"."""
    head = _active_head(predicate)
    if head is None or predicate.negation:
        return None
    return (
        _joined(*predicate.adverbs, head, predicate.particle) if " " not in head else _joined(head, predicate.particle)
    )


def _active_head(predicate: Predicate) -> str | None:
    match predicate.auxiliaries:
        case ("was" | "were",):
            return inflected(predicate.lemma, "VBD")
        case ("is" | "are",):
            return inflected(predicate.lemma, "VBZ")
        case ("has" | "have", "been"):
            return f"has {inflected(predicate.lemma, 'VBN')}"
        case ("had", "been"):
            return f"had {inflected(predicate.lemma, 'VBN')}"
        case ("will" | "would" | "can" | "could" | "may" | "might" | "must" | "should" as modal, "be"):
            return f"{modal} {predicate.lemma}"
        case _:
            return None


def _singular_form(predicate: Predicate) -> str:
    if predicate.token.tag_ == "VBP":
        return _THIRD_PERSON.get(predicate.form) or inflected(predicate.lemma, "VBZ")
    return _THIRD_PERSON.get(predicate.form, predicate.form) if predicate.lemma == "be" else predicate.form


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
