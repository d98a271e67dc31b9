# The whole life of a checkout, with nothing but Python 3.11+, git and make.
# `make help` lists the targets. Settings: PYTHON, VENV, ARGS (demo), PYTEST_ARGS (test, soak),
# FUZZ_ARGS (fuzz).

PYTHON ?= python3
VENV ?= .venv
JOBS ?= 2
ARGS ?=
PYTEST_ARGS ?=
MUTANTS ?=
FUZZ_ARGS ?=
BIN := $(VENV)/bin
# Twice quiet: errors only.
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types docs bench fuzz soak mutants schema-completion bdd-versions wheel-test clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
	  while IFS='|' read -r name text; do printf '  %-17s %s\n' "$$name" "$$text"; done

# Three stamps, so that the demo waits only for what it runs on. pip before 25.1 cannot
# install dependency groups, and what Debian ships is older.
$(VENV)/.venv-made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "pathway-engine needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.runtime-installed: pyproject.toml $(VENV)/.venv-made
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev-installed: pyproject.toml $(VENV)/.runtime-installed
	$(PIP) install --editable '.[async,bdd,diagrams,postgres,testing]' --group dev
	@touch $@

setup: $(VENV)/.dev-installed ## make the virtual environment with every tool

demo: $(VENV)/.runtime-installed ## walk one client from first contact to a job (ARGS="--lang fi")
	@$(BIN)/pathway demo $(ARGS)

test: check ## check everything, then run the tests
	$(BIN)/pytest -n $(JOBS) $(PYTEST_ARGS)

check: lint types docs ## style, types, layers and documentation, without the tests
	$(BIN)/pytest -q tests/test_layers.py tests/test_sizes.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

docs: setup ## build the documentation; a warning is an error
	$(BIN)/sphinx-build -W --keep-going -q -j auto docs docs/_build/html

bench: setup ## run the benchmarks
	$(BIN)/python -m bench

fuzz: setup ## try to break the definition language (FUZZ_ARGS="--seed 2")
	$(BIN)/python -m tests.definitions.fuzz --jobs $(JOBS) $(FUZZ_ARGS)

soak: setup ## run the tests with many more examples, and the long runs with faults
	PATHWAY_SOAK=1 HYPOTHESIS_PROFILE=soak $(BIN)/pytest -n $(JOBS) --timeout=7200 $(PYTEST_ARGS)

mutants: setup ## take each protection away in turn, and see a named test turn red
	$(BIN)/python -m tests.mutants $(MUTANTS)

schema-completion: setup ## complete a definition as an editor does (needs npm)
	npm install --silent --no-audit --no-fund --prefix build/editor yaml-language-server@1
	$(BIN)/python -m tests.tools.schema_completion build/editor/node_modules/.bin/yaml-language-server

bdd-versions: setup ## run the features with the oldest supported pytest-bdd as well
	$(PYTHON) -m venv build/oldest-bdd
	build/oldest-bdd/bin/python -m pip --disable-pip-version-check -qq install --upgrade 'pip>=25.1'
	build/oldest-bdd/bin/python -m pip --disable-pip-version-check -qq install --editable '.[async,bdd,postgres,testing]' \
	  --group test 'pytest-bdd==8.1.*' 'pytest<9.2'
	build/oldest-bdd/bin/python -m pytest -q -p no:cacheprovider tests/bdd features
	$(BIN)/pytest -q tests/bdd features

wheel-test: setup ## build the wheel and try it in a bare environment
	$(BIN)/python tests/check_wheel.py

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist docs/_build .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests bench docs -name __pycache__ -type d -prune -exec rm -rf {} +
