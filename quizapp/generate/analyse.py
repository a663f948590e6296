"""The first half of the generator: from a document to an article whose references are known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from quizapp.generate.article import Article, Entity, Parenthetical, Sentence
from quizapp.generate.clean import Cleaned, Line, clean
from quizapp.generate.dates import document_date
from quizapp.generate.entities import find_entities
from quizapp.generate.language import english_paragraphs
from quizapp.generate.parse import SENTENCE_WORDS, parsed, sentences, usable_sentence
from quizapp.generate.resolve import resolve
from quizapp.generate.speech import quotations
from quizapp.reading.document import BlockKind, Document


def read_article(document: Document, nlp: Language) -> Article:
    """Read one document.

    Raises:
        QuizError: it is not English running text; the message says what was seen.
    """
    cleaned = cleaned_document(document)
    return _article(document, cleaned, list(parsed(nlp, cleaned.lines)))


def cleaned_document(document: Document) -> Cleaned:
    """Return the English running text of a document.

    Raises:
        QuizError: there is none.
    """
    running = [n for n, block in enumerate(document.blocks) if block.kind is BlockKind.PARAGRAPH]
    texts = [document.blocks[number].text for number in running]
    stays, notices = english_paragraphs(texts, document.file)
    kept = [True] * len(document.blocks)
    for number, keep in zip(running, stays, strict=True):
        kept[number] = keep
    cleaned = clean(document, kept)
    return Cleaned(cleaned.lines, cleaned.place, (*notices, *cleaned.notices))


def _article(document: Document, cleaned: Cleaned, docs: Sequence[Doc]) -> Article:
    found, long = _sentences(cleaned.lines, docs)
    entities = find_entities(docs, found)
    notices = cleaned.notices
    if long:
        notices = (*notices, f"{long} sentences of more than {SENTENCE_WORDS} words left out")
    article = Article(
        document=document,
        sentences=found,
        entities=entities,
        at=_places(entities, found),
        date=document_date(document),
        quotations=quotations(found),
        place=cleaned.place,
        notices=notices,
    )
    resolved = resolve(article)
    return replace(article, references=resolved.references, resolved=resolved.meanings, quotations=resolved.quotations)


def _sentences(lines: Sequence[Line], docs: Sequence[Doc]) -> tuple[tuple[Sentence, ...], int]:
    found: list[Sentence] = []
    too_long = 0
    for paragraph, (line, doc) in enumerate(zip(lines, docs, strict=True)):
        spans, long = sentences(doc)
        too_long += long
        for span in spans:
            if not usable_sentence(span):
                continue
            text, start, end = line.quoted(span.start_char, span.end_char)
            mended = text != line.source[start:end]
            found.append(
                Sentence(
                    number=len(found),
                    paragraph=paragraph,
                    span=span,
                    text=text,
                    heading=line.heading,
                    parentheticals=_brackets(line, span.start, span.end, doc),
                    block=line.block,
                    start=start,
                    end=end,
                    mended=mended,
                )
            )
    return tuple(found), too_long


def _brackets(line: Line, start: int, end: int, doc: Doc) -> tuple[Parenthetical, ...]:
    found = []
    for lifted in line.lifted:
        before = [token.i for token in doc[start:end] if token.idx + len(token.text) <= lifted.place]
        if before and lifted.place <= doc[end - 1].idx + len(doc[end - 1].text):
            found.append(Parenthetical(lifted.text, lifted.kind, before[-1]))
    return tuple(found)


def _places(entities: Sequence[Entity], found: Sequence[Sentence]) -> Mapping[tuple[int, int], Entity]:
    paragraph = {sentence.number: sentence.paragraph for sentence in found}
    return {
        (paragraph[mention.sentence], token): entity
        for entity in entities
        for mention in entity.mentions
        for token in range(mention.start, mention.end)
    }
