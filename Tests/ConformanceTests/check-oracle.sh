#!/bin/sh
# Asks the questions of the conformance cases of sqlite3, in the SQL that stands beside them, and
# compares the rows with the expected ones. Prints what differs; exit status 1 if anything does.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One database for each data set: its tables as they stand in the files, and views over them.
import() { # database, folder, views
  for table in "$2"/*.csv; do
    name=$(basename "$table" .csv)
    printf '.import --csv "%s" %s_csv\n' "$table" "$name"
  done | sqlite3 "$1"
  sqlite3 "$1" < "$3"
}
import "$work/plan" "$root/Examples/dizhuang-2024" "$here/oracle.sql"
import "$work/library" "$root/Tests/Fixtures/library" "$here/oracle-library.sql"
import "$work/ledger" "$root/Tests/Fixtures/ledger" "$here/oracle-ledger.sql"
import "$work/inspectors" "$root/Tests/Fixtures/inspectors" "$here/oracle-inspectors.sql"

# Each block with SQL becomes N.data, N.sql, N.rows and N.place.
cat > "$work/split.awk" <<'AWK'
function finish() {
  if (sql != "") {
    count += 1
    printf "%s", data > (out "/" count ".data")
    printf "%s;\n", sql > (out "/" count ".sql")
    printf "%s", rows > (out "/" count ".rows")
    printf "%s", place > (out "/" count ".place")
    close(out "/" count ".data"); close(out "/" count ".sql")
    close(out "/" count ".rows"); close(out "/" count ".place")
  }
  data = "plan"; sql = ""; rows = ""; place = ""; isRows = 0; isSQL = 0
}
FNR == 1 || $0 == "" { finish() }
$0 == "" { next }
place == "" { n = split(FILENAME, parts, "/"); place = parts[n] ":" FNR }
isRows { rows = rows $0 "\n"; next }
$0 == "----" { isRows = 1; next }
/^sql / { sql = substr($0, 5); isSQL = 1; next }
/^  / { if (isSQL) sql = sql "\n" substr($0, 3); next }
{ isSQL = 0 }
/^data / { data = substr($0, 6) }
END { finish() }
AWK
awk -v out="$work" -f "$work/split.awk" "$here"/cases/*.anwtest

status=0
checked=0
for question in "$work"/*.sql; do
  [ -e "$question" ] || break
  base=${question%.sql}
  {
    printf '.mode list\n.separator ,\n.headers on\n.nullvalue ""\n'
    cat "$question"
  } | sqlite3 "$work/$(cat "$base.data")" > "$base.found" 2>&1 || true
  checked=$((checked + 1))
  # Without rows sqlite3 prints no header either.
  if [ ! -s "$base.found" ] && [ "$(wc -l < "$base.rows")" -eq 1 ]; then continue; fi
  if ! cmp -s "$base.rows" "$base.found"; then
    status=1
    echo "$(cat "$base.place"): the oracle says otherwise"
    diff "$base.rows" "$base.found" || true
  fi
done
echo "$checked questions asked of sqlite3"
[ "$checked" -gt 0 ] || status=1
exit $status
