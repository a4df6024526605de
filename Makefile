# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FILE ?= sample_projects/support-bot.tradeoff
STAMP := $(VENV)/.installed
SOURCES := tradeoff_app tests sample_projects benchmarks

WORDS := resources/translations

.PHONY: run test check compiled bench samples translations pictures clean

$(STAMP): pyproject.toml constraints.txt packaging/system_libraries.sh
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] <= (3, 13); sys.exit(0 if ok else "Tradeoff needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12 …")'
	@sh packaging/system_libraries.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(WORDS)/%.qm: $(WORDS)/%.ts $(STAMP)
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

LANGUAGES := $(patsubst %.ts,%.qm,$(wildcard $(WORDS)/*.ts))

# Modules compiled once, as an installed program has them, also where the shell keeps Python from it.
compiled: $(STAMP)
	@$(BIN)/python -m compileall -q tradeoff_app

run: compiled $(LANGUAGES)
	@$(BIN)/python packaging/open_or_brief.py "$(FILE)"

test: compiled $(LANGUAGES) check
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal $(PYTEST_OPTIONS)

check: $(STAMP)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

bench: compiled
	@for script in start slider_to_paint window read_files analysis briefing; do QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/$$script.py || exit 1; done

samples: $(STAMP)
	$(BIN)/python sample_projects/make_samples.py

translations: $(STAMP)
	$(BIN)/python packaging/translations.py update

pictures: $(STAMP) $(LANGUAGES)
	$(BIN)/python packaging/guide_pictures.py

clean:
	rm -rf $(WORDS)/*.qm $(VENV) out .mypy_cache .ruff_cache .hypothesis *.egg-info
