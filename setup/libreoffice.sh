#!/usr/bin/env bash
# Sees to a LibreOffice without a screen for the tests of the register's workbook. Without one those are skipped, by name; so this never fails.
set -euo pipefail
if command -v soffice >/dev/null || command -v libreoffice >/dev/null; then
    exit 0
fi
echo "LibreOffice installeren voor de tests van de werkmap van het register."
bash "$(dirname "$0")/apt.sh" libreoffice-calc-nogui ||
    echo "LibreOffice is er niet en kon niet worden geïnstalleerd: die tests worden overgeslagen, bij naam."
