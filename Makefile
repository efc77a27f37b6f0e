# Tocsin's make targets. `make help` lists them. Needed: Python 3.11 or newer; Java 17 and Maven for a real Kafka.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
ARGS   ?=
PYTEST ?= $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help setup system demo run test lint types contracts unit contract integration acceptance faults bench schemas kafka kafka-stop format clean

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with everything in it (the other targets call this)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make setup PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[demo,postgres]" --group dev
	@touch $@

system: ## install the Debian packages that some tests start (PostgreSQL); as root
	deploy/install-test-tools

demo: setup ## run the main job on sample articles and the embedded broker; ARGS=--once ends by itself, ARGS="--once --json" for programs
	@$(BIN)/tocsin demo $(ARGS)

run: setup ## supervise all stages with a configuration: make run ARGS="-c tocsin.yml"
	@$(BIN)/tocsin run $(ARGS)

test: setup lint types contracts ## lint, types, import contracts and every suite (what CI runs)
	$(PYTEST) tests $(ARGS)

lint: setup ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy, strict, tests included
	$(BIN)/mypy

contracts: setup ## import-linter: which room may import which
	$(BIN)/lint-imports

unit: setup ## the suite that opens no socket
	$(PYTEST) tests/unit $(ARGS)

contract: setup ## schemas, and each double against the real thing
	$(PYTEST) tests/contract $(ARGS)

integration: setup ## stages on the embedded broker and on a real Kafka
	$(PYTEST) tests/integration $(ARGS)

acceptance: setup ## from article to message, kills included
	$(PYTEST) tests/acceptance $(ARGS)

bench: setup ## how fast, as ratios of one run (two to three minutes); ARGS="--only detect", ARGS=--json for programs
	@$(BIN)/python -c 'import spacy' 2>/dev/null || $(BIN)/python -m pip install --quiet -c constraints.txt --group bench
	@$(BIN)/python -m tests.bench $(ARGS)

faults: setup ## the long fault runs: 200 kills of deliver on SQLite and on PostgreSQL (about ten minutes)
	TOCSIN_KILLS=200 $(PYTEST) tests/acceptance/test_deliver_crashes.py --timeout 1800 $(ARGS)

schemas: setup ## write schemas/*.schema.json anew from the models
	$(BIN)/tocsin schemas export

kafka: setup ## start a real Kafka from its Maven jars on loopback; it keeps its data between starts
	$(BIN)/tocsin kafka start $(ARGS)

kafka-stop: setup ## stop it
	$(BIN)/tocsin kafka stop $(ARGS)

format: setup ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove .venv and everything that was made
	rm -rf $(VENV) dist build var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
