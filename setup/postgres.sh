#!/usr/bin/env bash
# Sees to a PostgreSQL for the tests of the register. Without one those tests are skipped, by name; so this never fails.
set -euo pipefail
if command -v initdb >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then
    exit 0
fi
echo "PostgreSQL installeren voor de tests van het register."
bash "$(dirname "$0")/apt.sh" postgresql ||
    echo "PostgreSQL is er niet en kon niet worden geïnstalleerd: die tests worden overgeslagen, bij naam."
