#!/bin/sh
# Bundles the styles and scripts into target/classes, as `mvn package` does. Without Node, pages load the files one by one.
set -eu
cd "$(dirname "$0")"

major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
if [ "${major:-0}" -lt 20 ]; then
    echo "Styles and scripts are not bundled, because Node 20 or newer is missing: pages load about 70 files." >&2
    exit 0
fi
sh install.sh
node build.mjs ../target/classes/static
