# Figures are collected one per line in $work/<endpoint>.<figure>. A line of one file and the same line of the other were measured one after the other.

add_figure() { echo "$3" >>"$work/$1.$2"; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# Whose figures stand in the first column, and whose in the second.
first=sdk second=bare

# row TITLE FIGURE DIVISOR DECIMALS: both medians, their difference, and the median of the ratios of neighbours.
row() {
  local one=$work/$first.$2 other=$work/$second.$2
  awk -v title="$1" -v by="$3" -v decimals="$4" -v one="$(median <"$one")" -v other="$(median <"$other")" \
    -v ratio="$(paste "$one" "$other" | awk '{ print $1 / $2 }' | median)" 'BEGIN {
      number = "%." decimals "f"
      printf "| %-25s | %8s | %8s | %5.2f | %10s |\n", title, sprintf(number, one / by), sprintf(number, other / by), ratio,
        sprintf("%+." decimals "f", (one - other) / by)
    }'
}

report_heads() {
  printf '| %-25s | %8s | %8s | %5s | %10s |\n' '' SDK bare ratio difference
  echo '|---------------------------|---------:|---------:|------:|-----------:|'
}

# of_bare NAME FIGURE DIVISOR DECIMALS: the median, and the median of the ratios to the neighbours of the bare endpoint.
of_bare() {
  awk -v by="$3" -v decimals="$4" -v one="$(median <"$work/$1.$2")" -v ratio="$(paste "$work/$1.$2" "$work/bare.$2" | awk '{ print $1 / $2 }' | median)" \
    'BEGIN { printf " %." decimals "f | %.2f |", one / by, ratio }'
}

# over_bare NAME: the size of the binary, and how much it is over that of the bare endpoint.
over_bare() {
  [[ -e $work/$1.binary_bytes ]] || { printf ' | |'; return; }
  paste "$work/$1.binary_bytes" "$work/bare.binary_bytes" | awk '{ printf " %.2f | %+.2f |", $1 / 1000000, ($1 - $2) / 1000000 }'
}

# side_by_side: all that were measured, a row for each.
side_by_side() {
  echo
  echo '| | CPU, us | of bare | cold start, ms | of bare | idle memory, MB | of bare | binary, MB | over bare |'
  echo '|---|---:|---:|---:|---:|---:|---:|---:|---:|'
  local name
  for name in "${names[@]}"; do
    printf '| %s |%s%s%s%s\n' "${title[$name]}" "$(of_bare "$name" cpu_us 1 1)" "$(of_bare "$name" cold_start_us 1000 1)" "$(of_bare "$name" idle_kb 1024 1)" "$(over_bare "$name")"
  done
}

report() {
  echo "$(date -u +%F), $(nproc) cores, load average before the run: $load_before."
  echo "$rounds rounds of $seconds s with $connections connections, $cold_starts cold starts."
  echo
  report_heads
  row 'CPU per request, us' cpu_us 1 1
  row 'requests per second' requests_per_second 1 0
  row 'p50, ms' p50_us 1000 2
  row 'p99, ms' p99_us 1000 2
  row 'cold start, ms' cold_start_us 1000 1
  row 'idle memory, MB' idle_kb 1024 1
  row 'memory after load, MB' loaded_kb 1024 1
  row 'binary, MB' binary_bytes 1000000 2
  side_by_side
}
