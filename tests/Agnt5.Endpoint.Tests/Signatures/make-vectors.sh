#!/usr/bin/env bash
# Writes vectors.txt: one invoke a line, signed by openssl. The fields are secret, timestamp, attempt id, body and signature, separated by tabs; the first
# four in base64, so that any byte may stand in them.
set -euo pipefail
cd "$(dirname "$0")"

vector() {
    local mac
    mac=$(printf '%s' "$2.$3.$4" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$(printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n')" | sed 's/^.* //')
    printf '%s\t%s\t%s\t%s\tsha256=%s\n' "$(b64 "$1")" "$(b64 "$2")" "$(b64 "$3")" "$(b64 "$4")" "$mac"
}

b64() { printf '%s' "$1" | base64 -w0; }

hello='{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"}}'
{
    vector 's' 1750000000000 'run-1:0' "$hello"
    vector 'a secret with blanks inside' 1750000000000 'run 1 . x' "$hello"
    vector 'schlüssel-🔑' 1750000000001 'läuft:0' '{"component_type":"workflow","component_name":"hello","input":{"name":"Zoë 🌍"}}'
    vector "$(printf 'k%.0s' $(seq 1 300))" 1749999999999 'run-1:12' "$hello"
    vector 's' 1750000000000 'run-1:0' "$(printf '{ "component_name": "hello",\n  "component_type": "workflow" }\n ')"
    vector 's' 1750000000000 'run-1:0' '{"component_type":"function","component_name":"echo","input":"'"$(printf 'x%.0s' $(seq 1 9000))"'"}'
} >vectors.txt
