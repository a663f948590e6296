# Each target does its own set-up: all it needs is Python 3.11 or newer and make.
# Another interpreter: make run PYTHON=python3.12. Another place: make test VENV=/tmp/venv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
QUIZAPP := $(BIN)/quizapp
INSTALLED := $(VENV)/.installed
INSTALLED_TEST := $(VENV)/.installed-test
SEED := seeds/sco-summit.md

.PHONY: help run test check bench screenshots format clean

help:
	@echo "make run          install, make a deck from $(SEED), open the app on it"
	@echo "make test         install what the tests need and run them"
	@echo "make check        format, lint, types, imports between rooms, spelling"
	@echo "make bench        the benchmarks in tests/bench"
	@echo "make screenshots  draw the screens into .pictures"
	@echo "make format       put the code in its format"

run: $(INSTALLED)
	@deck="$$($(QUIZAPP) decks --folder)/$(basename $(notdir $(SEED))).yaml"; \
	test -e "$$deck" || $(QUIZAPP) generate $(SEED) -o "$$deck" || exit 1; \
	if test -t 0 && test -t 1; then $(QUIZAPP) "$$deck"; \
	else echo "No terminal here. In one, run: $(QUIZAPP) \"$$deck\""; fi

test: $(INSTALLED_TEST)
	$(BIN)/python -m pytest -q -n auto

check: $(INSTALLED_TEST)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

bench: $(INSTALLED_TEST)
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@for bench in tests/bench/*.py; do echo "== $$bench"; $(BIN)/python "$$bench" || exit 1; done

screenshots: $(INSTALLED_TEST)
	$(BIN)/python tests/tui/screenshots.py .pictures

format: $(INSTALLED_TEST)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv build dist *.egg-info .*_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "quizapp needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): pyproject.toml | $(BIN)/python
	@echo "Installing quizapp into $(VENV); the first time this takes a minute."
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(INSTALLED_TEST): pyproject.toml | $(BIN)/python
	@echo "Installing quizapp and what its tests need into $(VENV); the first time this takes a minute."
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $(INSTALLED) $@
