# Every task of the project. `make` or `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PORT ?= 8000
STAMP = $(VENV)/.installed-$(shell cat .ci/requirements.lock pyproject.toml | cksum | cut -d' ' -f1)
TEST_STAMP = $(VENV)/.tests-installed-$(shell cat .ci/requirements.lock .ci/requirements-test.lock pyproject.toml | cksum | cut -d' ' -f1)
# one more than there are cores: tests wait as well, for servers, pages and time limits
WORKERS = $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))
TORCH = $(shell grep '^torch==' .ci/requirements.lock)

.PHONY: help setup serve test lint format fuzz bench samples screenshots web-speed lock clean
.DEFAULT_GOAL := help

help: ## List the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 14

setup: $(STAMP) ## Set up the environment (done by the others as needed)

# torch first and alone: its CPU build must be in place before anything asks for torch and gets the CUDA one
$(STAMP): .ci/requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --retries 0 $(TORCH)
	$(BIN)/python -m pip install --quiet -r .ci/requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m knowledge.minilm
	@rm -f $(VENV)/.installed-* && touch $@

$(TEST_STAMP): $(STAMP) .ci/requirements-test.lock
	$(BIN)/python -m pip install --quiet -r .ci/requirements-test.lock
	@rm -f $(VENV)/.tests-installed-* && touch $@

serve: $(STAMP) ## Run the server on 127.0.0.1:8000 with the sample site ingested (PORT=9000 for another port)
	$(BIN)/linelead serve --sample --port $(PORT)

# what a hundred processes of the tests import is compiled once, also where Python is told to keep nothing
test: export PYTHONDONTWRITEBYTECODE =
test: $(TEST_STAMP) ## Run the tests
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(TEST_STAMP) ## Check style and types; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright

format: $(TEST_STAMP) ## Put the code into the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

fuzz: $(TEST_STAMP) ## Send ten thousand made-up requests to a server of its own
	$(BIN)/python -m pytest tests/app/test_fuzz.py --hypothesis-profile=fuzz

bench: $(TEST_STAMP) ## Measure speed, memory and start-up on this machine
	$(BIN)/python -m evals.bench

samples: $(TEST_STAMP) ## Remake the sample site's PDF and DOCX files from their sources
	$(BIN)/python -m knowledge.samples.build

screenshots: $(TEST_STAMP) ## Take pictures of every screen of the web app into screenshots/
	$(BIN)/python -m tests.web.screenshots screenshots

web-speed: $(TEST_STAMP) ## Measure how soon the web app can be used on a slow phone
	$(BIN)/python -m tests.web.speed

lock: ## Resolve the dependencies anew and write the lock files
	rm -rf $(VENV)-lock && $(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --retries 0 $(TORCH)
	$(VENV)-lock/bin/python -m pip install --quiet packaging ".[test]"
	$(VENV)-lock/bin/python .ci/lock.py && rm -rf $(VENV)-lock

clean: ## Remove the environment and caches; your data folder (.linelead) stays
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .hypothesis
