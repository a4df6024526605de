#!/bin/sh
# Qt needs a few libraries of the system on Linux: installs them as root on Debian or Ubuntu, names them elsewhere.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

NEEDED="libEGL.so.1:libegl1 libGL.so.1:libgl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-xinerama.so.0:libxcb-xinerama0 libxcb-xfixes.so.0:libxcb-xfixes0"
known=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null || true)
missing=""
for pair in $NEEDED; do
    case "$known" in
        *"${pair%%:*}"*) ;;
        *) missing="$missing ${pair#*:}" ;;
    esac
done
[ -n "$missing" ] || exit 0

command="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing system libraries that Qt needs:$missing"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install --yes -qq --no-install-recommends $missing >/dev/null; } \
        || echo "They could not be installed; the window may not open. Command: $command"
else
    echo "Qt needs system libraries that are missing here. On Debian or Ubuntu: sudo $command"
fi
