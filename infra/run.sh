#!/usr/bin/env bash
# Brings up the hub: builds, starts an embedded PostgreSQL unless ConnectionStrings__Hub names a server, migrates, seeds, serves.
# Everything stops with this script. Settings: HUB_PORT (8080), HUB_DATA (.hub in the checkout), HUB_BASE_DOMAIN (localhost),
# ConnectionStrings__Hub and ConnectionStrings__HubOwner (a server prepared with infra/postgres/roles.sql).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repository/infra/postgres/embedded.sh"

usage="usage: bash infra/run.sh [--fresh] [--no-demo]
  --fresh    deletes the embedded database and its files first
  --no-demo  seeds no demonstration"
fresh=false
demo=true
embedded=true
site=$repository/src/OpenStateHub.Web/bin/$configuration/net10.0/publish
web=

read_arguments() {
  local argument
  for argument in "$@"; do
    case $argument in
      --fresh) fresh=true ;;
      --no-demo) demo=false ;;
      -h | --help) say "$usage" && exit 0 ;;
      *) complain "unknown argument $argument." && say "$usage" >&2 && exit 2 ;;
    esac
  done
}

read_settings() {
  export HUB_PORT=${HUB_PORT:-8080} HUB_BASE_DOMAIN=${HUB_BASE_DOMAIN:-localhost}
  HUB_DATA=$(realpath -m "${HUB_DATA:-$repository/.hub}")
  export HUB_DATA
  [[ $HUB_PORT =~ ^[0-9]{1,5}$ ]] && ((10#$HUB_PORT >= 1 && 10#$HUB_PORT <= 65535)) ||
    die "HUB_PORT is '$HUB_PORT', which is no port number."

  if [[ -n ${ConnectionStrings__Hub:-} ]]; then
    embedded=false
    [[ $fresh == false ]] || die "--fresh deletes the embedded database only, and ConnectionStrings__Hub names another."
    [[ -n ${ConnectionStrings__HubOwner:-} ]] || die "ConnectionStrings__Hub needs ConnectionStrings__HubOwner beside it, to migrate and seed."
  else
    [[ -z ${ConnectionStrings__HubOwner:-} ]] || die "ConnectionStrings__HubOwner needs ConnectionStrings__Hub beside it, to serve."
  fi
}

check_place() {
  check_folder "$HUB_DATA" 200
  check_folder "$HUB_DATA/logs" 1
  lock_folder "$HUB_DATA" || die "the hub is already running on $HUB_DATA: stop it, or set HUB_DATA and HUB_PORT to run a second one."
  await_leftover_web
  local address
  for address in 127.0.0.1 ::1; do
    ! accepts "$address" "$HUB_PORT" || die "port $HUB_PORT is taken by another program: stop it, or set HUB_PORT to a free port."
  done
  if [[ $embedded == false ]]; then
    require_server ConnectionStrings__Hub "$ConnectionStrings__Hub"
    require_server ConnectionStrings__HubOwner "$ConnectionStrings__HubOwner"
  fi
}

# This script holds the lock, so a web process of an earlier one is on its way out after a kill -9: let it give back the port.
await_leftover_web() {
  local pid
  pid=$(cat "$HUB_DATA/web.pid" 2>/dev/null) || return 0
  if is_alive "$pid" && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$site/OpenStateHub.Web.dll"; then
    stop_group "$pid" TERM 5
  fi
  rm -f "$HUB_DATA/web.pid"
}


hub() { step dotnet "$repository/src/OpenStateHub.Cli/bin/$configuration/net10.0/publish/hub.dll" "$@"; }

start_database() {
  [[ $embedded == true ]] || return 0
  embedded_prepare "$HUB_DATA"
  if [[ $fresh == true && -e $pg_home/data/PG_VERSION ]]; then
    say "Deleting the database in $pg_home and the files in $HUB_DATA/files …"
    # The files first: without the database nothing would tell that they are the hub's.
    rm -rf "$HUB_DATA/files"
    embedded_delete
  fi
  embedded_init "$HUB_DATA/logs/postgres-init.log"
  embedded_start "$HUB_DATA/logs/postgres.log"
  ConnectionStrings__Hub=$(embedded_connection hub_app hub)
  ConnectionStrings__HubOwner=$(embedded_connection hub_owner hub)
  export ConnectionStrings__Hub ConnectionStrings__HubOwner
}

prepare_database() {
  say "Migrating and seeding …"
  hub migrate || die "the database could not be migrated; the reason is above."
  hub seed reference || die "the reference data could not be seeded; the reason is above."
  [[ $demo == false ]] || hub seed demo || die "the demonstration could not be seeded; the reason is above."
}

start_web() {
  local log=$HUB_DATA/logs/web.log rounds=600
  # The site never holds the owner's connection: what serves may not migrate.
  setsid setpriv --pdeathsig TERM -- env -C "$site" -u ConnectionStrings__HubOwner \
    ASPNETCORE_URLS="http://localhost:$HUB_PORT" Logging__Console__FormatterName="${Logging__Console__FormatterName:-simple}" \
    dotnet "$site/OpenStateHub.Web.dll" >"$log" 2>&1 </dev/null 9>&- &
  web=$!
  say "$web" >"$HUB_DATA/web.pid"
  until [[ $(status_of localhost /health/ready) == 200 ]]; do
    is_alive "$web" || lament "the site stopped while starting" "$log"
    ((rounds-- > 0)) || lament "the site was not ready after a minute" "$log"
    sleep 0.1
  done
}

lament() {
  tail -n 20 "$2" >&2
  die "$1; the end of $2 is above."
}

# status_of HOST PATH: the HTTP status that the site answers, spoken by bash because a fresh machine may lack curl.
status_of() {
  local answer=
  { exec 3<>"/dev/tcp/127.0.0.1/$HUB_PORT"; } 2>/dev/null || return 0
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$2" "$1:$HUB_PORT" >&3
  read -r -t 10 _ answer _ <&3 || true
  exec 3<&-
  say "$answer"
}

# Only those that answer: a hub may hold other places than the demonstration's.
print_addresses() {
  local file slug places=0
  say && say "OpenStateHub is ready:"
  say "  national  http://$HUB_BASE_DOMAIN:$HUB_PORT"
  for file in "$repository"/seeds/demo/*.json; do
    slug=$(basename "$file" .json)
    if [[ -f $file && $(status_of "$slug.$HUB_BASE_DOMAIN" /) == 200 ]]; then
      say "  $slug  http://$slug.$HUB_BASE_DOMAIN:$HUB_PORT"
      places=$((places + 1))
    fi
  done
  # The page of demonstration letters answers only where the demonstration was seeded, and with it its accounts.
  if ((places > 0)) && [[ $(status_of "$HUB_BASE_DOMAIN" /desarrollo/correo) == 200 ]]; then
    say "Demo accounts, at /cuenta/entrar of each place, all with the password Demo-OpenState-1:"
    say "  admin@ gobierno@ sociedad@ garante@ responsable@ ciudadania@<place>.example, such as admin@durango.example"
    say "  national: monitor@inai.example operador@inai.example"
  fi
  say "Logs are in $HUB_DATA/logs. Ctrl-C stops everything."
}

# The site before its database, so that nobody's last request fails.
stop_everything() {
  trap '' INT TERM HUP
  stop_step
  if [[ -n $web ]]; then
    stop_group "$web" TERM 5
    rm -f "$HUB_DATA/web.pid"
  fi
  embedded_stop
}

main() {
  read_arguments "$@"
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  check_tools
  read_settings
  check_place
  say "Building …"
  # Published, because only then the site holds the compressed files that it hands out.
  compile publish src/OpenStateHub.Web/OpenStateHub.Web.csproj
  compile publish src/OpenStateHub.Cli/OpenStateHub.Cli.csproj
  start_database
  prepare_database
  start_web
  print_addresses

  # Ends only when one of the two does, and neither should.
  wait -n "$web" ${pg_pid:+"$pg_pid"} || true
  is_alive "$web" || lament "the site stopped by itself" "$HUB_DATA/logs/web.log"
  lament "the database stopped by itself" "$HUB_DATA/logs/postgres.log"
}

main "$@"
