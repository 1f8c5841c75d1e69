#!/bin/sh
# Who may include what: the table of layers, the libraries' places, and graphs without a cycle.
. "$(dirname "$0")/tap"

rules='
folder base
folder domain  base
folder bank    domain base
folder store   domain base
folder stats   domain base
folder report  domain stats base
folder config  base
folder app     bank store stats report config domain base
folder tui     base
folder screens tui app domain stats base
folder cli     app domain stats base

library curses.h   src/tui/term_curses.c
library term.h     src/tui/term_curses.c
library sqlite3.h  src/store/
library yaml.h     src/bank/
library jansson.h  src/base/json.c
library utf8proc.h src/base/
library sha2.h     src/base/

libc assert.h complex.h ctype.h dirent.h errno.h fcntl.h fenv.h float.h fnmatch.h ftw.h getopt.h
libc glob.h grp.h inttypes.h iso646.h langinfo.h libgen.h limits.h locale.h math.h poll.h pwd.h
libc setjmp.h signal.h spawn.h stdalign.h stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h
libc stdnoreturn.h string.h strings.h sysexits.h termios.h time.h unistd.h utime.h wchar.h wctype.h
libc sys/file.h sys/ioctl.h sys/mman.h sys/random.h sys/resource.h sys/select.h sys/stat.h
libc sys/statvfs.h sys/time.h sys/types.h sys/uio.h sys/wait.h sys/xattr.h

pure domain stats report
input dirent.h fcntl.h poll.h signal.h spawn.h termios.h time.h unistd.h
'

sources() {
    (cd "$1" && find src include -name '*.[ch]' 2>/dev/null | sort)
}

# "FILE HEADER" for each include, the header in its quotes or angle brackets.
includes() {
    sources "$1" | (cd "$1" && xargs -r grep -H '^[[:space:]]*#[[:space:]]*include') |
        sed -E 's/^([^:]*):[^"<]*(["<][^">]*[">]).*/\1 \2/'
}

# Every file of a room is the room: include/F/x.h, src/F/x.h and src/F/x.c are F/x.
module_edges() {
    sed -E 's@^(src|include)/([^ ]*)\.[ch] "(.*)\.h"$@\2 \3@; t; d' | awk '$1 != $2' | sort -u
}

cycle() { # TOPIC: reads edges
    tsort 2>&1 >/dev/null | awk -v topic="$1" '
        /contains a loop/ { printf "%s%s:", n++ ? "\n" : "", topic; next }
        { printf " %s", $2 }
        END { if (n) print "  (each needs the next: move what both need to a third)" }'
}

findings() {
    includes "$1" >"$scratch.includes"
    { printf '%s\n' "$rules"; sources "$1" | sed 's/^/file /'; echo end; cat "$scratch.includes"; } |
        awk -f tests/lint/layers.awk
    module_edges <"$scratch.includes" >"$scratch.edges"
    cycle modules <"$scratch.edges"
    sed -E 's@([^/ ]*)[^ ]* ([^/]*).*@\1 \2@' "$scratch.edges" | awk '$1 != $2' | sort -u | cycle folders
}

bad_tree
scratch=$bad/.scratch

found=$(findings .)
clean table 'every include keeps to the table of layers'
clean library 'every library is included where it belongs'
clean header 'every included header is there and is named by its folder'
clean private "no folder sees another folder's private header"
clean pure 'what computes does no input or output'
clean modules 'the graph of modules has no cycle'
clean folders 'the graph of folders has no cycle'

echo '#include "tui/canvas.h"' | put src/screens/good.c
echo '#include <stdio.h>' | put include/tui/canvas.h
echo '#include "store/store.h"' | put src/screens/home.c
echo '#include "app/app.h"' | put include/store/store.h
echo '#include "store/store.h"' | put include/app/app.h
printf '#include <sqlite3.h>\n#include <openssl/sha.h>\n  #  include <cmocka.h>\n' | put src/app/app.c
echo '#include <ncursesw/curses.h>' | put src/tui/canvas.c
echo '#include <curses.h>' | put src/tui/term_curses.c
echo '#include "store/rows.h"' | put src/app/review.c
echo '#include "store/rows.h"' | put src/store/store.c
: | put src/store/rows.h
printf '#include "app.h"\n#include "app/none.h"\n' | put src/app/odd.c
echo '#include <unistd.h>' | put src/domain/scale.c
echo '#include "report/b.h"' | put include/report/a.h
echo '#include "report/a.h"' | put src/report/b.c
: | put include/report/b.h
echo '#include "base/err.h"' | put src/extra/x.c
: | put include/base/err.h
printf '#include "store/store.h"\n#include "tui/canvas.h"\n' | put src/main.c
found=$(findings "$bad")
spots 'table: src/screens/home.c: screens may not include "store/store.h"'
spots 'table: include/store/store.h: store may not include "app/app.h"'
spots 'table: src/extra/x.c: the folder extra is not in the table'
spots 'library: src/app/app.c: <sqlite3.h>'
spots 'library: src/app/app.c: <openssl/sha.h>'
spots 'library: src/app/app.c: <cmocka.h>'
spots 'library: src/tui/canvas.c: <ncursesw/curses.h>'
spots 'private: src/app/review.c: "store/rows.h"'
spots 'header: src/app/odd.c: "app.h"'
spots 'header: src/app/odd.c: "app/none.h"'
spots 'pure: src/domain/scale.c: <unistd.h>'
spots 'modules: app/app store/store'
spots 'modules: report/a report/b'
spots 'folders: app store'
spare src/screens/good.c:
spare src/main.c:
spare src/tui/term_curses.c:
spare src/store/store.c:
finish
