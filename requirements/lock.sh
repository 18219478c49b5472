#!/bin/sh
# Writes lock.txt, build.txt and dev.txt with the newest versions that pyproject.toml allows.
# Takes the Python of an empty environment; needs the network. Called by `make lock`.
set -eu
python=$1
folder=$(dirname "$0")
freeze() { "$python" -m pip freeze --exclude-editable; }
names() {
    "$python" - "$1" <<'PYTHON'
import sys, tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)
wanted = {
    "build": project["build-system"]["requires"],
    "runtime": project["project"]["dependencies"],
    "dev": project["project"]["optional-dependencies"]["dev"],
}
print("\n".join(wanted[sys.argv[1]]))
PYTHON
}
add() {
    names "$1" > "$folder/.wanted"
    "$python" -m pip install --quiet --disable-pip-version-check -r "$folder/.wanted"
    rm "$folder/.wanted"
}
note="exact versions, written by \`make lock\`."

add runtime
freeze > "$folder/.runtime"
{ echo "# What the exercise engine runs on: $note"; cat "$folder/.runtime"; } > "$folder/lock.txt"
add build
freeze | grep -vxF -f "$folder/.runtime" > "$folder/.build"
{ echo "# What builds the project itself: $note"; cat "$folder/.build"; } > "$folder/build.txt"
add dev
{
    echo "# What \`make check\` needs on top: $note"
    echo "-r lock.txt"
    echo "-r build.txt"
    freeze | grep -vxF -f "$folder/.runtime" -f "$folder/.build"
} > "$folder/dev.txt"
rm "$folder/.runtime" "$folder/.build"
