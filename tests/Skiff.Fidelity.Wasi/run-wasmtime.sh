#!/bin/sh
cd -- "$(dirname -- "$0")" || exit
exec wasmtime run --dir . dotnet.wasm 'Skiff.Fidelity' "$@"
