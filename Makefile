# One front door for all chores; every target sets up what it needs and then starts at once.

PYTHON ?= python3
Q ?= when did the Hajin offensive start
BIN := .venv/bin
export Q

.DEFAULT_GOAL := help
.PHONY: help ask chat run test lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/installed: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Footnote needs Python 3.11 or newer; say which with: make PYTHON=python3.12 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/tested: .venv/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

ask: .venv/installed  ## answer a question: make ask Q="when did the Hajin offensive start"
	@$(BIN)/footnote ask "$$Q"

chat: .venv/installed  ## ask and read answers in the terminal
	@$(BIN)/footnote chat

run: .venv/installed  ## start the Discord bot (or the chat, without a token)
	@$(BIN)/footnote run

test: .venv/tested  ## run the whole suite, with ruff and mypy
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto

PIN := $(BIN)/python -m piptools compile --quiet --upgrade --allow-unsafe --generate-hashes --strip-extras --no-header \
	--no-annotate --no-emit-options --extra pdf --extra docx --extra feeds

lock: .venv/tested  ## pin the newest versions that pyproject.toml allows, with hashes and without addresses
	$(PIN) --output-file requirements.txt pyproject.toml requirements.in
	$(PIN) --extra dev --extra plot --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean:  ## remove the virtual environment and caches, never data
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
