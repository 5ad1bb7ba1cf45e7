#!/usr/bin/env bash
# Makes the virtual environment named by $1, with the first Python on this machine that is new enough.
set -euo pipefail
venv=$1

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

python=""
for candidate in python3.11 python3 python3.12 python3.13 python; do
    if new_enough "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Er is geen Python 3.11 of nieuwer gevonden. Op Debian 12: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi

# Debian keeps the part that makes environments in a package of its own.
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    bash "$(dirname "$0")/apt.sh" python3-venv || {
        echo "Python kan nog geen eigen omgeving maken. Doe eerst: sudo apt-get install python3-venv" >&2
        exit 1
    }
fi

if ! "$python" -m venv --clear "$venv"; then
    rm -rf "$venv" # half an environment must not pass for a whole one
    echo "De omgeving $venv kon niet worden gemaakt; de regels hierboven zeggen waarom." >&2
    exit 1
fi
