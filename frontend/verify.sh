#!/bin/sh
# The linters and the browser tests, as `mvn verify` runs them after packaging target/countersign.jar.
set -eu
cd "$(dirname "$0")"

major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
if [ "${major:-0}" -lt 20 ]; then
    echo "The browser tests need Node 20 or newer with npm; found: $(node --version 2>/dev/null || echo 'no node on the PATH')." >&2
    exit 1
fi
sh install.sh
npm run lint
npm run e2e
