#!/usr/bin/env bash
# The key tables of README.md and the manual page are what `slate keys` prints. With REWRITE=1 they
# are written anew.
set -u
cd "$(dirname "$0")/../.." || exit 1
slate=build/test/slate
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

between() { # FILE BEGIN END: the lines between two markers
    sed -n "\\|^$2\$|,\\|^$3\$|p" "$1" | sed '1d;$d'
}

put() { # FILE BEGIN END NEW
    awk -v b="$2" -v e="$3" -v new="$4" '
        $0 == e { inside = 0 }
        !inside { print }
        $0 == b { inside = 1; while ((getline line < new) > 0) print line }' "$1" >"$work/out" &&
        cat "$work/out" >"$1"
}

n=0
compare() { # WHAT FILE BEGIN END NEW
    n=$((n + 1))
    [ -n "${REWRITE:-}" ] && put "$2" "$3" "$4" "$5"
    if [ -s "$5" ] && between "$2" "$3" "$4" | diff -u - "$5" >"$work/diff"; then
        echo "ok $n - $1"
    else
        sed 's/^/# /' "$work/diff"
        echo "not ok $n - $1"
    fi
}

{ echo '```'; "$slate" keys interview; echo '```'; } >"$work/readme"
# In a manual page a backslash and a leading dot or quote mean something else.
{ echo .nf; "$slate" keys | sed 's/\\/\\e/g; s/-/\\-/g; s/^\([.'\'']\)/\\\&\1/'; echo .fi; } >"$work/man"

echo 1..2
compare 'the keys of the live screen in README.md' README.md '<!-- keys begin -->' '<!-- keys end -->' "$work/readme"
compare 'the keys of all screens in slate.1' src/slate.1 '.\\" keys begin' '.\\" keys end' "$work/man"
