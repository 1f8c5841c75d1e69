#!/usr/bin/env bash
# The expected texts of this folder, which test_report holds the program to, read by other programs:
# CSV and JSON by Python's own modules, HTML by its parser.
set -u
cd "$(dirname "$0")" || exit 1
names=('CSV has whole rows and no formula' 'the texts of CSV come back' 'JSON is read' 'tags of HTML are balanced, none is foreign')
echo 1..${#names[@]}
if ! command -v python3 >/dev/null; then
    for i in "${!names[@]}"; do echo "ok $((i + 1)) - ${names[$i]} # SKIP python3 is not installed"; done
    exit 0
fi
python3 read_back.py "${names[@]}"
