# One endpoint at a time as a process on a loopback port: start it, ask what it used, end it.

endpoint_pid=
endpoint_port=
exec {never}<> <(:) # Nothing is ever written here, so reading from it with a timeout is a pause without a new process.

endpoint_url() { echo "http://127.0.0.1:$endpoint_port"; }

# free_port: a loopback port that nobody listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# launch BINARY: starts it; the signing secret is in the environment already.
launch() {
  ASPNETCORE_URLS=$(endpoint_url) ASPNETCORE_ENVIRONMENT=Production "$1" >"$work/endpoint.log" 2>&1 &
  endpoint_pid=$!
}

# connect: opens a connection on file descriptor 9, trying each millisecond for ten seconds.
connect() {
  local deadline=$((${EPOCHREALTIME/./} + 10000000))
  until { exec 9<>"/dev/tcp/127.0.0.1/$endpoint_port"; } 2>/dev/null; do
    if ((${EPOCHREALTIME/./} > deadline)) || ! kill -0 "$endpoint_pid" 2>/dev/null; then
      echo "The endpoint does not listen. It wrote:" >&2
      cat "$work/endpoint.log" >&2
      return 1
    fi
    read -rt 0.001 -u "$never" || true
  done
}

start_endpoint() {
  endpoint_port=$(free_port)
  launch "$1"
  connect
  exec 9>&-
}

stop_endpoint() {
  [[ -n $endpoint_pid ]] || return 0
  kill "$endpoint_pid" 2>/dev/null || true
  wait "$endpoint_pid" 2>/dev/null || true
  endpoint_pid=
}

# time_cold_start BINARY: sets cold_start_us to the microseconds from exec to the first line of the first answer.
time_cold_start() {
  local request began status
  endpoint_port=$(free_port)
  request=$(raw_invoke; echo .)
  began=${EPOCHREALTIME/./}
  launch "$1"
  connect || return 1
  printf '%s' "${request%.}" >&9
  IFS= read -rt 10 -u 9 status || true
  cold_start_us=$((${EPOCHREALTIME/./} - began))
  exec 9>&-
  stop_endpoint
  [[ $status == 'HTTP/1.1 200'* ]] || { echo "$1 answered its first invoke with: $status" >&2; return 1; }
}

# cpu_ticks: user and system time of the endpoint so far. The process name, in parentheses, may hold spaces.
cpu_ticks() {
  local stat
  stat=$(<"/proc/$endpoint_pid/stat")
  set -- ${stat##*) }
  echo $((${12} + ${13}))
}

resident_kb() { awk '/^VmRSS/ { print $2 }' "/proc/$endpoint_pid/status"; }
