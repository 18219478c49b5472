# Everything a checkout needs, with nothing but Python and GNU make. `make help` lists the targets.

PYTHON ?= python3
# Tests of screens wait more than they reckon, so more of them run than there are cores.
WORKERS ?= 4
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# A filled wheelhouse is the whole index: the network is not asked.
FROM := $(if $(wildcard wheelhouse/*.whl),--no-index --find-links wheelhouse)

# An environment that was copied from elsewhere, or whose Python has gone, is made again.
READY := $(shell test "$$(cat $(VENV)/.here 2>/dev/null)" = "$$(pwd -P)" \
	&& $(BIN)/python -c '' 2>/dev/null && echo yes)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install install-dev play test check check-static format bench screenshots coverage check-codes scenarios schema reference tutorial editor wheelhouse lock clean

help: ## Show this list
	@echo 'make <target>, in a folder that holds the checkout:'
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1|\2/' \
		| while IFS='|' read -r name text; do printf '%-14s %s\n' "$$name" "$$text"; done
	@echo 'Pass options on with ARGS, for example: make test ARGS="-k wheel"'

install: $(VENV)/.runtime ## Install what the exercise runs on, into .venv

install-dev: $(VENV)/.dev ## Install the tools for tests and checks as well

play: $(VENV)/.runtime ## Open the launcher
	@$(BIN)/exercise $(ARGS)

test: $(VENV)/.dev ## Run the tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: check-static test ## Run everything that must pass before a change is merged

check-static: $(VENV)/.dev ## Check format, lint, types and layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.dev ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev ## Measure the engine and the sessions
	@$(BIN)/python -m bench $(ARGS)

screenshots: $(VENV)/.dev ## Draw the pictures of docs/screenshots/ again; ARGS="--png FOLDER" adds PNGs
	@$(BIN)/python -m docs.make_screenshots $(ARGS)

coverage: $(VENV)/.dev ## Write docs/coverage.md again: where each claim, indicator and measure is realised
	@$(BIN)/python -m docs.make_coverage

check-codes: $(VENV)/.dev ## Write docs/check-codes.md again: what every code of the check means
	@$(BIN)/python -m docs.make_check_codes

scenarios: $(VENV)/.dev ## Write docs/scenarios.md again: what bots and plans reach in each scenario; takes minutes
	@$(BIN)/python -m docs.make_scenarios $(ARGS)

schema: $(VENV)/.runtime ## Write the JSON Schema of the scenario files again
	@$(BIN)/exercise schema --write

reference: $(VENV)/.runtime ## Write docs/reference.md again: every field, and every word of the conditions
	@$(BIN)/python -m docs.make_reference

tutorial: $(VENV)/.runtime ## Follow docs/tutorial.md in an empty folder and write what was answered into it
	@$(BIN)/python -m docs.make_tutorial

editor: $(VENV)/.editor ## Install the YAML language server, for the test that opens scenarios in it; needs npm

wheelhouse: $(VENV)/.here ## Fill wheelhouse/ for machines without a network
	@rm -rf wheelhouse.part
	@echo 'Filling wheelhouse/ (needs the network)'
	@$(PIP) wheel --wheel-dir wheelhouse.part -r requirements/dev.txt pip
	@$(PIP) wheel --wheel-dir wheelhouse.part --no-deps --no-index --find-links wheelhouse.part .
	@rm -rf wheelhouse && mv wheelhouse.part wheelhouse
	@$(BIN)/python -c 'import platform as p; print("wheelhouse/ is for Python", \
		".".join(p.python_version_tuple()[:2]), "on", p.system(), p.machine())'
	@echo 'Copy this folder to a machine of the same kind and run: make play'

lock: ## Choose newest allowed versions and write requirements/ again
	@rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	@sh requirements/lock.sh .venv-lock/bin/python
	@rm -rf .venv-lock

clean: ## Remove .venv, caches and build output (wheelhouse/ stays)
	@rm -rf $(VENV) .venv-lock wheelhouse.part build dist .hypothesis .mypy_cache .pytest_cache \
		.ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment --------------------------------------------------------------------------

ifneq ($(READY),yes)
.PHONY: $(VENV)/.here
endif

$(VENV)/.here:
	@command -v $(PYTHON) >/dev/null || { \
		echo 'Python was not found as "$(PYTHON)". Install Python 3.11 to 3.14, or say where it is:' \
			'make install PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' || { \
		echo 'The exercise engine needs Python 3.11 to 3.14; "$(PYTHON)" is' \
			"$$($(PYTHON) -V 2>&1)."  'Name another one: make install PYTHON=python3.12' >&2; exit 1; }
	@echo 'Making the environment .venv'
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
		$(PYTHON) -m venv --clear $(VENV); \
	elif ls wheelhouse/pip-*.whl >/dev/null 2>&1; then \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(BIN)/python "$$(ls wheelhouse/pip-*.whl | head -n 1)/pip" --quiet install \
			--no-index --find-links wheelhouse pip; \
	else \
		echo 'This Python cannot make environments: its module "ensurepip" is missing.' \
			'On Debian and Ubuntu install it with: sudo apt-get install python3-venv' >&2; exit 1; \
	fi
	@pwd -P > $@

$(VENV)/.runtime: $(VENV)/.here requirements/lock.txt requirements/build.txt pyproject.toml
	@echo 'Installing what the exercise runs on$(if $(FROM), from wheelhouse/)'
	@$(PIP) install $(FROM) -r requirements/lock.txt -r requirements/build.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.editor: $(VENV)/.here requirements/editor/package-lock.json
	@command -v npm >/dev/null || { echo 'npm was not found. Install Node.js 18 or newer.' >&2; exit 1; }
	@echo 'Installing the YAML language server'
	@mkdir -p $(VENV)/editor
	@cp requirements/editor/package.json requirements/editor/package-lock.json $(VENV)/editor
	@npm ci --prefix $(VENV)/editor --no-audit --no-fund --silent
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@echo 'Installing the tools for tests and checks$(if $(FROM), from wheelhouse/)'
	@$(PIP) install $(FROM) -r requirements/dev.txt
	@touch $@
