# Sourced by ./foedus and ./test.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# Says what is missing, in one sentence, before anything else is tried.
need_sdk() {
  if ! command -v dotnet >/dev/null 2>&1; then
    echo "Foedus is built with the .NET 10 SDK, and no 'dotnet' command was found: install it from https://dot.net/download and try again." >&2
    exit 1
  fi
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^1[0-9]\.'; then
    echo "Foedus is built with the .NET 10 SDK; the 'dotnet' command here has an older one or none: install version 10 from https://dot.net/download and try again." >&2
    exit 1
  fi
}

# The script by which a stranger verifies a ledger is run in the tests, so they need python3; where it is missing and may be installed, it is.
# Where it may not, the tests that need it fail: none is passed over.
need_python() {
  command -v python3 >/dev/null 2>&1 && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends python3; } >/dev/null 2>&1 || true
  fi
  command -v python3 >/dev/null 2>&1 || echo "python3 is not here and could not be installed: tests of the ledger that run docs/verify.py will fail." >&2
}

# The tests of the ledger in PostgreSQL start a private server, so they need its programs. Where they are missing and may be installed, they are,
# without the server that Debian would set up and start besides. Where they may not, the run says which tests did not run, and fails if CI is true.
need_postgres() {
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && return
  [ -n "${FOEDUS_POSTGRES_BIN:-}" ] && return
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null || { echo "PostgreSQL is not here and cannot be installed without root: tests of the ledger in PostgreSQL will not run." >&2; return; }
    as_root=sudo
  fi
  if command -v apt-get >/dev/null 2>&1; then
    { $as_root mkdir -p /etc/postgresql-common/createcluster.d &&
      echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.d/foedus.conf &&
      $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null 2>&1 || true
  fi
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo "PostgreSQL is not here and could not be installed: tests of the ledger in PostgreSQL will not run." >&2
}

# What went wrong in a build, from its log: each error once, or the end of the log if it names none. $1 is the log, $2 the root.
print_errors() {
  errors=$(grep -E '(error|warning) [A-Za-z]+[0-9]+:' "$1" | sort -u | sed "s|$2/||g" | head -n 60)
  if [ -n "$errors" ]; then echo "$errors"; else tail -n 40 "$1"; fi
}
