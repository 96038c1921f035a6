#!/bin/sh
# Runs verify.sh and keeps its output and exit code for await-verify.sh.
set -u
cd "$(dirname "$0")"

rm -f ../target/browser-tests.exit
sh verify.sh > ../target/browser-tests.log 2>&1
echo $? > ../target/browser-tests.exit.new
mv ../target/browser-tests.exit.new ../target/browser-tests.exit
