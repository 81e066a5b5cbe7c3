# `make demo` shows the worked example, `make test` runs the tests; both make and fill .venv by themselves.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
FILLED := .venv/filled
PYTEST := $(BIN)/python -m pytest -n 2
ON_POSTGRESQL := $(PYTEST) --database=postgresql
HAS_SERVER := $(shell command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | head -n 1)
CODE := habeas tests scripts benchmarks

.PHONY: demo test test-postgresql test-sqlite check lint proof benchmarks requirements

demo: $(FILLED)
	$(BIN)/habeas --home .demo demo

# The whole suite runs last, so that its closing line is the last of all.
test: test-postgresql test-sqlite

test-sqlite: $(FILLED)
	$(PYTEST)
ifeq ($(HAS_SERVER),)
	@echo "LEFT OUT: the database tests on PostgreSQL; install Debian's package postgresql to run them."
endif

test-postgresql: $(FILLED)
ifneq ($(HAS_SERVER),)
	$(ON_POSTGRESQL) -m "database and not proof"
endif

check: lint test-sqlite

lint: $(FILLED)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	mkdir -p .venv/empty-home
	HABEAS_HOME=.venv/empty-home HABEAS_DATABASE= $(BIN)/python -m habeas.project.manage makemigrations --check --dry-run

proof: $(FILLED) benchmarks
	$(PYTEST) -m proof
ifneq ($(HAS_SERVER),)
	$(ON_POSTGRESQL) -m "database and proof"
endif

# Those that can be run by themselves; the others are parts of them. One at a time, since they measure.
benchmarks: $(FILLED)
	@for file in $$(grep -l '__main__' benchmarks/*.py | grep -v _peers); do \
		echo "$$file"; $(BIN)/python -m "benchmarks.$$(basename "$$file" .py)" || exit 1; \
	done

# Writes down the newest versions within pyproject's ranges, with hashes and without an address.
requirements: $(FILLED)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		pyproject.toml --extra dev -o requirements.txt

$(FILLED): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Habeas needs Python 3.11 or newer: make PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(FILLED)
