#!/usr/bin/env bash
# Writes the classes that a start loads into an archive that the JVM maps, which saves a start half of its CPU:
# a server on a folder of its own is started, stopped as soon as it is ready, and what it loaded is written down.
# '--name' prints the archive's path, which tells the JDK that it belongs to.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
home=$("$root/build/jdk.sh")
release=$(cksum < "$home/release")
archive=$root/target/ringside-${release%% *}.jsa
jar=$root/target/ringside.jar
if [ "${1:-}" = --name ]; then printf '%s\n' "$archive"; exit; fi
[ ! "$archive" -nt "$jar" ] || exit 0

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
give_up() {
  echo "The archive of classes could not be made; the server starts without it, more slowly. The attempt said:" >&2
  cat "$folder/log" >&2
  rm -f "$archive"
  exit 0
}

rm -f "$root"/target/ringside-*.jsa
env -i PATH="$PATH" HOME="$HOME" RINGSIDE_DATA="$folder/data" RINGSIDE_PORT=0 RINGSIDE_MANAGEMENT_PORT=0 \
  "$home/bin/java" $(< "$root/build/java.options") -XX:ArchiveClassesAtExit="$archive" -jar "$jar" serve > "$folder/log" 2>&1 &
server=$!
for _ in {1..600}; do
  grep -q 'Ringside is ready' "$folder/log" && break
  kill -0 "$server" 2> /dev/null || give_up
  sleep 0.2
done
kill "$server" 2> /dev/null || give_up
wait "$server" || true # ended by the signal
[ -s "$archive" ] || give_up
