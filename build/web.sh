#!/usr/bin/env bash
# Builds the web pages into target/classes/webroot ('build'), checks and tests their parts ('test'),
# sees to it that there is a Chromium ('browser'), or plays them in it against a server of the tests' own ('e2e').
# Does nothing where nothing changed: what was installed, built and tested is remembered by hash under target/.
# Further arguments are Maven's skip flags; one 'true' among them skips.
set -eu
task=$1; shift
for flag in "$@"; do [ "$flag" != true ] || exit 0; done
cd "$(dirname "$0")/../web"
stamps=../target/web
webroot=../target/classes/webroot

if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then
  echo "Ringside's web pages are built with Node.js 20.19 or later: install it (with npm), or leave the pages out with -DskipWeb." >&2
  exit 1
fi

# The pages' types are made from the contracts, and their password rules are held to the server's.
contracts='../src/main/resources/openapi.yaml ../src/main/resources/asyncapi.yaml
  ../src/main/java/org/ringside/credential/PasswordRules.java'
hash_of() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }
is_stamped() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$stamps" && printf '%s\n' "$2" > "$stamps/$1"; }
# npm says nothing unless it fails.
quietly() { local log; log=$(mktemp); "$@" > "$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; exit 1; }; rm -f "$log"; }

need_chromium() {
  for browser in "${RINGSIDE_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ ! -x "$browser" ] || return 0
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    quietly apt-get install -y --no-install-recommends chromium fonts-noto-cjk
  else
    echo "The walls are tested in Chromium: install it (packages chromium and fonts-noto-cjk), point RINGSIDE_CHROMIUM at it, or leave the pages out with -DskipWeb." >&2
    exit 1
  fi
}

lock=$(hash_of package.json package-lock.json)
if [ "$(cat node_modules/.ringside 2>/dev/null)" != "$lock" ]; then
  quietly npm ci --no-audit --no-fund
  printf '%s\n' "$lock" > node_modules/.ringside
fi

sources=$(hash_of . $contracts -path ./node_modules -prune -o -path ./test-results -prune -o -path ./e2e -prune -o)
case $task in
  build)
    if ! is_stamped built "$sources" || [ ! -f $webroot/wall.html ]; then
      quietly npm run --silent build
      stamp built "$sources"
    fi ;;
  test)
    if ! is_stamped tested "$sources"; then
      quietly npm run --silent format:check
      quietly npm run --silent check
      quietly npm run --silent test
      stamp tested "$sources"
    fi ;;
  browser) need_chromium ;;
  e2e)
    all=$(hash_of . -path ./node_modules -prune -o -path ./test-results -prune -o)
    if ! is_stamped played "$all"; then
      # The tests against a real server are WallTest's.
      unset RINGSIDE_URL
      quietly npm run --silent e2e
      stamp played "$all"
    fi ;;
  *) echo "web.sh: build, browser, test or e2e, not '$task'" >&2; exit 2 ;;
esac
