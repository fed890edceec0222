#!/usr/bin/env bash
# The container image, as far as it can be proven without Docker: its publish commands run on exactly the files that the
# Dockerfile copies, everything that Dockerfile and compose.yaml name exists, and nothing runs as root or carries a secret.
# Prints "ok", "not ok" or "skipped" and the case, one a line; infra/test.sh counts them.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
scratch=$(mktemp -d)
listener=
broken=0
# No build server may stay behind.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_NOLOGO=1
unset ConnectionStrings__Hub ConnectionStrings__HubOwner

tidy() {
  [[ -z $listener ]] || kill "$listener"
  rm -rf "$scratch"
}
trap tidy EXIT

# proves CASE COMMAND…: what the command says is shown only when it fails. Inside of it -e is off: each step returns by itself.
proves() {
  local said status=0
  said=$("${@:2}" 2>&1) || status=$?
  if ((status == 0)); then
    printf 'ok %s\n' "$1"
  else
    printf 'not ok %s (%s)\n%s\n' "$1" "$status" "$said"
    broken=1
  fi
}

# The instructions, one a line, of the stage that is built or, with "final", of the last one.
instructions() {
  sed -e ':join' -e '/\\$/{N;s/\\\n */ /;b join' -e '}' -e '/^#/d;/^$/d' "$repository/Dockerfile" |
    awk -v wanted="$1" '/^FROM /{ stage = $4 } (wanted == "final" ? stage == "" : stage == wanted)'
}

# Of the paths on standard input those that .dockerignore lets through: the last matching pattern decides, and a folder's
# pattern speaks for what is in it.
let_through() {
  awk -v ignore="$repository/.dockerignore" '
    BEGIN {
      while ((getline line < ignore) > 0) {
        if (line ~ /^(#|$)/) continue
        keeps[++count] = sub(/^!/, "", line)
        gsub(/[.+()]/, "\\\\&", line)
        gsub(/\*\*\//, "\001", line); gsub(/\*/, "[^/]*", line); gsub(/\001/, "(.*/)?", line)
        pattern[count] = "^" line "(/.*)?$"
      }
    }
    {
      kept = 1
      for (i = 1; i <= count; i++) if ($0 ~ pattern[i]) kept = keeps[i]
      if (kept) print
    }'
}

make_context() {
  mkdir "$scratch/context" "$scratch/source" "$scratch/app"
  git -C "$repository" ls-files | let_through >"$scratch/files"
  tar -C "$repository" -cf - --files-from="$scratch/files" | tar -C "$scratch/context" -xf -
}

# Also of what a checkout holds besides: Docker looks at no .gitignore, and what another machine built must not get in.
context_is_lean() {
  local web=src/OpenStateHub.Web
  ! grep -vE '^(\.editorconfig$|seeds/|src/)' "$scratch/files" || return 1
  ! printf '%s\n' .git/config .hub/lock infra/.env $web/bin/a.dll $web/obj/a.json $web/node_modules/a.js $web/wwwroot/lib/a.css | let_through | grep .
}

# As Docker does it: a folder's content is copied, not the folder.
copies_exist() {
  local from to
  while read -r _ from to; do
    if [[ -d $scratch/context/$from ]]; then
      mkdir -p "$scratch/source/$to" && cp -r "$scratch/context/$from/." "$scratch/source/$to" || return 1
    else
      cp "$scratch/context/$from" "$scratch/source/$to" || return 1
    fi
  done < <(instructions build | grep '^COPY ' | grep -v -- '--from=')
}

# The stage's very commands, with its /app in the scratch folder.
publishes() {
  local command count=0
  while read -r command; do
    (cd "$scratch/source" && eval "${command//\/app\//$scratch/app/}" </dev/null) || return 1
    count=$((count + 1))
  done < <(instructions build | sed -n 's/^RUN \(dotnet publish .*\)/\1/p')
  ((count == 2))
}

final_copies_exist() {
  local from count=0
  while read -r _ _ from _; do
    [[ -e $scratch${from} ]] || { printf '%s was not published\n' "$from" && return 1; }
    count=$((count + 1))
  done < <(instructions final | grep '^COPY --from=build ')
  ((count == 2))
}

# Each file of npm's that has a use for compression lies there twice more.
site_is_whole() {
  local name
  for name in bootstrap.css icons.svg mexico.svg; do
    [[ -s $scratch/app/web/wwwroot/lib/$name.br && -s $scratch/app/web/wwwroot/lib/$name.gz ]] || { printf '%s is not compressed\n' "$name" && return 1; }
  done
  [[ -s $scratch/app/web/wwwroot/lib/noto-sans.woff2 && -s $scratch/app/web/$(instructions final | sed -nE 's/^ENTRYPOINT \["dotnet", "(.*)"\]/\1/p') ]]
}

# Through a link, as in the image, and from its own seeds.
tool_is_whole() {
  local link
  diff -r "$repository/seeds" "$scratch/app/hub/seeds" || return 1
  link=$(instructions final | sed -nE 's,^RUN ln -s (/app/[^ ]+) /usr/local/bin/hub .*,\1,p')
  [[ -n $link ]] && ln -s "$scratch$link" "$scratch/hub" || return 1
  DOTNET_ROOT=$(dirname "$(realpath "$(type -P dotnet)")") "$scratch/hub" --help | grep -q migrate
}

runs_without_root() {
  local user
  user=$(instructions final | awk '/^USER /{ user = $2 } END { print user }')
  printf 'USER is "%s"\n' "$user"
  # The base image's own number for its user app.
  [[ $user == '$APP_UID' ]] || return 1
  ! instructions final | sed '1,/^USER /d' | grep -E '^(RUN|USER|COPY|ADD) '
}

# The health check itself, asked of a listener that answers with that status.
health_check() {
  local status=0
  rm -f "$scratch/port"
  node -e 'const s = require("http").createServer((q, a) => { a.statusCode = q.url === "/health/ready" ? +process.argv[1] : 404; a.end() })
    s.listen(0, "127.0.0.1", () => console.log(s.address().port))' "$1" >"$scratch/port" 3>&- &
  listener=$!
  until [[ -s $scratch/port ]]; do sleep 0.05; done
  ASPNETCORE_HTTP_PORTS=$(cat "$scratch/port") ask_health || status=$?
  kill "$listener"
  wait "$listener" 2>/dev/null || true
  listener=
  return "$status"
}

ask_health() {
  local command
  command=$(instructions final | sed -n 's/^HEALTHCHECK .* CMD //p')
  node -e 'const [file, ...rest] = JSON.parse(process.argv[1])
    process.exit(require("child_process").spawnSync(file, rest, { stdio: "inherit", timeout: 10000 }).status ?? 1)' "$command"
}

health_speaks_truth() {
  health_check 200 || return 1
  ! health_check 503 || return 1
  # Nobody listens on port 1.
  ! ASPNETCORE_HTTP_PORTS=1 ask_health
}

mounts_exist() {
  local path count=0
  while read -r path; do
    git -C "$repository" ls-files --error-unmatch "infra/$path" >/dev/null || return 1
    count=$((count + 1))
  done < <(sed -nE 's/^ +- (\.[^:]*):.*/\1/p' "$repository/infra/compose.yaml")
  ((count == 2)) && [[ -f $repository/infra/$(sed -nE 's/^ +build: (.*)/\1/p' "$repository/infra/compose.yaml")/Dockerfile ]]
}

# Every password is asked of the environment, and the site gets hub_app's alone.
compose_keeps_secrets() {
  local file=$scratch/compose.yaml
  sed '/^ *#/d' "$repository/infra/compose.yaml" >"$file"
  ! grep -iE 'password *[:=]' "$file" | grep -vE '(PASSWORD: |Password=)\$\{HUB_[A-Z]+_PASSWORD:\?has no value\}$|^ *[A-Za-z_]+: *$' || return 1
  ! sed -n '/^  web:/,/^volumes:/p' "$file" | grep -iE 'owner_|HubOwner|HubBackup|POSTGRES' || return 1
  ! grep -E ':8080$' "$file" | grep -v -- '- 127\.0\.0\.1:'
}

if ! git -C "$repository" ls-files --error-unmatch Dockerfile >/dev/null 2>&1; then
  printf 'skipped the container image: what belongs to it is known from a git checkout only\n'
  exit 0
fi
make_context
proves "the image is built from sources alone" context_is_lean
proves "every path that the Dockerfile copies is committed and not ignored" copies_exist
proves "the Dockerfile's publish commands succeed on what it copies" publishes
proves "every path that the final stage copies was published" final_copies_exist
proves "the published site has its compressed files" site_is_whole
proves "hub runs through its link and has its seeds" tool_is_whole
proves "the final stage runs without root" runs_without_root
proves "the health check tells ready from not ready and from down" health_speaks_truth
proves "every path that compose.yaml mounts is committed" mounts_exist
proves "compose.yaml holds no secret, and its site no owner's" compose_keeps_secrets
exit "$broken"
