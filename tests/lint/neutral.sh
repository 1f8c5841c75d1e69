#!/bin/sh
# What is tracked: the planned names at the top, nothing generated, nothing left over.
. "$(dirname "$0")/tap"

planned='^(src|include|questionbanks|tests|\.[^/]*)/|^(Makefile|README\.md|\.[^/]*)$'
stray='(\.(o|d|a|so|gcno|gcda|db|db-wal|db-shm|sqlite|sw[op]|orig|rej|bak|tmp|log|pyc)|~|(^|/)(core|a\.out|nohup\.out|\.DS_Store|compile_commands\.json))$|^build'

# Reads the names of tracked files.
misplaced() {
    awk -v planned="$planned" -v stray="$stray" '
        $0 !~ planned { print "top: " $0 " is not in the plan of the top level" }
        $0 ~ stray { print "stray: " $0 " is generated or left over" }'
}

if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    echo 'ok 1 - what is tracked # SKIP not a checkout of git'
    echo 1..1
    exit 0
fi
found=$(
    git -c core.quotePath=off ls-files | misplaced
    git grep -nIE '^(<<<<<<<|>>>>>>>) ' -- . | sed 's/^/conflict: /'
    git ls-files -z -- '*.[ch]' '*.sh' Makefile | xargs -0 grep -nE '[[:blank:]]+$' /dev/null | sed 's/^/blanks: /'
    git ls-files -z -- '*.sh' | xargs -0 sh -c 'for f; do [ -x "$f" ] || echo "script: $f cannot be run"; done' sh
)
clean top 'the top level is as planned'
clean stray 'nothing generated or left over is tracked'
clean conflict 'no conflict of a merge was committed'
clean blanks 'no line of code ends in blanks'
clean script 'every script can be run'

found=$(printf '%s\n' src/main.c .make/packages.sh .gitignore Makefile README.md tests/cli/list.txt \
    notes.md build/slate src/base/str.o tests/store/v1.db src/base/str.c~ tests/pty/core | misplaced)
spots 'top: notes.md'
spots 'top: build/slate'
spots 'stray: build/slate'
spots 'stray: src/base/str.o'
spots 'stray: tests/store/v1.db'
spots 'stray: src/base/str.c~'
spots 'stray: tests/pty/core'
result "$([ "$(printf '%s\n' "$found" | wc -l)" = 7 ]; echo $?)" 'the lint spots nothing else'
finish
