#!/usr/bin/env bash
# Installs the Debian packages named, quietly. Fails when there is no apt-get, or no right to use it without a password.
set -euo pipefail
command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" -eq 0 ]; then
    as_root=(env)
elif sudo -n true >/dev/null 2>&1; then
    as_root=(sudo -n env)
else
    exit 1
fi
apt=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
"${apt[@]}" update >/dev/null 2>&1 || true # an old package list may still do
"${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1
