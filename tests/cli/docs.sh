#!/usr/bin/env bash
# The key tables of README.md and the manual page are what `slate keys` prints. With REWRITE=1 they
# are written anew. And the manual page tells of every subcommand with each of its options.
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

# The entry of each subcommand in the manual page: from its name to the next one that stands alone.
undocumented() {
    sed 's/\\f.//g; s/\\-/-/g; s/"//g' src/slate.1 >"$work/plain"
    "$slate" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p' >"$work/commands"
    while read -r command; do
        # shellcheck disable=SC2086 # two words are a subcommand of a subcommand
        "$slate" $command --help </dev/null | grep -oE '(^|[^a-z-])--[a-z0-9-]+' | grep -oE -- '--.*' |
            { cat; echo "slate"; } | sort -u | awk -v name="slate $command" '
            NR == FNR { entries = entries $0 "\n"; next }
            FNR == 1 {
                n = split(entries, entry, "\n[.]TP\n")
                for (i = 1; i <= n; i++)
                    if (entry[i] ~ name "[ \n]") text = text entry[i] "\n"
            }
            text !~ $0 "[^a-z0-9-]" { print name ": " $0 }' "$work/plain" -
    done <"$work/commands"
}

echo 1..3
compare 'the keys of the live screen in README.md' README.md '<!-- keys begin -->' '<!-- keys end -->' "$work/readme"
compare 'the keys of all screens in slate.1' src/slate.1 '.\\" keys begin' '.\\" keys end' "$work/man"

undocumented >"$work/missing"
sed 's/^/# not in the manual page: /' "$work/missing"
if [ -s "$work/commands" ] && [ ! -s "$work/missing" ]; then
    echo 'ok 3 - every option of every subcommand is in slate.1'
else
    echo 'not ok 3 - every option of every subcommand is in slate.1'
fi
