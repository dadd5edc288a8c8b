# The endpoints as processes on loopback ports, by name: start them, ask what they used, end them.

declare -A endpoint_pid endpoint_url
exec {never}<> <(:) # Nothing is ever written here, so reading from it with a timeout is a pause without a new process.

# free_port: a loopback port that nobody listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# launch NAME BINARY PORT: what is no app of ASP.NET Core finds its port in LISTEN_PORT. The signing secret is in the environment already.
launch() {
  endpoint_url[$1]=http://127.0.0.1:$3
  LISTEN_PORT=$3 ASPNETCORE_URLS=${endpoint_url[$1]} ASPNETCORE_ENVIRONMENT=Production "$2" >"$work/$1.log" 2>&1 &
  endpoint_pid[$1]=$!
}

# connect NAME PORT: opens a connection on file descriptor 9, trying each millisecond for ten seconds.
connect() {
  local deadline=$((${EPOCHREALTIME/./} + 10000000))
  until { exec 9<>"/dev/tcp/127.0.0.1/$2"; } 2>/dev/null; do
    if ((${EPOCHREALTIME/./} > deadline)) || ! kill -0 "${endpoint_pid[$1]}" 2>/dev/null; then
      echo "$1 does not listen. It wrote:" >&2
      cat "$work/$1.log" >&2
      return 1
    fi
    read -rt 0.001 -u "$never" || true
  done
}

# start_endpoint NAME BINARY
start_endpoint() {
  local port
  port=$(free_port)
  launch "$1" "$2" "$port"
  connect "$1" "$port"
  exec 9>&-
}

stop_endpoint() {
  [[ -n ${endpoint_pid[$1]:-} ]] || return 0
  kill "${endpoint_pid[$1]}" 2>/dev/null || true
  wait "${endpoint_pid[$1]}" 2>/dev/null || true
  unset "endpoint_pid[$1]"
}

# time_cold_start NAME BINARY: sets cold_start_us to the microseconds from exec to the first line of the first answer.
time_cold_start() {
  local port request began status
  port=$(free_port)
  request=$(raw_invoke; echo .)
  began=${EPOCHREALTIME/./}
  launch "$1" "$2" "$port"
  connect "$1" "$port" || return 1
  printf '%s' "${request%.}" >&9
  IFS= read -rt 10 -u 9 status || true
  cold_start_us=$((${EPOCHREALTIME/./} - began))
  exec 9>&-
  stop_endpoint "$1"
  [[ $status == 'HTTP/1.1 200'* ]] || { echo "$1 answered its first invoke with: $status" >&2; return 1; }
}

# cpu_us NAME: user and system time so far. The process name in the file, in parentheses, may hold spaces.
cpu_us() {
  local stat
  stat=$(<"/proc/${endpoint_pid[$1]}/stat")
  set -- ${stat##*) }
  echo $(((${12} + ${13}) * 1000000 / $(getconf CLK_TCK)))
}

resident_kb() { awk '/^VmRSS/ { print $2 }' "/proc/${endpoint_pid[$1]}/status"; }
