# The two engines and their endpoints as processes: `agnt5` is gateway and endpoint, `restate` is restate and service. For tests/load/local, which has endpoint.sh already.

declare -A engine=([agnt5]=gateway [restate]=restate) worker=([agnt5]=endpoint [restate]=service)
declare -A run_url start_url nap_url run_answer=([agnt5]='"output":23' [restate]=23)
restate_admin=

# launch NAME BINARY PORT, as start_endpoint calls it.
launch() {
  endpoint_url[$1]=http://127.0.0.1:$3
  case $1 in
    gateway) ASPNETCORE_URLS=${endpoint_url[$1]} "$2" --database "$work/agnt5.db" >"$work/$1.log" 2>&1 & ;;
    endpoint) ASPNETCORE_URLS=${endpoint_url[$1]} ASPNETCORE_ENVIRONMENT=Production "$2" >"$work/$1.log" 2>&1 & ;;
    restate)
      restate_admin=$(free_port)
      # A run that sleeps gives its place away after five seconds. With the default of a minute, ten thousand would wait for each other.
      DO_NOT_TRACK=1 RESTATE_DISABLE_TELEMETRY=true RESTATE_LISTEN_MODE=tcp RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT=5s \
        RESTATE_INGRESS__BIND_ADDRESS=127.0.0.1:$3 RESTATE_ADMIN__BIND_ADDRESS=127.0.0.1:$restate_admin RESTATE_BIND_ADDRESS=127.0.0.1:$(free_port) "$2" --no-logo --base-dir "$work/restate" >"$work/$1.log" 2>&1 & ;;
    service) PORT=$3 NODE_ENV=production RESTATE_LOGGING=WARN node "$here/engines/restate.mjs" "$2" >"$work/$1.log" 2>&1 & ;;
  esac
  endpoint_pid[$1]=$!
}

start_agnt5() {
  start_endpoint gateway "$1"
  start_endpoint endpoint "$2"
  curl --silent --fail --output /dev/null "${endpoint_url[gateway]}/v1/deployments/sync" --header "X-API-KEY: $AGNT5_API_KEY" \
    --data-raw "{\"url\":\"${endpoint_url[endpoint]}\",\"signing_secret\":\"$AGNT5_SERVERLESS_SIGNING_SECRET\"}"
  run_url[agnt5]=${endpoint_url[gateway]}/v1/workflows/add_three/run
  start_url[agnt5]=${endpoint_url[gateway]}/v1/workflows/add_three/submit
  nap_url[agnt5]=${endpoint_url[gateway]}/v1/workflows/nap/submit
}

start_restate() {
  start_endpoint restate "$1"
  start_endpoint service "$2"
  local tries=100
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$restate_admin/health"; do
    ((--tries)) || { echo "Restate does not start. It wrote:" >&2; cat "$work/restate.log" >&2; return 1; }
    sleep 0.2
  done
  curl --silent --fail --output /dev/null --header 'Content-Type: application/json' --data-raw "{\"uri\":\"${endpoint_url[service]}\"}" "http://127.0.0.1:$restate_admin/deployments"
  run_url[restate]=${endpoint_url[restate]}/work/add_three
  start_url[restate]=${endpoint_url[restate]}/work/add_three/send
  nap_url[restate]=${endpoint_url[restate]}/work/nap/send
}

# settle SIDE: waits until its processes have had next to nothing to do for three seconds. On a busy machine one second may only mean that they had to wait.
settle() {
  local before after quiet=0
  while ((quiet < 3)); do
    before=$(($(cpu_us "${engine[$1]}") + $(cpu_us "${worker[$1]}")))
    sleep 1
    after=$(($(cpu_us "${engine[$1]}") + $(cpu_us "${worker[$1]}")))
    if ((after - before > 400000)); then quiet=0; else quiet=$((quiet + 1)); fi
  done
}

# asleep SIDE COUNT: waits until so many runs sleep.
asleep() {
  settle "$1"
  [[ $1 == restate ]] || return 0
  local query='{"query":"select count(*) as n from sys_invocation where status = '"'suspended'"'"}'
  until (($(curl --silent --fail --header 'Accept: application/json' --header 'Content-Type: application/json' --data-raw "$query" "http://127.0.0.1:$restate_admin/query" |
    grep -o '[0-9]*' || echo 0) >= $2)); do sleep 1; done
}
