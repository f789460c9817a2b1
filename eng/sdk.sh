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

# What went wrong in a build, from its log: each error once, or the end of the log if it names none. $1 is the log, $2 the root.
print_errors() {
  errors=$(grep -E '(error|warning) [A-Za-z]+[0-9]+:' "$1" | sort -u | sed "s|$2/||g" | head -n 60)
  if [ -n "$errors" ]; then echo "$errors"; else tail -n 40 "$1"; fi
}
