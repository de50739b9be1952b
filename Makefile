# Each target is one call of one tool. ARGS goes to the tool: make test ARGS="-k wav -x"
SHELL := bash
BIN := .venv/bin
ARGS ?=
# Where system-test installs PostgreSQL, a test that is skipped for the lack of it is a failure.
REQUIRE := $(if $(shell command -v apt-get),VRP_REQUIRE_POSTGRES=1)
.DEFAULT_GOAL := run
.PHONY: run test coverage bench campaign mutate lint format lint-style lint-format lint-types lint-layers lint-dead lint-dependencies \
        pictures icons errors shortcuts translations lock wheel clean system-run system-test system-bench

run: system-run .venv/run.stamp ## opens the window
	@scripts/run.sh $(ARGS)

test: system-test .venv/dev.stamp ## runs every test
	$(REQUIRE) scripts/test.sh $(ARGS)

coverage: system-test .venv/dev.stamp ## runs every test, says which lines none of them reaches, and takes half as long again
	COVERAGE=1 $(REQUIRE) scripts/test.sh $(ARGS)

bench: system-bench .venv/dev.stamp ## measures speed and memory
	$(BIN)/python -m pytest -m bench -s -o faulthandler_timeout=0 $(ARGS)

campaign: system-test .venv/dev.stamp ## the long forms of the tests that kill, crowd and fail
	$(REQUIRE) $(BIN)/python -m pytest -m campaign -o faulthandler_timeout=0 --durations=0 $(ARGS)

mutate: system-test .venv/dev.stamp ## asks of thousands of small changes to the data layer whether a test notices: hours
	scripts/mutate.sh $(ARGS)

# One target each, so that `make -k lint` shows the findings of all.
lint: lint-style lint-format lint-types lint-layers lint-dead lint-dependencies
lint-style: .venv/dev.stamp
	$(BIN)/ruff check
lint-format: .venv/dev.stamp
	$(BIN)/ruff format --check --output-format concise
lint-types: .venv/dev.stamp
	$(BIN)/mypy vrp tests migrations $(wildcard scripts/*.py)
lint-layers: .venv/dev.stamp
	$(BIN)/lint-imports --no-logo
lint-dead: .venv/dev.stamp
	$(BIN)/vulture
lint-dependencies: .venv/dev.stamp
	$(BIN)/deptry .

format: .venv/dev.stamp ## puts the code into its form
	$(BIN)/ruff check --fix-only . && $(BIN)/ruff format

pictures: system-test .venv/dev.stamp ## makes the pictures of the README from the real window
	$(BIN)/python scripts/pictures.py $(ARGS)

icons: .venv/dev.stamp ## draws resources/icons/app.svg in every size
	$(BIN)/python -m scripts.app_icons

errors: .venv/dev.stamp ## writes docs/errors.md from the program
	$(BIN)/python -m scripts.error_catalogue

translations: .venv/dev.stamp ## brings resources/translations up to the program, and says what is not translated yet
	$(BIN)/python -m scripts.translations

shortcuts: .venv/dev.stamp ## writes docs/shortcuts.md from the program
	$(BIN)/python -m scripts.shortcut_page

lock: .venv/dev.stamp ## writes both lock files anew
	scripts/lock.sh $(ARGS)

wheel: .venv/dev.stamp ## builds dist/*.whl and dist/*.tar.gz
	$(BIN)/python -m hatchling build

clean: ## removes what the other targets made, except .venv and the library
	rm -rf dist build .coverage .coverage.* htmlcov .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis mutants

system-run system-test system-bench: system-%:
	@scripts/system_packages.sh $*

.venv/run.stamp: requirements.lock pyproject.toml scripts/environment.sh
	scripts/environment.sh requirements.lock && touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml scripts/environment.sh
	scripts/environment.sh requirements-dev.lock && touch $@ .venv/run.stamp
