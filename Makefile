PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
BROWSER := build/browser
CHROMIUM := @sparticuz/chromium@153.0.0

.DEFAULT_GOAL := help
.PHONY: help demo test browser check format bench shell docs shipped screenshots wheel clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable ".[web,pdf,detect,serve]" --group dev
	@$(BIN)/python -m compileall -q src
	@touch $@

demo: $(STAMP) ## compare the first sample pair
	@$(BIN)/compare-tui demo

test: $(STAMP) ## run every test
	@$(BIN)/python -m pytest

browser: ## put a headless Chromium for the tests into build/browser (npm; Linux on x86-64)
	@rm -f $(BROWSER)/chromium
	@npm install --prefix $(BROWSER) --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts $(CHROMIUM)
	@cd $(BROWSER) && TMPDIR="$$PWD" node --input-type=module \
		-e 'import chromium from "@sparticuz/chromium"; await chromium.executablePath()'
	@$(BROWSER)/chromium --no-sandbox --version

check: $(STAMP) ## ruff, mypy --strict, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(STAMP) ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(STAMP) ## print the tables of quality and speed
	@$(BIN)/python -m benchmarks

shell: $(STAMP) ## make the completions and the man page from the parsers
	@$(BIN)/python docs/shell.py

shipped: $(STAMP) ## write the usual tags, first themes and sample pairs as Python
	@$(BIN)/python docs/shipped.py

screenshots: $(STAMP) ## make the pictures of the manual from the program
	@$(BIN)/python -m docs.make_screenshots

docs: $(STAMP) ## build the manual into build/docs
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs build/docs
	@echo "build/docs/index.html"

wheel: $(STAMP) ## build the wheel into dist/
	@$(BIN)/python -m build --wheel --outdir dist .

clean: ## remove everything that was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
