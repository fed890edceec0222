#!/usr/bin/env bash
# Measures the budgets of the hub and closes with a table. Ratios only: both sides of each are measured in the same run, in
# alternating rounds, and their medians compared. A server of its own on a temporary folder; nothing of a hub in use is touched.
# Exit 0: every budget was kept; 1: one was missed, or something is wrong; 2: wrong usage.
# Settings: HUB_CATALOGUE (INEGI's catalogue of municipalities), TMPDIR.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repository/infra/postgres/embedded.sh"
source "$repository/infra/proxy/proxy.sh"
source "$repository/infra/bench/budgets.sh"
source "$repository/infra/bench/nodes.sh"

usage="usage: bash infra/bench.sh [quick|nodes] [--catalogue FILE]
  quick             250 places instead of 2,510, three short rounds: a first look, not the budgets' own size
  nodes             only how many requests a second one, two and three nodes answer through nginx
  --catalogue FILE  INEGI's catalogue of municipalities, to measure its import"
places=2510
rounds=5
seconds=4
catalogue=${HUB_CATALOGUE:-}
workplace=
webs=()
rows=()
missed=0
few_port=18090
many_port=18091
second_port=18092
third_port=18093
proxies=()
parts=all
hub_dll=$repository/src/OpenStateHub.Cli/bin/$configuration/net10.0/publish/hub.dll
site=$repository/src/OpenStateHub.Web/bin/$configuration/net10.0/publish

read_arguments() {
  while (($# > 0)); do
    case $1 in
      quick) places=250 rounds=3 seconds=2 ;;
      nodes) places=250 parts=nodes ;;
      --catalogue) (($# > 1)) || { say "$usage" >&2 && exit 2; } && catalogue=$2 && shift ;;
      -h | --help) say "$usage" && exit 0 ;;
      *) complain "unknown argument $1." && say "$usage" >&2 && exit 2 ;;
    esac
    shift
  done
  local near=$repository/../shared/data/inegi-municipios.csv
  [[ -n $catalogue || ! -f $near ]] || catalogue=$near
  [[ -z $catalogue || -f $catalogue ]] || die "there is no file $catalogue."
}

install_wrk() {
  ! command -v wrk >/dev/null || return 0
  ((EUID == 0)) && command -v apt-get >/dev/null || die "wrk is missing: install it, or run this once as root on Debian."
  say "Installing wrk …"
  { step apt-get update && step env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends wrk; } >/dev/null 2>&1 ||
    die "wrk could not be installed: 'apt-get install wrk' says why."
}

make_workplace() {
  local base=${TMPDIR:-/tmp}
  # The server of root runs as another user, who may not enter a private TMPDIR.
  ((EUID != 0)) || base=/tmp
  workplace=$(mktemp -d "$base/openstatehub-bench-XXXXXX")
  chmod 0711 "$workplace"
  check_folder "$workplace/data" 4000
}

start_database() {
  unset ConnectionStrings__Hub HUB_OPERATOR HUB_TRUSTED_PROXIES
  export HUB_DATA=$workplace/data HUB_BASE_DOMAIN=localhost
  embedded_prepare "$workplace"
  embedded_init "$workplace/postgres-init.log"
  printf 'create database %s owner hub_owner;\n\n' few import_1 import_2 import_3 |
    "${as_server[@]}" "$pg_bin/postgres" --single -j -D "$pg_home/data" -c exit_on_error=on postgres >>"$workplace/postgres-init.log" 2>&1 ||
    die "the databases could not be made; $workplace/postgres-init.log says why."
  # Nothing here has to survive a power cut, and what is measured only reads.
  embedded_start "$workplace/postgres.log" -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c max_connections=300 -c max_wal_size=4GB -c autovacuum=off
}

# hub DATABASE ARGUMENT…: one command of the command line.
hub() {
  local database=$1
  shift
  ConnectionStrings__HubOwner=$(embedded_connection hub_owner "$database")
  export ConnectionStrings__HubOwner
  step dotnet "$hub_dll" "$@"
}

# prepare DATABASE: migrated, with the 32 states in its catalogue.
prepare() {
  { hub "$1" migrate && hub "$1" seed reference; } >"$workplace/$1.log" 2>&1 || { cat "$workplace/$1.log" >&2; die "$1 could not be prepared."; }
}

now() { date +%s%3N; }

median() { sort -n | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# budget NAME MEASURED COMPARISON LIMIT UNIT: one line of the table; COMPARISON is at-most or at-least.
budget() {
  local kept=ok
  awk -v m="$2" -v l="$4" -v c="$3" 'BEGIN { exit !(c == "at-most" ? m <= l : m >= l) }' || kept=missed
  [[ $kept == ok ]] || missed=1
  rows+=("$1 (${3/-/ } $4$5)|$2$5|$kept")
  say "  $1: $2$5"
}

# figure NAME MEASURED: a line of the table that no budget judges.
figure() { rows+=("$1|$2|") && say "  $1: $2"; }

skip() { rows+=("$1|not measured: $2|-") && say "  $1: not measured, $2"; }

start_web() {
  local database=$1 port=$2 log=$workplace/web-$2.log attempts=600
  ! accepts 127.0.0.1 "$port" || die "port $port is taken by another program: stop it."
  setsid setpriv --pdeathsig TERM -- env -C "$site" -u ConnectionStrings__HubOwner ConnectionStrings__Hub="$(embedded_connection hub_app "$database")" \
    HUB_PORT="$port" HUB_TRUSTED_PROXIES=127.0.0.1 HUB_BENCH=1 Logging__LogLevel__Default=Warning ASPNETCORE_URLS="http://127.0.0.1:$port" \
    dotnet "$site/OpenStateHub.Web.dll" >"$log" 2>&1 </dev/null 9>&- &
  webs+=("$!")
  until answers "$port" /health/ready; do
    is_alive "${webs[-1]}" && ((attempts-- > 0)) || { tail -n 20 "$log" >&2; die "the site did not start; its last words are above."; }
    sleep 0.1
  done
}

# answers PORT PATH: whether the national host answers 200.
answers() {
  local status=
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
  read -r -t 10 _ status _ <&3 || true
  exec 3<&-
  [[ $status == 200 ]]
}

# Steps run in the background with their output in a file: bash hears no signal while it waits for $( ).
client() { step node "$repository/infra/bench/client.mjs" "$@" >"$workplace/said" || die "the site did not answer as it should; the reason is above."; }

# load PORT HOSTS PATH CONNECTIONS: sets rate (requests a second) and latency (its median in milliseconds).
load() {
  local threads=$(($4 > 1 ? 2 : 1)) refused
  step wrk -t "$threads" -c "$4" -d "${seconds}s" --timeout 30s -s "$repository/infra/bench/hosts.lua" "http://127.0.0.1:$1" -- "$2" "$3" >"$workplace/said"
  read -r rate latency refused < <(tail -n 1 "$workplace/said")
  [[ $refused == 0 ]] || die "$refused requests for $3 on port $1 were not answered with 200."
}

report() {
  say
  { say "budget|measured|"; printf '%s\n' "${rows[@]}"; } | awk -F'|' '
    { name[NR] = $1; value[NR] = $2; mark[NR] = $3; if (length($1) > wide) wide = length($1); if (length($2) > broad) broad = length($2) }
    END { for (i = 1; i <= NR; i++) printf "%-" wide "s | %-" broad "s | %s\n", name[i], value[i], mark[i] }'
  ((missed == 0)) || die "a budget was missed."
}

stop_everything() {
  trap '' INT TERM HUP
  stop_step
  local web
  for web in "${proxies[@]}" "${webs[@]}"; do
    stop_group "$web" TERM 5
  done
  proxy_stop
  embedded_stop
  [[ -z $workplace ]] || rm -rf "$workplace"
}

main() {
  read_arguments "$@"
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  check_tools
  install_wrk
  proxy_prepare
  make_workplace
  say "Building …"
  compile publish src/OpenStateHub.Web/OpenStateHub.Web.csproj
  compile publish src/OpenStateHub.Cli/OpenStateHub.Cli.csproj
  start_database
  [[ $parts == nodes ]] || measure_import
  fill_databases
  start_web hub "$many_port"
  [[ $parts == nodes ]] || measure_budgets
  measure_nodes
  report
}

main "$@"
