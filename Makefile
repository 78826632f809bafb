# make: set up and run the study.  make test: set up and test.  make help: the other targets.
.DELETE_ON_ERROR:
SHELL := /bin/sh
PYTHON ?= python3
CORES ?= all
UV_VERSION := 0.13.9
BIN := .venv/bin
READY := .venv/ready

.PHONY: run test test-slow lint report bless manual bench lock clean help

run: $(READY)  ## run the study: figures and tables in results/
	@$(BIN)/memcon run --cores $(CORES)

test: $(READY)  ## the tests
	$(BIN)/python -m pytest -m "not slow"

test-slow: $(READY)  ## the tests that take too long for every day
	$(BIN)/python -m pytest -m slow

lint: $(READY)  ## ruff, snakefmt, snakemake --lint, mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/snakefmt --check Snakefile workflow
	$(BIN)/snakemake --lint
	$(BIN)/mypy

report: run  ## Snakemake's report with figures and captions: results/report.html
	@$(BIN)/memcon report

bless: run  ## take today's text tables as the expected ones (tests/golden)
	$(BIN)/python tests/golden/bless.py

manual: $(READY)  ## write config/README.md anew from the configuration's schema
	$(BIN)/python -m memcon.manual > config/README.md.new
	mv config/README.md.new config/README.md

bench: $(READY)  ## the run beside a naive script: benchmarks/README.md says how to read it
	$(BIN)/python benchmarks/bundled_study.py

lock: $(READY)  ## resolve requirements.lock anew
	$(BIN)/uv pip compile pyproject.toml --group build --group test --group lint --universal --python-version 3.11 \
	  --upgrade --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements.lock -q

clean:  ## remove what runs made; .venv stays
	rm -rf results/[!R]* data/processed/[!R]* logs .snakemake

help:
	@sed -n 's/^\([a-z-]*\):.*##/\1:/p' Makefile

$(READY): requirements.lock pyproject.toml Makefile
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { echo "memcon needs Python 3.11, 3.12 or 3.13; $(PYTHON) is $$($(PYTHON) --version 2>&1). Install one of these and name it: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "memcon needs Python's venv module, which $(PYTHON) lacks. Install it (Debian and Ubuntu: apt install python3-venv) and type make again." >&2; exit 2; }
	@echo "Setting up .venv (once; some minutes)"
	@rm -rf .venv && $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps --compile-bytecode --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@
