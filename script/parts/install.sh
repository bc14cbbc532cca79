# Functions that install what is missing. Sourced by the scripts beside; does nothing by itself.

say() { printf '%s\n' "$*" >&2; }

# Networks fail now and then: three attempts, a longer pause before each.
retry() {
    local attempt
    for attempt in 1 2 3; do
        if "$@"; then
            return 0
        fi
        if [[ $attempt -lt 3 ]]; then
            say "failed, trying again: $*"
            sleep $((attempt * 5))
        fi
    done
    return 1
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "not root, and sudo is not here: cannot run: $*"
        return 1
    fi
}

# Debian packages, from the release's own archive: their versions are pinned by the release.
install_debian() {
    if ! command -v apt-get >/dev/null; then
        say "apt-get is not here (the scripts install by themselves on Debian only). Please install: $*"
        return 1
    fi
    if [[ -z "${apt_lists_are_fresh:-}" ]]; then
        retry as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || return 1
        apt_lists_are_fresh=yes
    fi
    retry as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2
}

# need PROGRAM PACKAGE: the package is installed only where the program is missing.
need() {
    command -v "$1" >/dev/null || install_debian "$2"
}
