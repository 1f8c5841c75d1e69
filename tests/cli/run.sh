#!/usr/bin/env bash
# Plays the text files of this folder against the built program and compares what comes out.
#
#   tests/cli/run.sh                 all of them
#   tests/cli/run.sh bank help       those whose name has one of these words
#   REWRITE=1 tests/cli/run.sh bank  put what came out into the files: then read the difference
#
# A file is read from the top, in a home and a working folder of its own:
#
#   # a remark
#   < file editor.yaml               a file in the working folder, up to a line with ">" alone
#   bank: editor
#   >
#   $ slate bank check editor.yaml   a command, by bash
#   1 bank checked: ...              what it prints
#   ! slate: ...                     what it says on stderr
#   ? 0                              its exit status, which closes the block
#
# A line of output that begins with "! ", "? " or a backslash has one more backslash in front. What
# differs from machine to machine is put into words: HOME and HERE are the two folders, SLATE is the
# source tree, SYSTEM the folder of the banks that are installed, VERSION the version. A
# command finds the source tree at $SLATE.
set -u
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8 TZ=UTC
repo=$PWD
[ -x build/test/slate ] || { echo "not ok 1 - build/test/slate is there: run 'make test'"; exit 1; }
version=$(sed -n 's/^VERSION := //p' Makefile)
top=$(mktemp -d) || exit 1
trap 'rm -rf "$top"' EXIT
number=0 failed=0

settle() {
    number=$((number + 1))
    if cmp -s "$2" "$3"; then
        echo "ok $number - $1"
        return
    fi
    failed=$((failed + 1))
    echo "not ok $number - $1"
    diff -U 100 --label expected --label actual "$2" "$3" | sed 's/^/# /'
}

in_words() {
    sed -e "s|$home|HOME|g" -e "s|$here|HERE|g" \
        -e "s|$repo/build/test/share/slate|SYSTEM|g" -e "s|$repo|SLATE|g" \
        -e "s|slate $version|slate VERSION|g"
}

# The block of a command as it would stand in the file.
perform() {
    (cd "$here" && env -i PATH="$repo/build/test:/usr/bin:/bin" HOME="$home" LC_ALL="$LC_ALL" \
        TZ="$TZ" SLATE="$repo" ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
        bash -c "$1") >"$top/out" 2>"$top/err" </dev/null
    local status=$?
    printf '$ %s\n' "$1"
    in_words <"$top/out" | sed -E 's/^(! |\? |\\)/\\\1/'
    [ -z "$(tail -c 1 "$top/out")" ] || printf '\n\\ no newline at the end\n'
    in_words <"$top/err" | sed 's/^/! /'
    echo "? $status"
}

expect_block() {
    local line
    printf '%s\n' "$1"
    while IFS= read -r line <&3; do
        printf '%s\n' "$line"
        case $line in '? '*) return ;; esac
    done
    echo "(the block has no line with an exit status)"
}

write_file() {
    local line
    mkdir -p "$(dirname "$here/$1")"
    : >"$here/$1"
    while IFS= read -r line <&3 && [ "$line" != '>' ]; do
        printf '%s\n' "$line" | tee -a "$here/$1"
    done
    echo '>'
}

play() {
    local file=$1 name line
    name=$(basename "$file" .txt)
    home=$top/$name/home here=$top/$name/work
    mkdir -p "$home" "$here"
    while IFS= read -r line <&3; do
        case $line in
            '$ '*)
                expect_block "$line" >"$top/expected"
                perform "${line#\$ }" >"$top/actual"
                settle "$name: ${line#\$ }" "$top/expected" "$top/actual"
                cat "$top/actual" >>"$top/new"
                ;;
            '< file '*)
                echo "$line" >>"$top/new"
                write_file "${line#< file }" >>"$top/new"
                ;;
            '' | '#'*) echo "$line" >>"$top/new" ;;
            *)
                echo "$line" >"$top/actual"
                settle "$name: a line that belongs to no block" /dev/null "$top/actual"
                ;;
        esac
    done 3<"$file"
}

for file in tests/cli/*.txt; do
    wanted=$([ $# = 0 ] && echo yes)
    for word in "$@"; do case $file in *"$word"*) wanted=yes ;; esac; done
    [ -n "$wanted" ] || continue
    : >"$top/new"
    play "$file"
    [ -z "${REWRITE-}" ] || cp "$top/new" "$file"
done
echo "1..$number"
[ "$number" -gt 0 ] && [ "$failed" = 0 ]
