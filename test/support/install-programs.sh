#!/usr/bin/env bash
# Installs what the tests need beside npm packages: three browsers, a screen for WebKit, fonts, the programs that judge XML
# and PDF, a minifier of PHP hosts, and PostgreSQL as Debian has it, whose programs are outside the search path. All of it comes from Debian (or Ubuntu); browsers are never downloaded. Does nothing when all is there.
set -euo pipefail

# command that must exist = package that brings it
needs=(
  chromium=chromium
  firefox-esr=firefox-esr
  WebKitWebDriver=webkit2gtk-driver
  Xvfb=xvfb
  xmllint=libxml2-utils
  pdftotext=poppler-utils
  gs=ghostscript
  qpdf=qpdf
  php=php-cli
  minifyjs=php-matthiasmullie-minify
)
fonts=(fonts-noto-core fonts-noto-color-emoji fonts-dejavu-core)

missing=()
for need in "${needs[@]}"; do
  command -v "${need%%=*}" >/dev/null || missing+=("${need##*=}")
done
if command -v dpkg-query >/dev/null; then
  for font in "${fonts[@]}"; do
    [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$font" 2>/dev/null)" == installed ]] || missing+=("$font")
  done
fi
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "The tests need these Debian packages, and apt-get is not here to install them: ${missing[*]}" >&2
  echo "Install the programs in another way and run the tests again, or run only: npm run verify" >&2
  exit 1
fi

as_root=()
if [[ $EUID -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "Run as root, or install sudo: apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi

echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update --quiet=2
"${as_root[@]}" apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}"
