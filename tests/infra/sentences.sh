#!/usr/bin/env bash
# Whatever is wrong with the machine or the settings, run.sh and test.sh say so in one sentence and change nothing.
# Prints "ok", "not ok" or "skipped" and the case, one a line; infra/test.sh counts them.
set -euo pipefail
infra=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../infra" && pwd -P)
scratch=$(mktemp -d)
listener=
broken=0
unset ConnectionStrings__Hub ConnectionStrings__HubOwner HUB_PORT HUB_DATA HUB_TEST_POSTGRES
export HUB_DATA=$scratch/data

tidy() {
  [[ -z $listener ]] || kill "$listener"
  rm -rf "$scratch"
}
trap tidy EXIT

# refuses CASE STATUS SENTENCES COMMAND…: the command ends with that status and says exactly these sentences (patterns,
# one a line). Started from another folder, with a time limit: what is refused is refused before anything is built.
refuses() {
  local name=$1 wanted=$2 sentences=$3 said status=0 line=0 pattern
  shift 3
  said=$(cd / && timeout 60 "$@" 2>&1 >/dev/null) || status=$?
  while IFS= read -r pattern; do
    line=$((line + 1))
    sed -n "${line}p" <<<"$said" | grep -qE -- "$pattern" || status=mismatch
  done <<<"$sentences"
  if [[ $status == "$wanted" && ($wanted == 2 || $(wc -l <<<"$said") == "$line") ]]; then
    printf 'ok %s\n' "$name"
  else
    printf 'not ok %s (%s)\n%s\n' "$name" "$status" "$said"
    broken=1
  fi
}

# A PATH that holds what the scripts use, without the programs named.
path_without() {
  local folder=$scratch/path-$RANDOM tool
  mkdir "$folder"
  for tool in awk basename bash cat cksum cut df dirname dotnet env flock grep head id mkdir mktemp node npm realpath rm sed \
    setpriv setsid stat tail timeout tr true uname; do
    [[ " $* " == *" $tool "* ]] || ln -s "$(type -P "$tool")" "$folder/$tool"
  done
  printf '%s' "$folder"
}

missing_tools() {
  local old
  refuses "a missing .NET SDK is named" 1 'dotnet is missing: install the \.NET SDK 10' env PATH="$(path_without dotnet)" bash "$infra/run.sh"
  refuses "each missing tool has its sentence" 1 $'node is missing\nnpm is missing' env PATH="$(path_without node npm)" bash "$infra/run.sh"
  refuses "the tests name a missing tool too" 1 'npm is missing' env PATH="$(path_without npm)" bash "$infra/test.sh" rules
  old=$(path_without dotnet)
  printf '#!/bin/sh\necho "9.0.100 [/opt/sdk]"\n' >"$old/dotnet"
  chmod +x "$old/dotnet"
  refuses "an older .NET SDK is not enough" 1 'the \.NET SDK 10 is missing' env PATH="$old" bash "$infra/run.sh"
  old=$(path_without node)
  printf '#!/bin/sh\necho v18.20.4\n' >"$old/node"
  chmod +x "$old/node"
  refuses "an older Node.js is not enough" 1 'node is too old \(v18\.20\.4\): install Node\.js 20' env PATH="$old" bash "$infra/run.sh"
}

wrong_settings() {
  refuses "an unknown argument shows the usage" 2 'unknown argument --frsh' bash "$infra/run.sh" --frsh
  refuses "a proxy without nodes shows the usage" 2 '^usage: bash infra/proxy' bash "$infra/proxy/proxy.sh" conf
  refuses "a node that is none" 1 "'a b;' is no node" bash "$infra/proxy/proxy.sh" conf 'a b;'
  refuses "an unknown suite shows the usage" 2 'unknown suite unit' bash "$infra/test.sh" unit
  refuses "a port that is no number" 1 "HUB_PORT is 'http'" env HUB_PORT=http bash "$infra/run.sh"
  refuses "a port beyond the last one" 1 "HUB_PORT is '65536'" env HUB_PORT=65536 bash "$infra/run.sh"
  refuses "a site without an owner to migrate it" 1 'needs ConnectionStrings__HubOwner' \
    env ConnectionStrings__Hub='Host=127.0.0.1' bash "$infra/run.sh"
  refuses "an owner without a site" 1 'needs ConnectionStrings__Hub beside it' \
    env ConnectionStrings__HubOwner='Host=127.0.0.1' bash "$infra/run.sh"
  refuses "a server of one's own is never deleted" 1 '--fresh deletes the embedded database only' \
    env ConnectionStrings__Hub='Host=127.0.0.1' ConnectionStrings__HubOwner='Host=127.0.0.1' bash "$infra/run.sh" --fresh
}

unreachable_servers() {
  local port
  port=$(free_port)
  with_server "a server that does not answer" "no PostgreSQL answers at 127\.0\.0\.1, port $port" "Username=a;Host=127.0.0.1; Port = $port"
  with_server "a socket that is not there" "no PostgreSQL answers at $scratch, port 5432" "server=$scratch;Password='x'"
  with_server "a connection string without a host" 'ConnectionStrings__Hub names no Host' 'Database=hub'
  refuses "the tests' own server does not answer" 1 'check HUB_TEST_POSTGRES' \
    env HUB_TEST_POSTGRES="Host=127.0.0.1;Port=$port" bash "$infra/test.sh" integration
}

with_server() {
  refuses "$1" 1 "$2" env HUB_PORT="$(free_port)" ConnectionStrings__Hub="$3" ConnectionStrings__HubOwner="$3" bash "$infra/run.sh"
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

taken_places() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => console.log(s.address().port))' >"$scratch/port" &
  listener=$!
  until [[ -s $scratch/port ]]; do sleep 0.05; done
  refuses "a taken port" 1 "port $(cat "$scratch/port") is taken" env HUB_PORT="$(cat "$scratch/port")" bash "$infra/run.sh"

  mkdir -p "$scratch/busy"
  refuses "a second hub on the same data" 1 "already running on $scratch/busy" \
    env HUB_DATA="$scratch/busy" flock "$scratch/busy/lock" bash "$infra/run.sh"
  refuses "a data folder that cannot be made" 1 'cannot be made \(No such file or directory\)' \
    env HUB_DATA=/proc/openstatehub bash "$infra/run.sh"
  on_disk "a full disk" size=4m "is on a full disk"
  on_disk "a read-only disk" ro 'cannot be written \(Read-only file system\)'
}

# on_disk CASE OPTION SENTENCE: the data folder is on a file system of its own, seen by this one command alone.
on_disk() {
  mkdir -p "$scratch/disk"
  local mount=(unshare --user --map-root-user --mount bash -c "mount -t tmpfs -o $2 none '$scratch/disk' && exec \"\$@\"" bash)
  if ! "${mount[@]}" true 2>/dev/null; then
    printf 'skipped %s: this machine lets nobody mount a file system in a namespace\n' "$1"
    return
  fi
  refuses "$1" 1 "$3" "${mount[@]}" env HUB_DATA="$scratch/disk" bash "$infra/run.sh"
}

missing_tools
wrong_settings
unreachable_servers
taken_places
exit "$broken"
