#!/bin/sh
# A second parser looks at what slate's edits made of the nasty banks: PyYAML, by witness.py.
cd "$(dirname "$0")/../.." || exit 1
echo 1..1
seed=${SLATE_SEED:-$(date +%s)}
count=1
[ -n "${SLATE_LONG:-}" ] && count=25
for python in python3 /usr/bin/python3; do
    "$python" -c 'import yaml' 2>/dev/null || continue
    echo "# SLATE_SEED=$seed"
    if "$python" -B tests/bank/witness.py build/test/slate tests/bank/edit/nasty "$seed" "$count"; then
        echo 'ok 1 - edits as PyYAML reads them'
        exit 0
    fi
    echo 'not ok 1 - edits as PyYAML reads them'
    exit 1
done
echo 'ok 1 - edits as PyYAML reads them # SKIP no python3 with PyYAML here: install python3-yaml'
