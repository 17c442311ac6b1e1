#!/usr/bin/env bash
# Reads our BibTeX and BibLaTeX with other programs. Usage: bibtex.sh YINZHU SHARED
# A program that isn't installed is skipped, and said to be. Prints one line a program and set; fails on any complaint.
set -uo pipefail
yinzhu=$(realpath "$1")
shared=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
status=0

# A style that knows our entry types and prints nothing: bibtex then only reads.
{
  echo "ENTRY { author title } {} {}"
  for type in article book booklet incollection inproceedings proceedings phdthesis mastersthesis techreport \
    unpublished misc default.type; do
    echo "FUNCTION { $type } { }"
  done
  echo "READ"
} > check.bst

report() { # program, set, complaints
  if [ -s "$3" ]; then
    echo "$1 on $2: $(wc -l < "$3" | tr -d ' ') complaints"
    head -5 "$3" | sed 's/^/    /'
    status=1
  else
    echo "$1 on $2: no complaint"
  fi
}

missing() { command -v "$1" > /dev/null && return 1; echo "$1: skipped: not installed"; return 0; }

count() { python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }

check() { # set, files
  local set=$1
  shift
  "$yinzhu" convert "$@" --to csl-json -o "$set.json" 2> /dev/null
  "$yinzhu" convert "$set.json" --to biblatex -o "$set.biblatex.bib" 2> /dev/null
  "$yinzhu" convert "$set.json" --to bibtex -o "$set.bibtex.bib" 2> /dev/null
  local records
  records=$(count < "$set.json")

  if command -v biber > /dev/null; then
    biber --tool "$set.biblatex.bib" 2>&1 | grep -E "^(WARN|ERROR)" \
      | grep -v "legacy year field" > complaints || true
    report biber "$set" complaints
    # What the model of the standard styles doesn't have is no fault: standards, maps and archives are types of
    # biblatex-gb7714, and records lack what their sources lack.
    echo "biber --validate-datamodel on $set: $(biber --tool --validate-datamodel "$set.biblatex.bib" 2>&1 \
      | grep "^WARN - Datamodel" | grep -v "Missing mandatory" \
      | grep -c -v "Invalid entry type\|Invalid field\|invalid in data model") values of another kind than the model has"
  fi
  if command -v bibtex > /dev/null; then
    printf '\\relax\n\\citation{*}\n\\bibdata{%s.bibtex}\n\\bibstyle{check}\n' "$set" > "$set.aux"
    BIBINPUTS=. BSTINPUTS=. bibtex "$set" 2>&1 | grep -E "^Warning|error message|^I " \
      | grep -v "style-file defined" > complaints || true
    report bibtex "$set" complaints
  fi
  if command -v bibtool > /dev/null; then
    # Types of styles for GB/T 7714, which came from BibTeX files and come back, are new to it.
    grep -o '^@[a-z]*' "$set.bibtex.bib" | sort -u | tr -d @ | sed 's/.*/new.entry.type="&"/' > types.rsc
    BIBINPUTS=. bibtool -r ./types.rsc -i "$set.bibtex.bib" -o /dev/null 2> complaints
    report bibtool "$set" complaints
  fi
  if command -v pandoc > /dev/null; then
    : > complaints
    for format in biblatex bibtex; do
      read=$(pandoc -f "$format" -t csljson "$set.$format.bib" 2>> complaints | count)
      [ "$read" = "$records" ] || echo "$format: $read records of $records" >> complaints
    done
    report pandoc "$set" complaints
  fi
}

for program in biber bibtex bibtool pandoc; do missing "$program" || true; done
[ -d "$shared/gbt7714" ] || { echo "bibtex.sh: skipped: there is no $shared/gbt7714; set YINZHU_SHARED"; exit 0; }
check gbt7714-2015 "$shared/gbt7714/examples-2015.bib" --from bibtex
check gbt7714-2025 "$shared/gbt7714/examples-2025.biblatex.bib"
check csl-zh "$shared"/csl-zh/items/*.json
exit $status
