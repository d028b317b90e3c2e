#!/bin/sh
# Speaks every line of speech-lines.ts into <id>.wav (mono, 16 bit, 16 kHz) and trims silence at both ends.
# Needs flite, sox and node, and `npm ci` done. Only whoever changes the lines needs this script.
set -eu
cd "$(dirname "$0")"

node --import tsx --input-type=module -e '
  import { speechLines } from "./speech-lines.ts";
  for (const { id, text } of speechLines) console.log(id + "\t" + text);
' | while IFS="$(printf '\t')" read -r id text; do
  flite -voice slt --setf duration_stretch=0.88 -t "$text" -o raw.wav
  sox raw.wav -b 16 -c 1 -r 16000 "$id.wav" norm -6 \
    silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse pad 0 0.1
done
rm -f raw.wav
