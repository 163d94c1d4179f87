# One command to run, one to test. 'make help' lists them all.
MVN = mvn -B -q
export JAVA_HOME := $(shell build/jdk.sh)
# Maven's exec plugin takes 'java' from the path where Maven itself runs on the wanted JDK.
export PATH := $(JAVA_HOME)/bin:$(PATH)

.PHONY: help tools jar build demo run test bench faults format clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

tools:
	@build/jdk.sh --check
	@command -v mvn > /dev/null || { echo 'Ringside is built with Maven 3.8 or later: install it (package maven).' >&2; exit 1; }

jar: tools
	@[ -e target/ringside.jar ] || echo 'Building Ringside and its pages. The first time this takes a few minutes, and says nothing unless it fails.'
	$(MVN) package -DskipTests

build: jar ## build the server and the web pages into target/
	@build/class-archive.sh

demo: build ## run with an example organisation and a live floor simulator
	./ringside demo

run: build ## run an empty server
	./ringside serve

test: tools ## every test: unit, PostgreSQL, browser
	mvn -B verify

bench: build ## measure the budgets on this machine; BENCH='live reads' for some of them
	$(MVN) test-compile exec:exec@bench -DskipWeb -Dbench.parts='$(BENCH)'

faults: tools ## kill the server twenty times under load
	mvn -B test -DskipWeb -Dtest.groups=faults -Dtest.excludedGroups=

format: tools ## put the Java sources into the house format
	$(MVN) process-sources -Dformat

clean: ## remove what was built; data/ stays
	$(MVN) clean
