#!/usr/bin/env bash
# An embedded PostgreSQL of its own for tests that kill it. Prints where it listens, then does what it reads, a word a line:
#   kill    with -9, all of its processes        immediate  as a supervisor in a hurry stops it
#   start   starts it again; answers when it is ready
# Ends, and leaves nothing behind, when its standard input does.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
source "$repository/infra/postgres/embedded.sh"

start() {
  # What was committed outlives the process without fsync: the system has it. It would not with synchronous_commit=off.
  embedded_start "$workplace/postgres.log" -c fsync=off -c full_page_writes=off -c max_connections=120
}

# kill_all SIGNAL: the postmaster, with -9 its children too, who would otherwise live on for a moment and keep the next one out.
kill_all() {
  local child children
  children=$(cat "/proc/$pg_pid/task/$pg_pid/children")
  kill -s "$1" "$pg_pid"
  # shellcheck disable=SC2086
  [[ $1 != KILL ]] || kill -s KILL $children 2>/dev/null || true
  wait "$pg_pid" 2>/dev/null || true
  for child in $children; do
    while is_alive "$child"; do sleep 0.01; done
  done
}

workplace=$(mktemp -d /tmp/openstatehub-killable-XXXXXX)
trap 'embedded_stop; rm -rf "$workplace"' EXIT
trap 'exit 143' INT TERM HUP
chmod 0711 "$workplace"
embedded_prepare "$workplace" >&2
embedded_init "$workplace/init.log" >&2
start
embedded_connection postgres postgres
while read -r word; do
  case $word in
    kill) kill_all KILL ;;
    immediate) kill_all QUIT ;;
    start) start ;;
    *) die "unknown word $word." ;;
  esac
  say "$word"
done
