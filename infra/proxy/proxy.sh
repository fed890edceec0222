#!/usr/bin/env bash
# Debian's nginx in front of the nodes of one hub.
#   bash infra/proxy/proxy.sh conf NODE…        prints the configuration of a machine's own nginx (HUB_PROXY_LISTEN: 80)
#   bash infra/proxy/proxy.sh serve PORT NODE…  serves on this machine's loopback until it is stopped, as any user: for tests
# NODE: the host:port of a node. Sourced by test.sh and bench.sh for proxy_prepare, proxy_start and proxy_stop.
proxy_home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
proxy_pid=
proxy_policy=
nginx=

# proxy_conf LISTEN NODE…
proxy_conf() {
  local listen=$1 node servers=
  shift
  for node in "$@"; do
    [[ $node =~ ^[A-Za-z0-9.:-]+:[0-9]+$|^\[[0-9a-fA-F:]+\]:[0-9]+$ ]] || die "'$node' is no node: name its host and port, such as 10.0.0.11:8080."
    servers+="    server $node max_fails=2 fail_timeout=2s;"$'\n'
  done
  awk -v listen="$listen" -v servers="${servers%$'\n'}" '
    /^    SERVERS$/ { print servers; next }
    { sub("LISTEN;", listen ";"); print }' "$proxy_home/openstatehub.conf"
}

# Debian keeps nginx where an ordinary user's PATH does not look.
proxy_prepare() {
  nginx=$(PATH=$PATH:/usr/sbin:/usr/local/sbin type -P nginx) && return 0
  ((EUID == 0)) && command -v apt-get >/dev/null || die "nginx is missing: install it ('apt-get install nginx'), or run this once as root on Debian."
  say "Installing nginx …"
  # Its own service would take port 80; nobody asked for it.
  if [[ ! -e /usr/sbin/policy-rc.d ]]; then
    proxy_policy=/usr/sbin/policy-rc.d
    install -m 0755 /dev/stdin "$proxy_policy" <<<$'#!/bin/sh\nexit 101'
  fi
  { step apt-get update && step env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nginx; } >/dev/null 2>&1 || true
  proxy_forget_policy
  nginx=$(PATH=$PATH:/usr/sbin type -P nginx) || die "nginx could not be installed: 'apt-get install nginx' says why."
}

proxy_forget_policy() {
  [[ -z $proxy_policy ]] || rm -f "$proxy_policy"
  proxy_policy=
}

# proxy_start FOLDER PORT NODE…: starts nginx on the loopback, its files in that folder, and waits until it listens; sets proxy_pid.
proxy_start() {
  local folder=$1 port=$2 attempts=100
  shift 2
  ! accepts 127.0.0.1 "$port" || die "port $port is taken by another program: stop it."
  mkdir -p "$folder"
  proxy_conf "127.0.0.1:$port" "$@" >"$folder/openstatehub.conf"
  sed "s|FOLDER|$folder|; s|WORKERS|$(nproc)|" "$proxy_home/nginx.conf" >"$folder/nginx.conf"
  # Started by root, its workers run as the user of the distribution, who must reach the folders of bodies.
  chmod 0711 "$folder"
  setsid setpriv --pdeathsig TERM -- "$nginx" -e stderr -p "$folder" -c "$folder/nginx.conf" >"$folder/nginx.log" 2>&1 </dev/null 9>&- &
  proxy_pid=$!
  until accepts 127.0.0.1 "$port"; do
    is_alive "$proxy_pid" && ((attempts-- > 0)) || { tail -n 10 "$folder/nginx.log" >&2; die "nginx did not start; its last words are above."; }
    sleep 0.05
  done
}

proxy_stop() {
  [[ -z $proxy_pid ]] || stop_group "$proxy_pid" TERM 5
  proxy_pid=
  proxy_forget_policy
}

proxy_main() {
  set -euo pipefail
  source "$proxy_home/../common.sh"
  local usage="usage: bash infra/proxy/proxy.sh conf NODE… | serve PORT NODE…" task=${1:-}
  if [[ $task == conf ]] && (($# > 1)); then
    proxy_conf "${HUB_PROXY_LISTEN:-80}" "${@:2}"
  elif [[ $task == serve ]] && (($# > 2)); then
    proxy_prepare >&2
    proxy_folder=$(mktemp -d "/tmp/openstatehub-proxy-XXXXXX")
    trap 'proxy_stop; rm -rf "$proxy_folder"' EXIT
    trap 'exit 143' INT TERM HUP
    proxy_start "$proxy_folder" "${@:2}"
    say "Serving on port $2."
    # Whoever started this holds its standard input: when it ends, killed or not, so does this.
    cat >/dev/null
  else
    say "$usage" >&2
    exit 2
  fi
}

[[ ${BASH_SOURCE[0]} != "$0" ]] || proxy_main "$@"
