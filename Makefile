# make run: install and open the program. make test: install and pass all checks. make bench: measure.
SHELL := /bin/bash
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
DATA ?=
JSON ?=

.PHONY: run test bench format clean

$(VENV)/.run: pyproject.toml constraints.txt
	bash .ci/system-packages run
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.test: pyproject.toml constraints.txt
	bash .ci/system-packages test
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e ".[test]"
	touch $@

$(VENV)/.bench: $(VENV)/.test
	bash .ci/system-packages bench
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e ".[test,bench]"
	touch $@

run: $(VENV)/.run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
	  $(BIN)/coprod-desktop $(if $(DATA),--data "$(DATA)"); \
	else \
	  bash .ci/sample-minutes $(BIN)/coprod-desktop sample-minutes; \
	fi

test: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2

bench: $(VENV)/.bench
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(if $(JSON),--json "$(JSON)")

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
