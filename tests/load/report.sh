# Figures are collected one per line in $work/<endpoint>.<figure>, and reported as medians.

add_figure() { echo "$3" >>"$work/$1.$2"; }

median() { sort -n "$work/$1.$2" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# row TITLE FIGURE DIVISOR DECIMALS: the medians of both endpoints and what the SDK costs over the bare one.
row() {
  awk -v title="$1" -v sdk="$(median sdk "$2")" -v bare="$(median bare "$2")" -v by="$3" -v decimals="$4" 'BEGIN {
    number = "%." decimals "f"
    printf "| %-25s | %10s | %10s | %5.2f | %10s |\n", title, sprintf(number, sdk / by), sprintf(number, bare / by), sdk / bare,
      sprintf("%+." decimals "f", (sdk - bare) / by)
  }'
}

report() {
  echo "$(nproc) cores, load average before the run $load_before, rounds: $rounds of $seconds s with $connections connections, cold starts: $cold_starts, $(date -u +%F)"
  echo
  printf '| %-25s | %10s | %10s | %5s | %10s |\n' '' SDK bare ratio difference
  echo '|---|--:|--:|--:|--:|'
  row 'CPU per request, µs' cpu_us 1 1
  row 'requests per second' requests_per_second 1 0
  row 'p50, ms' p50_us 1000 2
  row 'p99, ms' p99_us 1000 2
  row 'cold start, ms' cold_start_us 1000 1
  row 'idle memory, MB' idle_kb 1024 1
  row 'memory after load, MB' loaded_kb 1024 1
  row 'binary, MB' binary_bytes 1000000 2
}
