# What .ci/run is made of. A stage is a solution filter in this folder: dotnet test .ci/fast.slnf runs one as well.

must_exist() {
    local stage
    for stage in "$@"; do
        [ -f ".ci/$stage.slnf" ] || { echo "There is no stage '$stage', but fast, analyzers, javascript and shipping." >&2; return 1; }
    done
}

# The test projects of a stage, by name.
tests_of() { grep -oE '[A-Za-z0-9.]+\.Tests\.csproj' ".ci/$1.slnf" | sed 's/\.csproj$//' | sort; }

# A test project that no stage has would never run here.
must_be_in_one_stage() {
    local there listed
    there=$(find tests samples -name '*.Tests.csproj' -not -path '*/node_modules/*' -printf '%f\n' | sed 's/\.csproj$//' | sort)
    listed=$(for filter in .ci/*.slnf; do tests_of "$(basename "$filter" .slnf)"; done | sort)
    [ "$there" = "$listed" ] && return
    echo "Each test project belongs in one stage (.ci/*.slnf). These are in none (<) or in too many (>):" >&2
    diff <(echo "$there") <(echo "$listed") | grep '^[<>]' >&2
    return 1
}

# Beside the .NET SDK, all stages but analyzers need Node with npm: fast has an endpoint in another language. Fast also needs openssl and curl, for the commands of docs/local.md. Javascript and
# shipping need a linker and zlib for Native AOT, and shipping openssl, curl and jq, for the commands that the sample and docs/invoke.md show.
install_tools() {
    [[ " $* " == *" shipping "* || " $* " == *" javascript "* || " $* " == *" fast "* ]] || return 0
    local missing=()
    if [[ " $* " == *" shipping "* || " $* " == *" javascript "* ]]; then
        command -v clang >/dev/null || command -v gcc >/dev/null || missing+=(gcc)
        [ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
        command -v jq >/dev/null || missing+=(jq)
    fi
    command -v openssl >/dev/null || missing+=(openssl)
    command -v curl >/dev/null || missing+=(curl)
    command -v node >/dev/null || missing+=(nodejs)
    command -v npm >/dev/null || missing+=(npm)
    if [ ${#missing[@]} -gt 0 ]; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" || return
    fi
    is_node_new_enough || install_node
}

# The JavaScript hosts need a Node that loads ES modules by require, also in scripts. Distributions have older ones.
is_node_new_enough() { node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 22 || major == 22 && minor >= 12 || major == 20 && minor >= 19 ? 0 : 1)'; }

# The Node of .ci/node/package-lock.json, for what .ci/run starts.
install_node() {
    npm ci --prefix .ci/node --no-audit --no-fund || return
    PATH=$(echo "$PWD"/.ci/node/node_modules/node-linux-*/bin):$PATH
    is_node_new_enough || { echo "The Node.js of .ci/node does not run on this machine. Install Node.js 20.19, 22.12 or newer." >&2; return 1; }
}

# build FILE...: everything that is tested, once. A build that breaks is a failure. So is a package that packages.lock.json does not know.
build() {
    local started=$SECONDS file
    for file in "$@"; do
        if ! dotnet build "$file" -p:RestoreLockedMode=true -nologo -v quiet -clp:NoSummary; then
            failed=$((failed + 1))
            return 1
        fi
    done
    add_time build "$started"
}

# run_tests STAGE: runs the tests of what is built, and adds up what dotnet test says of each project:
# "Passed!  - Failed: 0, Passed: 12, Skipped: 0, Total: 12, Duration: 1 s - Agnt5.Some.Tests.dll (net10.0)".
run_tests() {
    local started=$SECONDS before=$failed log status project line
    log=$(mktemp)
    dotnet test ".ci/$1.slnf" --no-build -nologo -tl:off 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    for project in $(tests_of "$1"); do
        line=$(grep -F " - $project.dll (" "$log" | tail -1)
        if [[ $line =~ Failed:\ +([0-9]+),\ Passed:\ +([0-9]+) ]] && ((BASH_REMATCH[1] + BASH_REMATCH[2] > 0)); then
            failed=$((failed + BASH_REMATCH[1])) passed=$((passed + BASH_REMATCH[2]))
        else
            echo "$project ran no test, or did not come to its end."
            failed=$((failed + 1))
        fi
    done
    # Something else that dotnet test alone knows of, such as a host that crashed behind its last test.
    if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then failed=$((failed + 1)); fi
    rm -f "$log"
    add_time "$1" "$started"
}

add_time() { times+=("$(printf '%-10s %4d s' "$1" $((SECONDS - $2)))"); }
