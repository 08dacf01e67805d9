#!/usr/bin/env bash
# Puts the real kubectl v1.36 or newer into .cache/kubectl/ and prints its path: the one on the PATH if it is of that version, else Debian's
# package of the unstable suite, unpacked beside the system, from the archive that apt on this machine is set up with.
# Exit 3, with the reason, where neither can be had. The binary is never committed.
set -euo pipefail
cache=$(cd "$(dirname "$0")/.." && pwd)/.cache/kubectl
kubectl=$cache/usr/bin/kubectl

is_new() {
  local version
  version=$("$1" version --client 2>/dev/null) && [[ $version =~ Client\ Version:\ v1\.(3[6-9]|[4-9][0-9])\. ]]
}
give_up() { echo "get-kubectl: $1" >&2; exit 3; }

if is_new "$kubectl"; then echo "$kubectl"; exit; fi
if found=$(command -v kubectl) && is_new "$found"; then echo "$found"; exit; fi
command -v apt-get >/dev/null || give_up "no kubectl v1.36 on the PATH, and no apt to get it with"
archive=$({ cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true; } | grep -v '^#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ') || true
[ -n "$archive" ] || give_up "apt here has no Debian archive"

rm -rf "$cache"
mkdir -p "$cache/apt/lists/partial" "$cache/apt/archives/partial"
touch "$cache/apt/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive sid main" >"$cache/apt/sources.list"
options=(
  -qq -o "Dir::Etc::sourcelist=$cache/apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$cache/apt/lists"
  -o "Dir::State::status=$cache/apt/status" -o "Dir::Cache=$cache/apt" -o APT::Get::List-Cleanup=0 -o "APT::Sandbox::User=$(id -un)"
)
apt-get "${options[@]}" update >&2 || give_up "the archive cannot be read"
(cd "$cache" && apt-get "${options[@]}" download kubectl >&2) || give_up "the archive has no kubectl"
dpkg -x "$cache"/kubectl_*.deb "$cache"
rm -rf "$cache"/kubectl_*.deb "$cache/apt"
is_new "$kubectl" || give_up "the archive's kubectl is older than v1.36"
echo "$kubectl"
