# One command to run, one to test. 'make help' lists them all.
MVN = mvn -B -q
export JAVA_HOME := $(shell build/jdk.sh)
# Maven's exec plugin takes 'java' from the path where Maven itself runs on the wanted JDK.
export PATH := $(JAVA_HOME)/bin:$(PATH)

.PHONY: help build demo run test bench faults format clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

build: ## build the server and the web pages into target/
	@build/jdk.sh --check
	$(MVN) package -DskipTests

demo: build ## run with an example organisation and a live floor simulator
	./ringside demo

run: build ## run an empty server
	./ringside serve

test: ## every test: unit, PostgreSQL, browser
	@build/jdk.sh --check
	mvn -B verify

faults: ## kill the server twenty times under load
	@build/jdk.sh --check
	mvn -B test -DskipWeb -Dtest.groups=faults -Dtest.excludedGroups=

format: ## put the Java sources into the house format
	@build/jdk.sh --check
	$(MVN) process-sources -Dformat

clean: ## remove what was built; data/ stays
	$(MVN) clean
