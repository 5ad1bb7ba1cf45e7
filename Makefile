# Works from a fresh clone with GNU make and Python 3.11 or newer; nothing else needs to be set up first.
#
#   make dashboard    start the dashboard        REAL_DATA=<folder>  read downloaded files instead of asking the sources
#   make test         everything that is checked  DATA_DIR=<folder>   where what is made is kept (default: data)
#   make quick        the daily loop, under 60 s  PORT=<number>       the dashboard's port (default: 8501)

SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

PORT ?= 8501
WORKERS ?= 3
export PORT
export PYTHONUTF8 := 1
# Where Python was told to keep no compiled modules, every start would compile all of them again: seconds, for each process.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PYTHON := $(VENV)/bin/python
RUN := $(VENV)/installed-run
DEV := $(VENV)/installed-dev
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes
HAS_PIP := $(PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m ensurepip >/dev/null
LOCK := $(PYTHON) -m uv pip compile --quiet --python-version 3.11 --universal --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.PHONY: help dashboard test quick check load live bench screenshot lock clean chromium postgres libreoffice

help:
	@sed -n 's/^#   /  /p' Makefile
	@echo "  make check | load | live | bench | screenshot | lock | clean    see CONTRIBUTING.md"

dashboard: $(RUN)
	@$(PYTHON) -m transition start

load: $(RUN)
	@$(PYTHON) -m loaders $(if $(REAL_DATA),--from "$(REAL_DATA)") $(SOURCES)

test: $(DEV) chromium postgres libreoffice check
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

quick: $(DEV)
	@$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore=tests/browser -m "not browser and not slow and not real" \
	  --hypothesis-profile=quick -q

check: $(DEV)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/deptry .

live: $(RUN)
	@$(PYTHON) -m tests.live.check $(SOURCES)

bench: $(DEV) chromium
	@$(PYTHON) -m bench

screenshot: $(DEV) chromium
	@$(PYTHON) -m bench.screenshot

chromium:
	@bash setup/chromium.sh

postgres:
	@bash setup/postgres.sh

libreoffice:
	@bash setup/libreoffice.sh

# The locks hold for Linux, Windows and macOS. To take newer versions: make lock UPGRADE=--upgrade
lock: $(DEV)
	$(LOCK) $(UPGRADE) requirements.txt -o requirements.lock
	$(LOCK) $(UPGRADE) requirements.txt requirements-dev.txt -c requirements.lock -o requirements-dev.lock

# What is made and can be made again. Figures that were loaded (data/raw, data/snapshots) stay.
clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis data/example/built
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The development lock holds everything of the other one, in the same versions.
$(DEV): requirements.lock requirements-dev.lock | $(PYTHON)
	@echo "Onderdelen installeren (met die voor tests); dit duurt de eerste keer een paar minuten."
	@$(HAS_PIP)
	@$(PIP) -r requirements-dev.lock
	@touch $(RUN) $(DEV)

$(RUN): requirements.lock | $(PYTHON)
	@echo "Onderdelen installeren; dit duurt de eerste keer een paar minuten."
	@$(HAS_PIP)
	@$(PIP) -r requirements.lock
	@touch $(RUN)

$(PYTHON):
	@bash setup/venv.sh $(VENV)
