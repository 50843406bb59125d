# shellcheck shell=sh
# What ./run and ./check share: a Python environment of exactly the pinned packages in .venv, and
# the system libraries Qt needs. Sourced with $root set; everything it says goes to stderr, because
# stdout belongs to the program.
#
# A copy of the requirements in .venv/ready is the stamp: as long as it equals the file in the
# checkout, nothing is looked at again and no network is touched. .venv/unfinished marks a set-up
# that was interrupted; it is started over.

venv=${root:?}/.venv

# Shared libraries of Qt and the Debian package of each.
window_libraries='libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0
libglib-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1
libX11.so.6:libx11-6 libbrotlidec.so.1:libbrotli1 libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0'

say() {
    printf '%s\n' "Quartiersdialog: $*" >&2
}

fail() {
    say "$@"
    exit 1
}

# prepare requirements.txt|requirements-dev.txt – returns when everything is there.
prepare() {
    if ! is_ready "$1"; then
        exec 9<"$root"
        flock -n 9 || {
            say "Another start is setting things up; waiting for it."
            flock 9
        }
        is_ready "$1" || set_up "$1"
        exec 9<&-
    fi
    build_translations
}

is_ready() {
    [ -x "$venv/bin/python" ] && [ ! -e "$venv/unfinished" ] && is_current requirements.txt &&
        { [ "$1" = requirements.txt ] || is_current "$1"; }
}

is_current() {
    cmp -s "$root/$1" "$venv/ready/$1"
}

set_up() {
    say "Setting up in $root – needed once, and again when the pinned packages change."
    find_python || true
    install_system_packages "$1"
    [ -n "$python" ] || find_python ||
        fail "Python 3.11 or newer with pip is needed and was not found."
    if ! is_usable; then
        say "Creating the environment .venv with $python."
        create_environment ||
            fail "The environment could not be created; the lines above say why."
    fi
    : >"$venv/unfinished" || exit
    say "Installing the packages pinned in $1 (a minute or two, some 100 MB the first time)."
    install_pins "$1"
    mkdir -p "$venv/ready" && cp "$root/requirements.txt" "$venv/ready/" &&
        cp "$root/$1" "$venv/ready/" && rm "$venv/unfinished" || exit
    say "Ready."
}

# In this order an interruption leaves nothing that looks whole.
create_environment() {
    rm -rf "$venv/ready" && rm -rf "${venv:?}/bin" && rm -rf "$venv" &&
        mkdir "$venv" && : >"$venv/unfinished" &&
        "$python" -I -m venv --without-pip "$venv"
}

# True if the environment can be kept: it works, and no older pins are in it.
is_usable() {
    [ ! -e "$venv/unfinished" ] && is_new_enough "$venv/bin/python" &&
        "$venv/bin/python" -I -c 'import sys; sys.exit(sys.prefix == sys.base_prefix)' || return 1
    for file in requirements.txt requirements-dev.txt; do
        [ ! -e "$venv/ready/$file" ] || is_current "$file" || return 1
    done
}

is_new_enough() {
    "$1" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Sets $python to the first Python that is new enough and can install packages. The path is the
# resolved one, so that an environment of a Python that was removed is noticed.
find_python() {
    for name in python3.11 python3.12 python3.13 python3 python; do
        python=$("$name" -I -c 'import os, sys; print(os.path.realpath(sys.executable))' \
            2>/dev/null) && is_new_enough "$python" && has_pip "$python" && return
    done
    python=
    return 1
}

has_pip() {
    "$1" -I -c 'import pip, venv' 2>/dev/null || "$1" -I -c 'import ensurepip, venv' 2>/dev/null
}

# The base Python's pip works on the environment from outside: neither python3-venv nor a pip of
# the environment's own is needed. Only wheels: a source package would fetch unpinned build tools.
install_pins() {
    if "$python" -I -c 'import pip' 2>/dev/null; then
        set -- "$1" "$python" -I -m pip --python "$venv/bin/python"
    else
        "$venv/bin/python" -I -m ensurepip >&2
        set -- "$1" "$venv/bin/python" -I -m pip
    fi
    pins=$root/$1
    shift
    PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 "$@" install -qq --no-input \
        --disable-pip-version-check --require-hashes --only-binary :all: -r "$pins" >&2 ||
        fail "Installing the packages failed; the lines above say why. Nothing is lost: try again."
}

install_system_packages() {
    missing=$(missing_system_packages "$1")
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null ||
        fail "Please install with your system's package manager what Debian calls: $missing"
    if [ "$(id -u)" = 0 ]; then
        root_by=
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        root_by=sudo
    else
        say "System packages are missing. Please let an administrator run this line, then start again:"
        printf '    apt-get install --no-install-recommends %s\n' "$missing" >&2
        exit 1
    fi
    say "Installing system packages: $missing"
    apt_get update || say "The package lists could not be renewed; trying with those at hand."
    # shellcheck disable=SC2086 # a list of names
    apt_get install --yes --no-install-recommends $missing ||
        fail "Installing system packages failed; the lines above say why."
}

# Without the lock: a service that a package starts would hold it for ever.
apt_get() {
    $root_by env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
        "$@" </dev/null >/dev/null 9>&-
}

# Prints the Debian packages that are missing, on one line.
missing_system_packages() {
    {
        [ -n "$python" ] || echo python3 python3-pip
        missing_libraries
        [ "$1" = requirements.txt ] || command -v Xvfb >/dev/null || echo xvfb xauth
    } | tr '\n' ' ' | sed 's/ $//'
}

missing_libraries() {
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
    for pair in $window_libraries; do
        case $known in
        *"${pair%%:*} "*) ;;
        *) echo "${pair##*:}" ;;
        esac
    done
}

# Qt reads compiled translations; they are made anew when a text is newer than they are.
build_translations() {
    translations_stale || return 0
    exec 9<"$root"
    flock 9
    if translations_stale; then
        "$venv/bin/python" "$root/packaging/translations.py" release >&2 ||
            fail "The translations could not be built; the lines above say why."
    fi
    exec 9<&-
}

translations_stale() {
    compiled=$root/resources/i18n/de/quartiersdialog_de.qm
    [ ! -e "$compiled" ] || [ -n "$(find "$root/resources/i18n" -name '*.ts' -newer "$compiled")" ]
}
