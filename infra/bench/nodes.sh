# shellcheck shell=bash disable=SC2034,SC2154
# Requests a second through nginx with one, two and three nodes of this machine, which share its cores with nginx, PostgreSQL and wrk.

# start_proxy PORT NODE…: its nginx goes on until the end.
start_proxy() {
  proxy_start "$workplace/nginx-$1" "$@"
  proxies+=("$proxy_pid")
  proxy_pid=
}

measure_nodes() {
  local ports=("$many_port" "$second_port" "$third_port") port nodes=()
  say "One, two and three nodes behind nginx …"
  accepts 127.0.0.1 "$second_port" || start_web hub "$second_port"
  start_web hub "$third_port"
  for port in "${ports[@]}"; do
    nodes+=("127.0.0.1:$port")
    start_proxy $((18100 + ${#nodes[@]})) "${nodes[@]}"
    # Each node keeps pages of its own.
    client warm "$port" "$workplace/hub.hosts" /
  done
  say "  load average before: $(cut -d ' ' -f 1 /proc/loadavg), $(nproc) cores"
  compare_nodes "kept trackers" /
  compare_nodes "trackers made anew" '/?q='
}

# compare_nodes NAME PATH: alternating rounds of one node asked directly and of one, two and three behind nginx.
compare_nodes() {
  local name=$1 path=$2 round port line medians column
  for port in "$many_port" 18101 18102 18103; do
    load "$port" "$workplace/hub.hosts" "$path" 32
  done
  : >"$workplace/rounds"
  for ((round = 0; round < rounds; round++)); do
    line=
    for port in "$many_port" 18101 18102 18103; do
      load "$port" "$workplace/hub.hosts" "$path" 32
      line+="$rate "
    done
    say "$line" >>"$workplace/rounds"
  done
  mapfile -t medians < <(for column in 1 2 3 4; do awk -v n="$column" '{ print $n }' "$workplace/rounds" | median; done)
  say "  $path: ${medians[0]} requests/s from one node directly, ${medians[*]:1} through nginx from one, two and three"
  figure "$name through nginx, against the same node directly" "$(ratio "${medians[1]}" "${medians[0]}") times"
  figure "$name through nginx, two nodes against one" "$(ratio "${medians[2]}" "${medians[1]}") times"
  figure "$name through nginx, three nodes against one" "$(ratio "${medians[3]}" "${medians[1]}") times"
}
