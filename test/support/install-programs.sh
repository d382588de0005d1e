#!/usr/bin/env bash
# Installs what the tests need beside npm packages: three browsers, a screen for WebKit, fonts, the programs that judge XML
# and PDF, a minifier of PHP hosts, and PostgreSQL and a pooler for it as Debian has them, whose programs are outside the search path. All of it comes from Debian (or Ubuntu); browsers are never downloaded. Does nothing when all is there.
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
  cjpeg=libjpeg-turbo-progs
  php=php-cli
  minifyjs=php-matthiasmullie-minify
  mariadb-install-db=mariadb-server-core
  # Which that calls; it came with the server once.
  my_print_defaults=mariadb-client-core
  phpunit=phpunit
  phpcs=php-codesniffer
)
# Packages without a command of their own: fonts, and what WordPress and the stand-in for Moodle need of PHP.
others=(
  fonts-noto-core fonts-noto-color-emoji fonts-dejavu-core
  php-mysql php-sqlite3 php-xml php-mbstring php-curl php-gd php-intl
)

missing=()
for need in "${needs[@]}"; do
  command -v "${need%%=*}" >/dev/null || missing+=("${need##*=}")
done
if command -v dpkg-query >/dev/null; then
  for other in "${others[@]}"; do
    [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$other" 2>/dev/null)" == installed ]] || missing+=("$other")
  done
fi
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
[[ -x /usr/sbin/pgbouncer ]] || missing+=(pgbouncer)
for library in prototype mootools; do
  compgen -G "/usr/share/javascript/$library/*.js" >/dev/null || missing+=("libjs-$library")
done

as_root=()
[[ $EUID -eq 0 ]] || as_root=(sudo)
# A network fails now and then, and a new machine may still be installing its own updates.
apt=(apt-get --quiet=2 --option Acquire::Retries=5 --option DPkg::Lock::Timeout=300)

# WordPress is unpacked here and not installed: Debian's package brings a web server that starts by itself.
wordpress="$(dirname "$0")/../../.cache/wordpress"
unpack_wordpress() {
  local folder
  [[ -e "$wordpress/usr/share/wordpress/index.php" ]] && return
  folder=$(mktemp --directory)
  chmod 755 "$folder"
  (
    cd "$folder"
    download() {
      "${apt[@]}" download wordpress wordpress-l10n wordpress-theme-twentytwenty{one,two,three} \
        libjs-underscore libjs-cropper php-getid3
    }
    download || { "${as_root[@]}" "${apt[@]}" update && download; }
  )
  mkdir --parents "$wordpress"
  for archive in "$folder"/*.deb; do dpkg-deb --extract "$archive" "$wordpress"; done
  rm --recursive "$folder"
}

# Chromium without a window takes half the processor time (chromium-args.js). Of the same build, so that it never brings
# another Chromium; where that can't be had, as on Ubuntu, the tests run in the whole one.
install_shell() {
  local version
  command -v chromium-headless-shell >/dev/null && return
  [[ $EUID -eq 0 ]] || command -v sudo >/dev/null || return 0
  version=$(dpkg-query --show --showformat='${Version}' chromium 2>/dev/null) || return 0
  compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null || timeout 60 "${as_root[@]}" "${apt[@]}" update || return 0
  apt-cache show "chromium-headless-shell=$version" >/dev/null 2>&1 || return 0
  DEBIAN_FRONTEND=noninteractive timeout 120 "${as_root[@]}" "${apt[@]}" install --yes --no-install-recommends \
    "chromium-headless-shell=$version" || echo "note: chromium-headless-shell is not there: the tests take longer"
}

if [[ ${#missing[@]} -eq 0 ]]; then
  if command -v apt-get >/dev/null; then
    unpack_wordpress
    install_shell
  fi
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "The tests need these Debian packages, and apt-get is not here to install them: ${missing[*]}" >&2
  echo "Install the programs in another way and run the tests again, or run only: npm run verify" >&2
  exit 1
fi

if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
  echo "Run as root, or install sudo: apt-get install ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" "${apt[@]}" update
"${as_root[@]}" "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"
unpack_wordpress
install_shell
