# shellcheck shell=bash disable=SC2034,SC2154
# The budgets that bench.sh measures, one function each.

import_once() {
  local from
  prepare "$1"
  from=$(now)
  hub "$1" tenants import "$catalogue" >"$workplace/import.log" 2>&1 || { tail -n 5 "$workplace/import.log" >&2; die "the catalogue could not be imported."; }
  say $(($(now) - from)) >>"$workplace/import.times"
}

# Whole commands, each into an empty catalogue.
measure_import() {
  say "Import of the catalogue …"
  if [[ -z $catalogue ]]; then
    skip "import of the catalogue" "give it with --catalogue"
    return
  fi
  import_once import_1
  import_once import_2
  import_once import_3
  budget "import of the catalogue" "$(awk '{ print $1 / 1000 }' "$workplace/import.times" | median)" at-most 5 " s"
}

fill_databases() {
  local from
  say "Filling two databases …"
  prepare few
  hub few seed load --tenants 25 --commitments 20 2>/dev/null
  prepare hub
  [[ -z $catalogue ]] || ((places < 2510)) || hub hub tenants import "$catalogue" 2>/dev/null
  from=$(now)
  hub hub seed load --tenants "$places" --commitments 20 2>/dev/null
  say "  $places places × 20 commitments × 10 activities in $((($(now) - from) / 1000)) s"
  list_hosts few 25
  list_hosts hub "$places"
  say localhost >"$workplace/national.hosts"
}

# list_hosts DATABASE COUNT: the hosts that wrk walks.
list_hosts() {
  hub "$1" tenants list --status Active >"$workplace/$1.list" 2>/dev/null
  awk '$2 != "National" { print $1 ".localhost" }' "$workplace/$1.list" >"$workplace/$1.hosts"
  [[ $(wc -l <"$workplace/$1.hosts") == "$2" ]] || die "$1 has $(wc -l <"$workplace/$1.hosts") active places instead of $2."
}

# compare NAME LIMIT PATH MANY-HOSTS FEW-HOSTS: median latency over the full hub against the small one, with one connection, in
# alternating rounds.
compare() {
  local name=$1 limit=$2 path=$3 round many few
  # Both processes must have compiled what they run often before either is measured.
  for round in 1 2; do
    load "$few_port" "$5" "$path" 8
    load "$many_port" "$4" "$path" 8
  done
  : >"$workplace/rounds"
  for ((round = 0; round < rounds; round++)); do
    load "$many_port" "$4" "$path" 1
    many=$latency
    load "$few_port" "$5" "$path" 1
    few=$latency
    say "$many $few" >>"$workplace/rounds"
  done
  many=$(awk '{ print $1 }' "$workplace/rounds" | median)
  few=$(awk '{ print $2 }' "$workplace/rounds" | median)
  say "  $path: $many ms against $few ms"
  budget "$name" "$(ratio "$many" "$few")" at-most "$limit" " times"
}

# A name for free text in the query, even an empty one, keeps every answer out of the cache.
measure_trackers() {
  say "Uncached trackers …"
  compare "uncached tracker, $places places against 25" 1.4 '/?q=' "$workplace/hub.hosts" "$workplace/few.hosts"
}

measure_national() {
  say "National pages …"
  compare "national page, $places places against 32" 2 '/?q=' "$workplace/national.hosts" "$workplace/national.hosts"
  compare "/entidades, $places places against 32" 2 '/entidades?q=' "$workplace/national.hosts" "$workplace/national.hosts"
}

measure_commands() {
  say "SQL commands …"
  head -n 1 "$workplace/hub.hosts" >"$workplace/tracker.hosts"
  count_commands "$workplace/tracker.hosts" '/?q='
  budget "tracker, SQL commands" "$commands" at-most 6 ""
  count_commands "$workplace/national.hosts" '/?q='
  budget "national page, SQL commands" "$commands" at-most 6 ""
  count_commands "$workplace/national.hosts" '/entidades?q='
  budget "/entidades, SQL commands" "$commands" at-most 6 ""
}

# count_commands HOSTS PATH: sets commands, what one request sends, by the server's own log. The one that enters the tenant when a
# connection opens belongs to the wall and is not counted; there is one a request, so it tells how many requests there were.
count_commands() {
  local from
  client warm "$many_port" "$1" "$2"
  log_statements all
  from=$(wc -l <"$workplace/postgres.log")
  load "$many_port" "$1" "$2" 1
  log_statements none
  commands=$(sed -n "$((from + 1)),\$p" "$workplace/postgres.log" | awk '
    / execute [^:]*: / { if (/set_config/) entered++; else sent++ }
    END { printf "%.0f", entered ? sent / entered : 99 }')
}

log_statements() {
  printf "log_statement = '%s'\n" "$1" >>"$pg_home/data/postgresql.auto.conf"
  kill -HUP "$pg_pid"
  sleep 0.5
}

measure_cache() {
  local round size cached bare
  say "Cached trackers …"
  client warm "$many_port" "$workplace/hub.hosts" /
  size=$(cat "$workplace/said")
  load "$many_port" "$workplace/hub.hosts" / 32
  load "$many_port" "$workplace/hub.hosts" "/bench/bytes/$size" 32
  : >"$workplace/rounds"
  for ((round = 0; round < rounds; round++)); do
    load "$many_port" "$workplace/hub.hosts" / 32
    cached=$rate
    load "$many_port" "$workplace/hub.hosts" "/bench/bytes/$size" 32
    bare=$rate
    say "$cached $bare" >>"$workplace/rounds"
  done
  cached=$(awk '{ print $1 }' "$workplace/rounds" | median)
  bare=$(awk '{ print $2 }' "$workplace/rounds" | median)
  say "  $size bytes: $cached requests/s against $bare"
  budget "cached tracker over $places hosts against bare bytes" "$(ratio "$cached" "$bare")" at-least 0.3 " times"
}

measure_memory() {
  local resident
  resident=$(awk '/^VmRSS:/ { printf "%.0f", $2 / 1024 }' "/proc/${webs[0]}/status")
  budget "web process after serving $places places" "$resident" at-most 400 " MB"
}

# A report through the command line, as an owner's would be, and two nodes: the slower one counts.
measure_visibility() {
  local slug round
  say "A change on every node …"
  start_web hub "$second_port"
  slug=$(sed -n '2s/\.localhost//p' "$workplace/hub.hosts")
  : >"$workplace/visible.times"
  for ((round = 0; round < 2 * rounds; round++)); do
    client visible "$hub_dll" "$slug" / "$many_port" "$second_port"
    cat "$workplace/said" >>"$workplace/visible.times"
  done
  budget "a change on the page of every node" "$(median <"$workplace/visible.times")" at-most 1000 " ms"
}

measure_budgets() {
  start_web few "$few_port"
  measure_commands
  measure_trackers
  measure_national
  measure_cache
  measure_memory
  measure_visibility
}
