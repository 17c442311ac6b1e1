#!/usr/bin/env bash
# Other programs read what yinzhu writes: rispy and bibutils RIS, bibutils EndNote, MODS and Word, xmllint MODS, pandoc
# CSL-JSON and CSL-YAML, typst Hayagriva. Usage: formats.sh YINZHU SHARED PEERS. Each is skipped where not installed.
set -uo pipefail
yinzhu=$(realpath "$1")
shared=$2
peers=$3
status=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ ! -d "$shared/csl-zh/items" ]; then
  echo "test-peers: skipped: there is no $shared/csl-zh/items; set YINZHU_SHARED"
  exit 0
fi
"$yinzhu" convert "$shared"/csl-zh/items/*.json --to csl-json --quiet -o "$folder/all.json" || status=1
for format in ris enw endnote-xml mods word csl-yaml hayagriva; do
  "$yinzhu" convert "$folder/all.json" --to "$format" --keys hanzi --quiet -o "$folder/all.$format" || status=1
done
count=$(grep -c '^    "id":' "$folder/all.json")
echo "test-peers: $count records"

# What a program makes of the file, as BibTeX: as many entries, and nothing said.
bibutils() {
  local tool=$1 file=$2
  if ! command -v "$tool" >/dev/null; then echo "test-peers: skipped: $tool (bibutils) is not installed"; return; fi
  "$tool" -i utf8 "$folder/$file" >"$folder/out.xml" 2>"$folder/errors" || status=1
  local read
  read=$(grep -c '<mods' "$folder/out.xml")
  # The collection's own element.
  read=$((read - $(grep -c '<modsCollection' "$folder/out.xml")))
  # It says which types it doesn't know, and which values it leaves out.
  report "$tool" "$file" "$read" "$(grep -c 'Did not recognize type\|Unused entries' "$folder/errors")"
}

report() {
  echo "test-peers: $1 reads $2: $3 of $count records, $4 complaints"
  [ "$3" = "$count" ] || status=1
}

bibutils ris2xml all.ris
bibutils end2xml all.enw
bibutils endx2xml all.endnote-xml

if command -v xml2bib >/dev/null; then
  report xml2bib all.mods "$(xml2bib -i utf8 "$folder/all.mods" 2>/dev/null | grep -c '^[^ ]*@[A-Za-z]*{')" 0
else
  echo "test-peers: skipped: xml2bib (bibutils) is not installed"
fi

python="$peers/bin/python"
if [ -x "$python" ] && "$python" -c 'import rispy' 2>/dev/null; then
  "$python" - "$folder" "$count" <<'PYTHON' || status=1
import json, rispy, sys
folder, count = sys.argv[1], int(sys.argv[2])
with open(folder + "/all.ris", encoding="utf-8", newline="") as file:
    entries = rispy.load(file)
items = json.load(open(folder + "/all.json", encoding="utf-8"))
def plain(text):
    import re
    return " ".join(re.sub(r"</?(i|b|sup|sub|span)[^>]*>", "", text).split())
titles = sum(" ".join((e.get("title") or e.get("primary_title") or "").split()) == plain(i.get("title", "")) for e, i in zip(entries, items))
authors = sum(len(e.get("authors", []) or e.get("first_authors", [])) >= len(i.get("author", [])) for e, i in zip(entries, items))
print(f"test-peers: rispy reads all.ris: {len(entries)} of {count} records, {titles} titles and {authors} lists of authors as they were")
sys.exit(0 if len(entries) == count and titles == count else 1)
PYTHON
else
  echo "test-peers: skipped: rispy is not installed (make bench-peers)"
fi

if ! command -v xmllint >/dev/null; then
  echo "test-peers: skipped: xmllint is not installed"
else
  for format in mods word endnote-xml; do
    xmllint --nonet --noout "$folder/all.$format" || status=1
  done
  schema=${MODS_SCHEMA:-$peers/mods-3-7.xsd}
  if [ -f "$schema" ]; then
    if xmllint --noout --schema "$schema" "$folder/all.mods" 2>"$folder/errors"; then
      echo "test-peers: xmllint: all.mods is valid by $(basename "$schema")"
    else
      echo "test-peers: xmllint: $(grep -c 'Schemas validity error' "$folder/errors") errors in all.mods"
      head -n 5 "$folder/errors"
      status=1
    fi
  else
    echo "test-peers: xmllint: well formed; not checked by the MODS schema, which is not at $schema (set MODS_SCHEMA)"
  fi
fi

pandoc=${PANDOC:-$(command -v pandoc || true)}
if [ -z "$pandoc" ] && [ -x "$python" ]; then
  pandoc=$("$python" -c 'import pypandoc; print(pypandoc.get_pandoc_path())' 2>/dev/null || true)
fi
if [ -n "$pandoc" ]; then
  report pandoc all.json "$("$pandoc" -f csljson -t csljson "$folder/all.json" 2>/dev/null | grep -c '^    "id":')" 0
  printf -- '---\nnocite: "@*"\n---\n' >"$folder/all.md"
  mv "$folder/all.csl-yaml" "$folder/all.yaml"
  report pandoc all.yaml "$("$pandoc" "$folder/all.md" --citeproc --bibliography "$folder/all.yaml" -t html 2>/dev/null | grep -c 'class="csl-entry"')" 0
else
  echo "test-peers: skipped: pandoc is not installed (make bench-peers)"
fi

if [ -x "$python" ] && "$python" -c 'import typst' 2>/dev/null; then
  mv "$folder/all.hayagriva" "$folder/all.yml"
  echo '#bibliography("all.yml", full: true)' >"$folder/all.typ"
  if "$python" -c 'import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])' "$folder/all.typ" "$folder/all.pdf" 2>"$folder/errors"; then
    echo "test-peers: typst reads all.yml"
  else
    echo "test-peers: typst does not read all.yml: $(tail -n 3 "$folder/errors")"
    status=1
  fi
else
  echo "test-peers: skipped: typst is not installed (make bench-peers)"
fi
exit $status
