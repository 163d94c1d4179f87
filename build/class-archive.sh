#!/usr/bin/env bash
# Writes target/ringside.jsa: the classes that a start loads, as the JVM maps them, which saves a start half of its CPU.
# A server on a folder of its own is started and stopped as soon as it is ready; what it loaded is written down.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=$("$root/build/jdk.sh")/bin/java
options=$(< "$root/build/java.options")
jar=$root/target/ringside.jar
archive=$root/target/ringside.jsa
fits() { "$java" $options -Xshare:on -XX:SharedArchiveFile="$1" -Xlog:cds=off -jar "$jar" help > /dev/null 2>&1; }
if [ "$archive" -nt "$jar" ] && fits "$archive"; then exit 0; fi

folder=$(mktemp -d "$root/target/class-archive.XXXXXX")
server=''
clean_up() {
  if [ -n "$server" ]; then kill "$server" 2> /dev/null && wait "$server" || true; fi
  rm -rf "$folder" || true
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
give_up() {
  echo 'The archive of classes could not be made; the server starts without it, more slowly. The attempt said:' >&2
  cat "$folder/log" >&2
  exit 0
}

: > "$folder/log"
env -i PATH="$PATH" HOME="${HOME:-/}" RINGSIDE_DATA="$folder/data" RINGSIDE_PORT=0 RINGSIDE_MANAGEMENT_PORT=0 \
  "$java" $options -XX:ArchiveClassesAtExit="$folder/classes.jsa" -jar "$jar" serve > "$folder/log" 2>&1 &
server=$!
for ((round = 0; round < 600; round++)); do
  if grep -q 'Ringside is ready' "$folder/log"; then break; fi
  kill -0 "$server" 2> /dev/null || give_up
  sleep 0.2
done
grep -q 'Ringside is ready' "$folder/log" || give_up
kill "$server" 2> /dev/null || give_up
wait "$server" || true # ended by the signal
server=''
fits "$folder/classes.jsa" || give_up
mv "$folder/classes.jsa" "$archive"
