#!/usr/bin/env bash
# Installs what a cluster is made of, from Debian: Patroni and etcd, which decide who is the primary, and HAProxy in front.
# Does nothing when all is there. The services that come with the packages aren't used.
set -euo pipefail

packages=(patroni python3-etcd python3-psycopg2 etcd-server haproxy postgresql)
missing=()
for package in "${packages[@]}"; do
  [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
[[ $EUID -eq 0 ]] || as_root=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update --quiet=2
"${as_root[@]}" apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}"
