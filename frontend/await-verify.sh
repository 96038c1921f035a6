#!/bin/sh
# Prints the output of start-verify.sh as it appears, and exits with the exit code of verify.sh.
set -eu
cd "$(dirname "$0")/../target"

tail -n +1 -F browser-tests.log 2>/dev/null &
trap "kill $!" EXIT
seconds=0
while [ ! -f browser-tests.exit ]; do
    sleep 1
    seconds=$((seconds + 1))
    if [ "$seconds" -ge 2400 ]; then
        echo "The browser tests did not end within 40 minutes." >&2
        exit 1
    fi
done
sleep 1
exit "$(cat browser-tests.exit)"
