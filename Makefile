# atrisk: make run opens the dashboard, make test runs every test.  Both install what is missing.
PREFIX  ?= /usr/local
SWIFT   ?= swift
SOURCES  = Package.swift Sources Tests
ATRISK   = $(shell $(SWIFT) build -c release --show-bin-path)/atrisk

.PHONY: setup run build test check bench format lint install clean

setup:        ## install the Debian packages that are missing
	@./setup

run: build    ## open the dashboard on the sample study
	@$(ATRISK)

build: setup  ## build the program for use
	@$(SWIFT) build -c release --product atrisk 1>&2

test: setup lint  ## check the format and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --disable-xctest --skip-build

check: test build  ## all that a change must pass

bench: setup  ## time the hot paths against their peers
	@$(SWIFT) build -c release 1>&2
	@$(SWIFT) run -c release --skip-build atrisk-bench

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
