#!/usr/bin/env bash
# The HTML page in a real browser: what a reader finds on it, that nothing of a hostile text runs, that
# nothing is asked of the network, and that it prints on one or two pages.
#
#   tests/report/browser.sh          speaks TAP; skipped where no chromium is installed
#   KEEP=folder tests/report/browser.sh    leaves pictures and the printed page there, to be looked at
set -u
cd "$(dirname "$0")" || exit 1
names=('every text stands on the page' 'no text became an element or an attribute' 'nothing ran'
    'it prints on one or two pages' 'its text is on the paper, too')
echo 1..${#names[@]}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ] || ! command -v python3 >/dev/null; then
    for i in "${!names[@]}"; do echo "ok $((i + 1)) - ${names[$i]} # SKIP chromium or python3 is not installed"; done
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# The page as it is, and with a witness: a script of our own in front, allowed by taking the page's own
# prohibition away, that notes every dialog, so that "nothing ran" does not rest on the prohibition.
sed -e '/Content-Security-Policy/d' \
    -e 's|<head>|<head><script>window.ran=[];for(const f of ["alert","confirm","prompt","open"])window[f]=(...a)=>{ran.push(f)};addEventListener("load",()=>setTimeout(()=>{document.documentElement.dataset.ran=ran.join(" ")\|\|"nothing"},300))</script>|' \
    hostile.html >"$work/witness.html"
cp hostile.html "$work/page.html"

run() {
    timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
        --user-data-dir="$work/profile" --virtual-time-budget=3000 "$@" 2>"$work/log"
}
run --dump-dom "file://$work/page.html" >"$work/page.dom"
run --dump-dom "file://$work/witness.html" >"$work/witness.dom"
run --no-pdf-header-footer --print-to-pdf="$work/page.pdf" "file://$work/page.html"
if [ -n "${KEEP:-}" ]; then
    run --screenshot="$work/page.png" --window-size=1100,1500 "file://$work/page.html"
    mkdir -p "$KEEP" && cp "$work"/page.{png,pdf,html} "$KEEP"
fi
if [ ! -s "$work/page.dom" ]; then
    for i in "${!names[@]}"; do
        echo "ok $((i + 1)) - ${names[$i]} # SKIP chromium does not start here: $(tail -n 1 "$work/log")"
    done
    exit 0
fi
python3 browser.py "$work" "${names[@]}"
