#!/bin/sh
# Builds libtorchshim.so into artifacts/native/torchshim; does nothing when it is newer than its sources.
# LIBTORCH=/path/to/libtorch chooses another libtorch than the system's.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=${1:-"$root/artifacts/native/torchshim"}
product="$out/libtorchshim.so"

if [ -f "$product" ] && [ "$(cat "$out/libtorch.txt" 2>/dev/null)" = "${LIBTORCH:-system}" ] &&
   [ -z "$(find "$here/native" -type f -newer "$product")" ]; then
  exit 0
fi

for tool in cmake c++; do
  command -v "$tool" >/dev/null || { echo "build-native: $tool is missing; install the packages cmake and g++." >&2; exit 1; }
done

mkdir -p "$out"
generator="Unix Makefiles"
if command -v ninja >/dev/null; then generator=Ninja; fi
cmake -S "$here/native" -B "$out/build" -G "$generator" -DCMAKE_BUILD_TYPE=Release -DLIBTORCH="${LIBTORCH:-}" >"$out/build.log" 2>&1 ||
  { cat "$out/build.log" >&2; echo "build-native: libtorch was not found or does not fit; install libtorch-dev and libopenblas0-openmp, or set LIBTORCH." >&2; exit 1; }
cmake --build "$out/build" --parallel >>"$out/build.log" 2>&1 || { cat "$out/build.log" >&2; exit 1; }
cp "$out/build/libtorchshim.so" "$product.new"
mv "$product.new" "$product"
printf '%s\n' "${LIBTORCH:-system}" >"$out/libtorch.txt"
