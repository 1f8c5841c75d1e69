#!/bin/sh
# Sizes: files of at most 500 lines; functions of at most 60 lines and 5 parameters.
# Relies on clang-format: a function's body opens with "{" and closes with "}" in the first column.
. "$(dirname "$0")/tap"

# These say what they are about in one line at each of many places; a struct would say it in five.
many='^(canvas_text(n|f|_right)?|finding_add)$'

findings() {
    (
        cd "$1" || exit
        find src include tests -name '*.[ch]' 2>/dev/null | sort | xargs -r wc -l |
            awk '$2 != "total" && $1 > 500 { print "files: " $2 ": " $1 " lines" }'
        find src -name '*.[ch]' | sort | xargs -r awk -v many="$many" -f "$program"
    )
}

program=$PWD/tests/lint/sizes.awk
found=$(findings .)
clean files 'no file is longer than 500 lines'
clean functions 'no function is longer than 60 lines'
clean parameters 'no function takes more than 5 parameters'
printf '%s\n' "$found" | grep '^#'

bad_tree
{
    echo 'static int long_one(void)'
    echo '{'
    seq 58 | sed 's/.*/    work(&);/'
    echo '}'
    echo
    echo 'static int just_fits(void)'
    echo '{'
    seq 57 | sed 's/.*/    work(&);/'
    echo '}'
    echo
    echo '/* A comment (with, commas, in, a, list, of, words). */'
    echo '__attribute__((format(printf, 1, 0))) void six(int a, int (*b)(int, int), int c, int d,'
    echo '                                               int e, int f)'
    echo '{'
    echo '}'
    echo
    echo 'void five(int a, int (*b)(int, int), int c, int d, const char *fmt, ...)'
    echo '{'
    echo '}'
    echo
    echo 'static const int rows[] = {'
    seq 70 | sed 's/.*/    &,/'
    echo '};'
} | put src/app/app.c
seq 501 | sed 's@.*@/* & */@' | put include/app/app.h
seq 500 | sed 's@.*@/* & */@' | put include/app/full.h
found=$(findings "$bad")
spots 'files: include/app/app.h: 501 lines'
spots 'functions: src/app/app.c:1: long_one has 61 lines'
spots 'parameters: src/app/app.c:125: six takes 6'
spare just_fits
spare five
spare rows
spare full.h
finish
