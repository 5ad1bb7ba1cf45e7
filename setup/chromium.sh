#!/usr/bin/env bash
# Sees to a Chromium for the browser tests. Without one those tests are skipped, by name; so this never fails.
set -euo pipefail
if [ -n "${CHROMIUM:-}" ]; then
    exit 0
fi
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done
echo "Chromium installeren voor de browsertests."
bash "$(dirname "$0")/apt.sh" chromium ||
    echo "Chromium is er niet en kon niet worden geïnstalleerd: de browsertests worden overgeslagen, bij naam."
