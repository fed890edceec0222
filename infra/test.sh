#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors, runs the tests against a real PostgreSQL, and closes with the
# totals. Without an argument everything runs; stress repeats the kill and race tests with their full counts.
# HUB_TEST_POSTGRES: a connection string that may create databases; without it an embedded server is started for this run.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repository/infra/postgres/embedded.sh"
source "$repository/infra/proxy/proxy.sh"

usage="usage: bash infra/test.sh [rules|integration|browser|stress]"
chromium=/usr/bin/chromium
workplace=
beside=
passed=0
failed=0
skipped=0
failures=()

# Which projects a suite runs; the scripts' own sentences are part of the whole run.
choose_suite() {
  scripts=false side=
  case ${1:-all} in
    all) projects=(Core Integration) side=Browser scripts=true ;;
    rules) projects=(Core) ;;
    integration) projects=(Integration) ;;
    browser) projects=(Browser) ;;
    stress) projects=(Core Integration) && export HUB_STRESS=1 ;;
    -h | --help) say "$usage" && exit 0 ;;
    *) complain "unknown suite $1." && say "$usage" >&2 && exit 2 ;;
  esac
  (($# < 2)) || { say "$usage" >&2 && exit 2; }
}

needs() { [[ " ${projects[*]} $side " == *" $1 "* ]]; }

install_chromium() {
  needs Browser && [[ ! -x $chromium ]] || return 0
  ((EUID == 0)) || die "the browser tests need Chromium at $chromium: install it, or run this once as root."
  command -v apt-get >/dev/null || die "the browser tests need Chromium at $chromium, and there is no apt-get to install it with."
  say "Installing Chromium …"
  local log=$workplace/apt.log
  if ! { step apt-get update && step env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
    tail -n 10 "$log" >&2
    die "Chromium could not be installed; the reason is above."
  fi
}

# A folder of its own for every run, and away with those that a kill -9 left behind.
make_workplace() {
  local old base=${TMPDIR:-/tmp}
  # The server of root runs as another user, who may not enter a private TMPDIR.
  ((EUID != 0)) || base=/tmp
  for old in "$base"/openstatehub-test-*; do
    if [[ -O $old && ! -L $old && -f $old/lock ]] && flock -n "$old/lock" true; then
      remove_workplace "$old"
    fi
  done
  workplace=$(mktemp -d "$base/openstatehub-test-XXXXXX")
  chmod 0711 "$workplace"
  mkdir "$workplace/results"
  lock_folder "$workplace"
}

remove_workplace() { rm -rf "$1"; }

# The tests see this run's server and folders, never those of a hub that somebody uses.
start_server() {
  unset ConnectionStrings__Hub ConnectionStrings__HubOwner HUB_PORT HUB_BASE_DOMAIN HUB_TRUSTED_PROXIES
  export HUB_DATA=$workplace/data
  [[ -z ${HUB_TEST_POSTGRES:-} ]] || return 0
  embedded_prepare "$workplace"
  embedded_init "$workplace/postgres-init.log"
  # Nothing here has to survive a power cut.
  embedded_start "$workplace/postgres.log" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300
  HUB_TEST_POSTGRES=$(embedded_connection postgres postgres)
  export HUB_TEST_POSTGRES
}

# The project's own runner is one process: a kill -9 of this script ends it too, where 'dotnet test' leaves grandchildren.
# More threads than cores: many tests wait for a process or a clock. No profiles: no process of theirs lives long enough to gain from them.
name_runner() {
  name=OpenStateHub.$1.Tests
  results=$workplace/results/$name.trx
  runner=(env DOTNET_TieredPGO=0 dotnet "$repository/tests/$name/bin/$configuration/net10.0/$name.dll" -noLogo -noColor -maxThreads 2x -longRunning 300 -trx "$results")
}

run_project() {
  local name results runner status=0
  name_runner "$1"
  say && say "== $name"
  step "${runner[@]}" || status=$?
  count_results "$name" "$results" "$status"
}

# The browsers run beside the integration tests, which leave a good part of the machine idle: they wait for processes, kills and clocks.
start_beside() {
  local name results runner
  name_runner "$1"
  setsid setpriv --pdeathsig TERM -- "${runner[@]}" >"$workplace/$1.txt" 2>&1 </dev/null 9>&- &
  beside=$!
}

await_beside() {
  local name results runner status=0
  name_runner "$1"
  { wait "$beside"; } 2>/dev/null || status=$?
  beside=
  say && say "== $name"
  cat "$workplace/$1.txt"
  count_results "$name" "$results" "$status"
}

# count_results NAME FILE STATUS: adds the totals of a result file. A runner that failed without a failed test counts as one.
count_results() {
  local total=0 good=0 executed=0 bad
  if [[ -f $2 ]]; then
    read -r total executed good < <(sed -nE 's/.*<Counters total="([0-9]+)" executed="([0-9]+)" passed="([0-9]+)".*/\1 \2 \3/p' "$2") || true
  fi
  bad=$((executed - good))
  if ((bad > 0)); then
    readarray -t -O "${#failures[@]}" failures < <(grep -E '<UnitTestResult [^>]*outcome="Failed"' "$2" | sed -E 's/.* testName="([^"]*)".*/\1/')
  fi
  if (($3 != 0 && bad == 0)); then
    complain "the tests of $1 ended with status $3 without naming a failed test."
    failures+=("$1, with status $3")
    bad=1
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  skipped=$((skipped + total - executed))
}

run_script_tests() {
  local script
  for script in sentences image; do
    run_script "$script"
  done
}

run_script() {
  local results=$workplace/results/$1.txt status=0 good bad
  say && say "== infra, $1"
  step bash "$repository/tests/infra/$1.sh" >"$results" 2>&1 || status=$?
  cat "$results"
  good=$(grep -c '^ok ' "$results" || true)
  bad=$(grep -c '^not ok ' "$results" || true)
  readarray -t -O "${#failures[@]}" failures < <(grep '^not ok ' "$results" || true)
  ((status == 0 || bad > 0)) || bad=1
  passed=$((passed + good))
  failed=$((failed + bad))
  skipped=$((skipped + $(grep -c '^skipped ' "$results" || true)))
}

report() {
  local line="$passed passed, $failed failed"
  ((skipped == 0)) || line+=", $skipped skipped"
  ((failed == 0)) || { say && printf 'failed: %s\n' "${failures[@]}"; }
  say && say "$line"
  ((failed == 0 && passed > 0))
}

stop_everything() {
  trap '' INT TERM HUP
  stop_step
  [[ -z $beside ]] || stop_group "$beside" TERM 5
  proxy_stop
  embedded_stop
  [[ -z $workplace ]] || remove_workplace "$workplace"
}

main() {
  choose_suite "$@"
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  check_tools
  [[ -z ${HUB_TEST_POSTGRES:-} ]] || require_server HUB_TEST_POSTGRES "$HUB_TEST_POSTGRES"
  make_workplace
  install_chromium
  ! needs Integration || proxy_prepare
  say "Building …"
  compile build OpenStateHub.sln
  if needs Integration || needs Browser; then
    start_server
  fi
  [[ -z $side ]] || start_beside "$side"
  local project
  for project in "${projects[@]}"; do
    run_project "$project"
  done
  [[ -z $side ]] || await_beside "$side"
  [[ $scripts == false ]] || run_script_tests
  report
}

main "$@"
