#!/bin/sh
# Builds libwhispershim.so into artifacts/native/whisper; does nothing when it is newer than its sources.
# The source of whisper.cpp lies in node_modules/smart-whisper; nothing is downloaded.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
source="$root/node_modules/smart-whisper/whisper.cpp"
out=${1:-"$root/artifacts/native/whisper"}
product="$out/libwhispershim.so"

[ -f "$source/src/whisper.cpp" ] || { echo "build-native: $source is missing; run ./xtts setup, which installs the npm packages." >&2; exit 1; }
if [ -f "$product" ] && [ -z "$(find -L "$here/native" "$source/src/whisper.cpp" "$root/node_modules/smart-whisper/package.json" -type f -newer "$product")" ]; then
  exit 0
fi

for tool in cmake cc c++; do
  command -v "$tool" >/dev/null || { echo "build-native: $tool is missing; install the packages cmake and g++." >&2; exit 1; }
done

mkdir -p "$out"
generator="Unix Makefiles"
if command -v ninja >/dev/null; then generator=Ninja; fi
cmake -S "$here/native" -B "$out/build" -G "$generator" -DCMAKE_BUILD_TYPE=Release -DWHISPER_CPP="$source" >"$out/build.log" 2>&1 ||
  { cat "$out/build.log" >&2; exit 1; }
cmake --build "$out/build" --parallel 2 >>"$out/build.log" 2>&1 || { cat "$out/build.log" >&2; exit 1; }
cp "$out/build/libwhispershim.so" "$product.new"
mv "$product.new" "$product"
touch "$product"
