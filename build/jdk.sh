#!/usr/bin/env bash
# Prints the home of the newest JDK of release 21 or later; '--check' says in one sentence what to install where there is none.
set -u
newest=20 best=''
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/java/*; do
  [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
  [[ $(< "$home/release") =~ JAVA_VERSION=\"([0-9]+) ]] || continue
  if [ "${BASH_REMATCH[1]}" -gt "$newest" ]; then best=$home newest=${BASH_REMATCH[1]}; fi
done
if [ -z "$best" ] && [ "${1:-}" = --check ]; then
  echo 'Ringside needs a JDK of release 21 or later: install one (for instance the package temurin-25-jdk or openjdk-21-jdk) under /usr/lib/jvm, or point JAVA_HOME at it.' >&2
  exit 1
fi
[ "${1:-}" = --check ] || printf '%s\n' "$best"
