#!/bin/sh
# Starts Keycloak for a trial at http://localhost:8090; the first time, Maven downloads it (160 MB). Its admin is admin, password admin.
set -e
cd "$(dirname "$0")/../../../.."
mvn -q dependency:unpack@keycloak
home=$(echo target/keycloak/keycloak-*)
mkdir -p "$home/data/import"
cp src/test/resources/keycloak/countersign-realm.json "$home/data/import"
export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin
exec "$home/bin/kc.sh" start-dev --http-port=8090 --import-realm
