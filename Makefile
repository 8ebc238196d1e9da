# atrisk: make run opens the dashboard, make test runs every test.  Both install what is missing.
PREFIX  ?= /usr/local
TARGET  ?= filter
SWIFT   ?= swift
SOURCES  = Package.swift Sources Tests
DEBUG    = $(shell $(SWIFT) build --show-bin-path)
DOCS     = .build/docs
PAPER    = .build/paper
ATRISK   = $(shell $(SWIFT) build -c release --show-bin-path)/atrisk

.PHONY: setup run build test check docs paper bench fuzz fuzz-guided fuzz-seeds format lint install clean

setup:        ## install the Debian packages that are missing
	@./setup

run: build    ## open the dashboard on the sample study
	@$(ATRISK)

build: setup  ## build the program for use
	@$(SWIFT) build -c release --product atrisk 1>&2

test: setup lint  ## check the format and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --disable-xctest --skip-build

check: test docs build  ## all that a change must pass

docs: setup   ## document the statistics library below .build/docs; nothing public may go without
	$(SWIFT) build --target SurvivalStatistics
	@rm -rf $(DOCS) && mkdir -p $(DOCS)/graph
	@$(SWIFT) symbolgraph-extract -module-name SurvivalStatistics -I $(DEBUG)/Modules -I Sources/CRmath \
	  -target $(notdir $(patsubst %/,%,$(dir $(DEBUG)))) -minimum-access-level public -skip-synthesized-members \
	  -output-dir $(DOCS)/graph
	@$(SWIFT)c -swift-version 6 -o $(DOCS)/documented .ci/documented.swift
	$(DOCS)/documented $(DOCS)/graph/SurvivalStatistics.symbols.json
	docc convert Sources/SurvivalStatistics/SurvivalStatistics.docc --warnings-as-errors \
	  --additional-symbol-graph-dir $(DOCS)/graph --output-path $(DOCS)/SurvivalStatistics.doccarchive \
	  --fallback-display-name SurvivalStatistics --fallback-bundle-identifier SurvivalStatistics

paper: setup  ## set the figures of the sample study's paper beside its own: paper.md and paper.html in PAPER
	@$(SWIFT) run atrisk-paper $(PAPER)

bench: setup  ## time the hot paths against their peers
	@$(SWIFT) build -c release 1>&2
	@$(SWIFT) run -c release --skip-build atrisk-bench

fuzz: setup   ## read made-up inputs for SECONDS, or until interrupted
	@$(SWIFT) build -c release --product atrisk-fuzz 1>&2
	@$(SWIFT) run -c release --skip-build atrisk-fuzz $(if $(SECONDS),--seconds $(SECONDS)) $(FUZZ)

fuzz-guided: fuzz-seeds  ## the same for one reader, TARGET=filter, guided by what its inputs cover (libFuzzer)
	@$(SWIFT) build -c release --sanitize=fuzzer -Xswiftc -DLIBFUZZER --scratch-path .build/fuzzer \
	  --product atrisk-fuzz 1>&2
	@ATRISK_FUZZ_TARGET=$(TARGET) .build/fuzzer/release/atrisk-fuzz -timeout=10 \
	  $(if $(SECONDS),-max_total_time=$(SECONDS)) .build/corpus/$(TARGET)

fuzz-seeds: setup
	@$(SWIFT) run -c release atrisk-fuzz --seeds .build/corpus 1>&2

format:       ## format the sources
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint:         ## fail on sources that are not formatted
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

install: build  ## install below PREFIX
	install -D -m 755 $(ATRISK) $(DESTDIR)$(PREFIX)/bin/atrisk
	install -d $(DESTDIR)$(PREFIX)/share/atrisk/sample-data $(DESTDIR)$(PREFIX)/share/atrisk/themes
	install -m 644 sample-data/* $(DESTDIR)$(PREFIX)/share/atrisk/sample-data
	install -m 644 themes/*.toml $(DESTDIR)$(PREFIX)/share/atrisk/themes

clean:        ## forget what was built
	rm -rf .build
