# shellcheck shell=bash
# What run.sh and test.sh share: sentences, checks of the machine, and processes that cannot outlive the script.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# Tests prove the very files that are served.
configuration=Release
# The process group of the step under way, empty between steps.
running=

say() { printf '%s\n' "$*"; }

complain() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

die() {
  complain "$@"
  exit 1
}

# One sentence for each thing that is missing, all of them before giving up.
check_tools() {
  local missing=0
  if [[ $(uname -s) != Linux ]] || ! setpriv --pdeathsig TERM setsid true 2>/dev/null || ! command -v flock >/dev/null; then
    complain "this needs Linux with util-linux (setpriv, setsid, flock)."
    missing=1
  fi
  if ! command -v dotnet >/dev/null; then
    complain "dotnet is missing: install the .NET SDK 10."
    missing=1
  elif ! dotnet --list-sdks | grep -q '^10\.'; then
    complain "the .NET SDK 10 is missing: dotnet is here, but 'dotnet --list-sdks' names no 10.x."
    missing=1
  fi
  if ! command -v node >/dev/null; then
    complain "node is missing: install Node.js 20 or later."
    missing=1
  elif (($(node --version | sed 's/^v\([0-9]*\).*/\1/') < 20)); then
    complain "node is too old ($(node --version)): install Node.js 20 or later."
    missing=1
  fi
  if ! command -v npm >/dev/null; then
    complain "npm is missing: install it with Node.js."
    missing=1
  fi
  ((missing == 0)) || exit 1

  local folder
  for folder in "$repository"/src/*/ "$repository"/src/*/{bin,obj}/ "$repository/infra/postgres/"; do
    [[ ! -d $folder || -w $folder ]] || die "the checkout cannot be built, because $folder is not writable for you."
  done
}

# check_folder FOLDER MEGABYTES: makes the folder; one sentence where it cannot be written or is too full to be of use.
check_folder() {
  local folder=$1 needed=$2 reason free
  # Others may pass through to the database's own folder below (its user is not root), but may not look around.
  reason=$(umask 022 && LC_ALL=C mkdir -p "$(dirname "$folder")" 2>&1 && { [[ -d $folder ]] || LC_ALL=C mkdir -m 0711 "$folder" 2>&1; }) ||
    die "the data folder $folder cannot be made (${reason##*: }): set HUB_DATA to a folder that you may write."
  reason=$(LC_ALL=C mktemp "$folder/.probe-XXXXXX" 2>&1) ||
    die "the data folder $folder cannot be written (${reason##*: }): set HUB_DATA to a folder that you may write."
  rm -f "$reason"
  free=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
  ((free >= needed)) ||
    die "the data folder $folder is on a full disk: $free MB are free and $needed MB are needed."
}

# True for a running process; a zombie is none.
is_alive() {
  local state
  state=$(awk '/^State:/ { print $2 }' "/proc/$1/status" 2>/dev/null) && [[ -n $state && $state != Z ]]
}

# accepts HOST PORT: true where somebody listens.
accepts() {
  timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null
}

# connection_value STRING KEY…: the value of the first of these keys in a connection string.
connection_value() {
  local part key IFS=';'
  for part in $1; do
    for key in "${@:2}"; do
      if [[ $(tr -d ' ' <<<"${part%%=*}") == "$key" ]]; then
        sed 's/^[^=]*= *//; s/ *$//' <<<"$part"
        return
      fi
    done
  done
}

# require_server NAME STRING: one sentence where the server of a connection string does not answer.
require_server() {
  local name=$1 host port one folded
  folded=$(sed -E 's/(^|;) *([A-Za-z ]+)=/\1\L\2=/g' <<<"$2")
  host=$(connection_value "$folded" host server)
  port=$(connection_value "$folded" port)
  [[ -n $host ]] || die "$name names no Host."
  local IFS=,
  for one in $host; do
    port=${port:-5432}
    if [[ $one == /* ]]; then
      [[ -S $one/.s.PGSQL.$port ]] && return
    elif [[ $one == *:* ]]; then
      accepts "${one%:*}" "${one##*:}" && return
    else
      accepts "$one" "$port" && return
    fi
  done
  die "no PostgreSQL answers at $host, port $port: check $name."
}

# Runs one step and waits for it. In the background, because bash hears no signal while a foreground command runs; in a
# session of its own, so that Ctrl-C reaches the script alone, which stops things in order.
step() {
  local status=0
  setsid setpriv --pdeathsig TERM -- "$@" </dev/null 9>&- &
  running=$!
  # Bash would comment on a child that a signal ended, in words for the author of a script.
  { wait "$running"; } 2>/dev/null || status=$?
  running=
  return "$status"
}

# stop_group PID SIGNAL SECONDS: asks a process group to end, and after that time insists.
stop_group() {
  local pid=$1 signal=$2 rounds=$(($3 * 20))
  # Straight after its start a process does not lead a group yet.
  kill -s "$signal" -- "-$pid" 2>/dev/null || kill -s "$signal" "$pid" 2>/dev/null || return 0
  while is_alive "$pid" && ((rounds-- > 0)); do
    sleep 0.05
  done
  is_alive "$pid" && kill -s KILL -- "-$pid" 2>/dev/null
  wait "$pid" 2>/dev/null || true
}

stop_step() {
  [[ -z $running ]] || stop_group "$running" TERM 5
}

# compile build|publish PROJECT: no build server may stay behind when the script has ended.
compile() {
  step dotnet "$1" "$repository/$2" --configuration "$configuration" --disable-build-servers --nologo \
    --verbosity quiet "-consoleLoggerParameters:ErrorsOnly;NoSummary" -warnAsError || die "$2 does not build; the reason is above."
}

# Takes the lock of a folder for as long as this script lives; processes it starts close descriptor 9 and do not hold it.
lock_folder() {
  exec 9>>"$1/lock"
  flock -n 9
}
