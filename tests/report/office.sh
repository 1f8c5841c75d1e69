#!/usr/bin/env bash
# The CSV files in LibreOffice, with formulas evaluated: whole rows, texts as they were, and nothing of
# them taken for a formula; a witness that is not neutralised shows that one would have been.
set -u
cd "$(dirname "$0")" || exit 1
names=('a formula would be evaluated here' 'no text of ours is a formula' 'rows and texts come back')
echo 1..${#names[@]}
office=$(command -v soffice || command -v libreoffice)
skip() {
    for i in "${!names[@]}"; do echo "ok $((i + 1)) - ${names[$i]} # SKIP $1"; done
    exit 0
}
[ -n "$office" ] && command -v python3 >/dev/null || skip 'LibreOffice or python3 is not installed'
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
printf '=1+1,plain\r\n' >"$work/witness.csv"
cp hostile.csv hostile-answers.csv "$work"
# comma, double quote, UTF-8, from the first line; the last word: evaluate formulas
timeout 120 "$office" "-env:UserInstallation=file://$work/profile" --headless \
    --infilter='CSV:44,34,76,1,,0,false,true,false,false,false,1,true' --convert-to fods --outdir "$work" \
    "$work"/{witness,hostile,hostile-answers}.csv >"$work/log" 2>&1
[ -s "$work/witness.fods" ] || skip "LibreOffice does not convert here: $(tail -n 1 "$work/log")"
python3 -B office.py "$work" "${names[@]}"
