#!/bin/sh
# Sees to it that what a make target needs is on this machine.
#
#   packages.sh PURPOSE    where PURPOSE is build, test, bench or fuzz
#
# Says which Debian packages are missing, installs them with apt (through sudo
# where we are not root) and goes on; on a system without apt it prints what to
# install and stops. Costs one compiler call when nothing is missing.
set -u
purpose=${1:-build}
cc=${CC:-cc}

# header:package, checked with the compiler, so that any way of installing counts
build='curses.h:libncurses-dev yaml.h:libyaml-dev sqlite3.h:libsqlite3-dev
       utf8proc.h:libutf8proc-dev sha2.h:libmd-dev jansson.h:libjansson-dev'
test="$build cmocka.h:libcmocka-dev vterm.h:libvterm-dev"
case $purpose in
    build) wanted=$build ;;
    *) wanted=$test ;;
esac

probe() {
    printf '#include <stdarg.h>\n#include <stddef.h>\n#include <setjmp.h>\n#include <stdint.h>\n#include <sys/types.h>\n#include <%s>\n' "$1" |
        $cc -E -x c - >/dev/null 2>&1
}

missing=
command -v ${cc%% *} >/dev/null 2>&1 || missing="gcc libc6-dev"
for pair in $wanted; do
    probe "${pair%%:*}" || missing="$missing ${pair##*:}"
done
if [ "$purpose" = fuzz ]; then
    command -v clang >/dev/null 2>&1 || missing="$missing clang libclang-rt-14-dev"
fi
# shellcheck disable=SC2086  # a list of words is meant
apt_get() { # AS_ROOT PACKAGE...
    $1 env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $2 ||
        { $1 apt-get update -q && $1 env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $2; }
}

# Without these one suite is skipped: nothing stops for them, and nobody is asked for a password.
has_schema() {
    python3 -c 'import jsonschema, yaml' || /usr/bin/python3 -c 'import jsonschema, yaml'
}
if [ "$purpose" = test ] && ! has_schema 2>/dev/null && command -v apt-get >/dev/null 2>&1; then
    echo "slate: installing python3-jsonschema and python3-yaml, for one of the tests"
    [ "$(id -u)" = 0 ] && quietly= || quietly='sudo -n'
    apt_get "$quietly" 'python3-jsonschema python3-yaml' >/dev/null 2>&1 ||
        echo "slate: they could not be installed: that test is skipped"
fi
# Continuous integration also opens what is handed over in a real browser. It is large: nobody else
# waits for it.
if [ "$purpose" = test ] && [ -n "${CI:-}" ] && ! command -v chromium >/dev/null 2>&1 &&
    command -v apt-get >/dev/null 2>&1; then
    echo "slate: installing chromium, for one of the tests"
    [ "$(id -u)" = 0 ] && quietly= || quietly='sudo -n'
    {
        timeout 120 $quietly apt-get update -q &&
            timeout 300 $quietly env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -q --no-install-recommends chromium poppler-utils
    } >/dev/null 2>&1 || echo "slate: it could not be installed: that test is skipped"
fi
[ -n "$missing" ] || exit 0

echo "slate: missing packages:$missing"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "slate: this system has no apt-get. Install the development packages of ncursesw, libyaml,"
    echo "slate: SQLite 3.40 or newer, utf8proc, libmd and jansson (for the tests also cmocka and"
    echo "slate: libvterm), then run make again."
    exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "slate: as root, run: apt-get install -y$missing"
        exit 1
    }
    as_root=sudo
fi
echo "slate: installing them with apt-get"
if ! apt_get "$as_root" "$missing" >/dev/null; then
    echo "slate: apt-get could not install them; the message above says why"
    exit 1
fi
