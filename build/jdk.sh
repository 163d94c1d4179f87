#!/usr/bin/env bash
# Prints the home of the newest JDK of release 21 or later; '--check' says in one sentence what to install where there is none.
set -u
release() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }
best='' newest=20
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/*; do
  [ -x "$home/bin/javac" ] || continue
  version=$(release "$home")
  if [ "${version:-0}" -gt "$newest" ]; then best=$home newest=$version; fi
done
if [ -z "$best" ] && [ "${1:-}" = --check ]; then
  echo 'Ringside needs a JDK of release 21 or later: install one (for instance the package temurin-25-jdk or openjdk-21-jdk) under /usr/lib/jvm, or point JAVA_HOME at it.' >&2
  exit 1
fi
[ "${1:-}" = --check ] || printf '%s\n' "$best"
