# The tools that the tests use, with their versions. Sourced by script/test, after install.sh.

nextest_version=0.9.143
node_version=22.23.3
networkx_version=3.4.2
igraph_version=1.0.0
# html-validate asks for this one or newer.
node_least=20.19

# Programs of our own go here, not into the person's home.
tools_folder() { echo "$CARGO_TARGET_DIR/tools"; }

tools_for_rust() {
    if ! command -v cargo >/dev/null; then
        say "Rust is not here: see https://rustup.rs (1.95 or newer), then run this again"
        return 1
    fi
    need git git || return 1
    command -v cc >/dev/null || install_debian build-essential || return 1
    if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
        retry rustup component add rustfmt clippy || return 1
    fi
    if ! cargo nextest --version >/dev/null 2>&1; then
        retry cargo install --locked cargo-nextest --version "$nextest_version" --root "$(tools_folder)" || return 1
    fi
    cargo nextest --version | head -n 1
}

tools_for_journeys() {
    need chromium chromium || return 1
    need java default-jre-headless || return 1
    node_at_hand || return 1
    # Journeys look at text in both alphabets, also where our own fonts are refused.
    if command -v dpkg >/dev/null && ! dpkg -s fonts-dejavu-core >/dev/null 2>&1; then
        install_debian fonts-dejavu-core || return 1
    fi
    local stamp
    stamp="$(tools_folder)/e2e-lock"
    if [[ ! -d e2e/node_modules ]] || ! cmp -s e2e/package-lock.json "$stamp"; then
        (cd e2e && retry env PUPPETEER_SKIP_DOWNLOAD=1 npm ci --omit=optional) || return 1
        mkdir -p "$(tools_folder)"
        cp e2e/package-lock.json "$stamp"
    fi
    echo "Chromium: $(chromium --version 2>/dev/null | head -n 1); Node: $(node --version)"
}

# Pulse is measured a second time by others' programs. Without them that one test is skipped, and says so.
tools_for_oracles() {
    local python
    python="$(tools_folder)/oracle/bin/python"
    if ! "$python" -c "import networkx, igraph; assert (networkx.__version__, igraph.__version__) == ('$networkx_version', '$igraph_version')" 2>/dev/null; then
        need python3 python3 || return 1
        python3 -c "import ensurepip, venv" 2>/dev/null || install_debian python3-venv || return 1
        python3 -m venv "$(tools_folder)/oracle" || return 1
        retry "$python" -m pip install -q --disable-pip-version-check "networkx==$networkx_version" "igraph==$igraph_version" || return 1
    fi
    need xz xz-utils || return 1
    echo "networkx $networkx_version, igraph $igraph_version"
}

node_is_new_enough() {
    command -v node >/dev/null && command -v npm >/dev/null || return 1
    [[ "$(printf '%s\n%s\n' "$node_least" "$(node --version | tr -d v)" | sort -V | head -n 1)" == "$node_least" ]]
}

# Some releases of Debian carry an older Node: then its npm fetches a newer one into target/tools.
node_at_hand() {
    node_is_new_enough && return 0
    command -v npm >/dev/null || install_debian nodejs npm || return 1
    node_is_new_enough && return 0
    local machine
    case "$(uname -m)" in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *)
        say "Node $node_least or newer is needed"
        return 1
        ;;
    esac
    retry npm install --no-save --no-audit --no-fund --prefix "$(tools_folder)" "node-linux-$machine@$node_version" || return 1
    mkdir -p "$(tools_folder)/bin"
    ln -sf "../node_modules/node-linux-$machine/bin/node" "$(tools_folder)/bin/node"
    hash -r
    node_is_new_enough
}
