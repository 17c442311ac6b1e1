# Yinzhu. `make help` lists the targets.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=

# Other people's test data, used in place.
SHARED  := $(or $(YINZHU_SHARED),../shared)
CSL_STYLES ?= /usr/share/citation-style-language/styles
PEERS   := .build/peers
FUZZ_SECONDS ?= 600

UNAME   := $(shell uname -s)
YINZHU  := .build/release/yinzhu
SEED    := seeds/000_0ca077e0b089f7db.txt
BUILDING := --explicit-target-dependency-import-check error
# The command then starts faster, and runs without a Swift installation. Apple's systems bring the library with them.
STATIC  := $(if $(filter Darwin,$(UNAME)),,--static-swift-stdlib)

# What the build needs beside Swift, and what gives more styles but is not needed.
APT_NEEDED := libxml2-dev libzip-dev libicu-dev libyaml-dev poppler-utils pkg-config git ca-certificates
APT_STYLES := citation-style-language-styles citation-style-language-locales

bindir  := $(DESTDIR)$(PREFIX)/bin
datadir := $(DESTDIR)$(PREFIX)/share/yinzhu
mandir  := $(DESTDIR)$(PREFIX)/share/man/man1
bashdir := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zshdir  := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fishdir := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: help setup setup-styles check-swift build demo test test-peers test-peers-bibtex test-peers-formats lint docs bench bench-peers bench-csl bench-formats conformance conformance-formats matrix training-tool train ablation confusion fuzz install uninstall clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: check-swift ## Install what is missing to build (apt), and say so
ifeq ($(UNAME),Darwin)
	@if pkg-config --exists libxml-2.0 libzip icu-i18n yaml-0.1; then \
	  echo "setup: nothing is missing"; \
	else \
	  echo "setup: run: brew install pkg-config libxml2 libzip icu4c libyaml poppler"; \
	  echo "       then put the pkgconfig folders of libxml2 and icu4c into PKG_CONFIG_PATH, as brew says"; \
	  exit 1; \
	fi
else
	@$(call apt-install,$(APT_NEEDED))
endif

setup-styles: ## Install 10,000 journal styles and all locales (apt; optional)
	@$(call apt-install,$(APT_STYLES))

# Installs those of some packages that are missing; as root, or through sudo.
define apt-install
if ! command -v dpkg-query >/dev/null; then \
  if pkg-config --exists libxml-2.0 libzip icu-i18n yaml-0.1; then echo "setup: nothing is missing"; exit 0; fi; \
  echo "setup: no apt here; install with the system's own tool what is called in Debian: $(1)" >&2; exit 1; \
fi; \
missing=; \
for package in $(1); do \
  status=$$(dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null || true); \
  case "$$status" in *"ok installed") ;; *) missing="$$missing $$package" ;; esac; \
done; \
if [ -z "$$missing" ]; then echo "setup: nothing is missing"; exit 0; fi; \
echo "setup: installing$$missing"; \
if [ "$$(id -u)" = 0 ]; then root=; \
elif command -v sudo >/dev/null; then root="sudo"; \
else echo "setup: run as root: apt-get install$$missing" >&2; exit 1; fi; \
$$root apt-get update -qq; \
$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing
endef

check-swift:
	@if ! command -v $(SWIFT) >/dev/null; then \
	  echo "setup: Swift 6.3 or later is needed, and there is no swift in PATH." >&2; \
	  echo "       Install it as https://www.swift.org/install/ says, then run make again." >&2; \
	  exit 1; \
	fi; \
	version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1); \
	if [ "$$(printf '%s\n' 6.3 "$${version:-0}" | sort -V | head -n 1)" != 6.3 ]; then \
	  echo "setup: Swift 6.3 or later is needed; $(SWIFT) is $${version:-of an unknown version}." >&2; \
	  echo "       Install it as https://www.swift.org/install/ says, then run make again." >&2; \
	  exit 1; \
	fi

build: setup ## Build the release command, .build/release/yinzhu
	$(SWIFT) build -c release $(STATIC) $(BUILDING) --product yinzhu

demo: build ## Extract the seed article: report, and demo/bibliography.{bib,json,txt}
	@mkdir -p demo
	@echo
	@$(YINZHU) extract $(SEED) --quiet
	@$(YINZHU) extract $(SEED) --quiet --to biblatex -o demo/bibliography.bib
	@$(YINZHU) extract $(SEED) --quiet --to csl-json -o demo/bibliography.json
	@$(YINZHU) extract $(SEED) --quiet --to gbt7714 -o demo/bibliography.txt
	@echo
	@echo "demo/bibliography.txt (GB/T 7714—2015):"
	@cat demo/bibliography.txt
	@echo
	@echo "Written: demo/bibliography.bib (BibLaTeX), demo/bibliography.json (CSL-JSON), demo/bibliography.txt"

test: setup ## Build all and run all tests
	$(SWIFT) build --build-tests $(BUILDING)
	@mkdir -p .build; status=0; \
	$(SWIFT) test --skip-build $(BUILDING) 2>&1 | tee .build/test.log || status=$$?; \
	awk -f .ci/summary.awk .build/test.log || status=1; \
	exit $$status

test-peers: test-peers-bibtex test-peers-formats ## Let other programs read what we write; each is skipped where not installed

test-peers-bibtex: build ## The part for BibTeX and BibLaTeX: biber, bibtex, bibtool, pandoc
	@Tests/Peers/bibtex.sh $(YINZHU) $(SHARED)

test-peers-formats: build ## The part for the other formats: rispy, bibutils, xmllint, pandoc, typst
	@Tests/Peers/formats.sh $(YINZHU) "$(SHARED)" $(PEERS)

lint: ## Check the form of the code
	$(SWIFT) format lint --strict --parallel -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources

docs: build ## Write docs/checks from the rules, docs/formats.md from the tables
	@mkdir -p docs/checks
	@rm -f docs/checks/*.md
	@$(YINZHU) explain --all --to-directory docs/checks
	@$(YINZHU) formats --markdown -o docs/formats.md
	@echo "Written: docs/checks ($$(ls docs/checks | wc -l | tr -d ' ') pages)"

bench: build ## Measure extract, parse and start-up; FILES=… measures files of yours too
	@$(SWIFT) build -c release $(STATIC) --package-path Benchmarks
	@Benchmarks/.build/release/yinzhu-benchmarks $(SEED) $(YINZHU) $(FILES)

bench-peers: ## Install pandoc, typst and rispy for bench-csl and test-peers (into .build/peers; optional)
	@test -x $(PEERS)/bin/python || python3 -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet pypandoc_binary typst rispy

bench-csl: build ## Measure cite beside citeproc-js, pandoc and typst
	@$(SWIFT) build -c release $(STATIC) --package-path Benchmarks --product yinzhu-csl-benchmarks
	@test -d "$(SHARED)/bench/csl" || { echo "bench-csl: skipped: there is no $(SHARED)/bench/csl; set YINZHU_SHARED"; exit 0; }; \
	test -d "$(CSL_STYLES)" || { echo "bench-csl: skipped: there is no $(CSL_STYLES); make setup-styles, or set CSL_STYLES"; exit 0; }; \
	if [ -z "$${PANDOC:-}" ] && [ -x $(PEERS)/bin/python ]; then \
	  PANDOC=$$($(PEERS)/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())'); export PANDOC; \
	fi; \
	if [ -z "$${TYPST_PYTHON:-}" ] && [ -x $(PEERS)/bin/python ]; then \
	  export TYPST_PYTHON="$(CURDIR)/$(PEERS)/bin/python"; \
	fi; \
	export CSL_LOCALES="$${CSL_LOCALES:-$(abspath $(SHARED))/csl-locales}"; \
	mkdir -p .build/bench-csl; \
	Benchmarks/.build/release/yinzhu-csl-benchmarks "$(CURDIR)/$(YINZHU)" "$(abspath $(SHARED))/bench/csl" "$(CSL_STYLES)" \
	  "$(CURDIR)/.build/bench-csl"

# Entries of our own making for bench-formats.
BENCH_ENTRIES ?= 100000

bench-formats: build ## Measure reading BibLaTeX and writing CSL-JSON beside bibclean, bib2xml, pandoc and bibtool
	@$(SWIFT) build -c release $(STATIC) --package-path Benchmarks --product yinzhu-formats-benchmarks
	@test -f "$(SHARED)/bench/csl/gen.py" || { echo "bench-formats: skipped: there is no $(SHARED)/bench/csl/gen.py; set YINZHU_SHARED"; exit 0; }; \
	mkdir -p .build/bench-formats && python3 "$(SHARED)/bench/csl/gen.py" $(BENCH_ENTRIES) .build/bench-formats > /dev/null; \
	Benchmarks/.build/release/yinzhu-formats-benchmarks .build/bench-formats/items.bib $(YINZHU)

conformance: setup ## Run the CSL test suite, csl-zh and all of Debian's styles, in release
	$(SWIFT) build -c release $(STATIC) $(BUILDING) --product csl-suite
	@status=0; \
	run() { \
	  if [ -d "$$1" ]; then echo; echo "$$1"; .build/release/csl-suite "$$@" || status=1; \
	  else echo "conformance: skipped: there is no $$1"; fi; \
	}; \
	run "$(SHARED)/csl-test-suite" --locales "$(SHARED)/csl-locales"; \
	run "$(SHARED)/csl-zh" --least 0.99; \
	run "$(CSL_STYLES)"; \
	run "$(CSL_STYLES)/dependent"; \
	$(MAKE) --no-print-directory conformance-formats || status=1; \
	exit $$status

# Records of our own making for the matrix.
MATRIX_RECORDS ?= 10000

matrix: setup ## Convert records from every format into every other; a silent loss fails
	$(SWIFT) build -c release $(STATIC) $(BUILDING) --product format-suite
	@.build/release/format-suite matrix --count $(MATRIX_RECORDS) $(wildcard $(SHARED)/gbt7714/*.bib) $(wildcard $(SHARED)/csl-zh/items/*.json)

conformance-formats: setup ## Read the files of formats, and compare with the records expected
	$(SWIFT) build -c release $(STATIC) $(BUILDING) --product format-suite
	@if [ -d "$(SHARED)/formats" ]; then .build/release/format-suite conformance "$(SHARED)/formats" --verbose; \
	else echo "conformance-formats: skipped: there is no $(SHARED)/formats; set YINZHU_SHARED"; fi

TRAINING = .build/release/citation-training

training-tool: setup setup-styles
	$(SWIFT) build -c release $(STATIC) $(BUILDING) --product citation-training

train: training-tool ## Train the weights of the parser on citations of our own making
	$(TRAINING) train

ablation: training-tool ## What each lexicon is worth to the parser
	$(TRAINING) ablation

confusion: training-tool ## Which pattern reads citations of which type
	$(TRAINING) confusion

fuzz: ## Fuzz the readers of styles, formats, documents and notes, FUZZ_SECONDS each (600)
	@$(SWIFT) build -c release --package-path Fuzz -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
	@for target in FuzzStyle FuzzCSLJSON FuzzDocument FuzzNote FuzzFormats; do \
	  mkdir -p .build/fuzz/$$target; \
	  SWIFT_BACKTRACE=enable=no Fuzz/.build/release/$$target .build/fuzz/$$target Fuzz/Seeds/$$target -max_total_time=$(FUZZ_SECONDS) \
	    -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix=.build/fuzz/ </dev/null || exit 1; \
	done

install: ## Install under PREFIX (/usr/local); DESTDIR for packagers
	@test -x $(YINZHU) || { echo "install: run make build first" >&2; exit 1; }
	install -d "$(bindir)" "$(datadir)/styles" "$(datadir)/locales" "$(datadir)/lexicons" "$(mandir)"
	install -d "$(bashdir)" "$(zshdir)" "$(fishdir)"
	install -m 755 $(YINZHU) "$(bindir)/yinzhu"
	install -m 644 styles/*.csl "$(datadir)/styles/"
	install -m 644 Sources/CLocales/locales/*.xml "$(datadir)/locales/"
	install -m 644 Sources/CLexicons/lexicons/*.tsv "$(datadir)/lexicons/"
	install -m 644 docs/yinzhu.1 "$(mandir)/yinzhu.1"
	$(YINZHU) --generate-completion-script bash > "$(bashdir)/yinzhu"
	$(YINZHU) --generate-completion-script zsh > "$(zshdir)/_yinzhu"
	$(YINZHU) --generate-completion-script fish > "$(fishdir)/yinzhu.fish"

uninstall: ## Remove what install put under PREFIX
	rm -f "$(bindir)/yinzhu" "$(mandir)/yinzhu.1"
	rm -f "$(bashdir)/yinzhu" "$(zshdir)/_yinzhu" "$(fishdir)/yinzhu.fish"
	rm -rf "$(datadir)"

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build Fuzz/.build demo
