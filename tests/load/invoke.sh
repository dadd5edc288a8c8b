# One signed invoke of the workflow `hello`, made with openssl alone, so that it does not share a mistake with the SDK.

readonly INVOKE_PATH=/agnt5/invoke
readonly INVOKE_ANSWER='{"status":"completed","output":{"message":"hello Ada"}}'
export INVOKE_BODY='{"protocol_version":"workerless.v1","run_id":"run_load","project_id":"proj_load","deployment_id":"dep_load","component_type":"workflow","component_name":"hello","attempt":0,"is_streaming":false,"input":{"name":"Ada"},"metadata":{"trigger_type":"api"}}'
export INVOKE_ATTEMPT_ID=run_load:0
export AGNT5_SERVERLESS_SIGNING_SECRET=load-measurement-secret
export INVOKE_TIMESTAMP INVOKE_SIGNATURE

sign_invoke() {
  INVOKE_TIMESTAMP=$(date +%s%3N)
  local mac
  mac=$(printf '%s.%s.%s' "$INVOKE_TIMESTAMP" "$INVOKE_ATTEMPT_ID" "$INVOKE_BODY" |
    openssl dgst -sha256 -hmac "$AGNT5_SERVERLESS_SIGNING_SECRET" -r)
  INVOKE_SIGNATURE=sha256=${mac%% *}
}

# send_invoke URL [SIGNATURE]: the answer's body and, on a line of its own, the status.
send_invoke() {
  printf '%s' "$INVOKE_BODY" | curl --silent --max-time 5 --write-out '\n%{http_code}' "$1$INVOKE_PATH" \
    --header 'Content-Type: application/json' \
    --header 'X-AGNT5-Signature-Version: workerless-hmac-sha256.v1' \
    --header "X-AGNT5-Timestamp: $INVOKE_TIMESTAMP" \
    --header "X-AGNT5-Attempt-ID: $INVOKE_ATTEMPT_ID" \
    --header "X-AGNT5-Signature: ${2:-$INVOKE_SIGNATURE}" \
    --header 'Expect:' --data-binary @-
}

# The same request as raw HTTP, for a caller that cannot afford to start curl.
raw_invoke() {
  printf '%s\r\n' "POST $INVOKE_PATH HTTP/1.1" 'Host: 127.0.0.1' 'Content-Type: application/json' \
    'X-AGNT5-Signature-Version: workerless-hmac-sha256.v1' "X-AGNT5-Timestamp: $INVOKE_TIMESTAMP" \
    "X-AGNT5-Attempt-ID: $INVOKE_ATTEMPT_ID" "X-AGNT5-Signature: $INVOKE_SIGNATURE" \
    "Content-Length: ${#INVOKE_BODY}" 'Connection: close' ''
  printf '%s' "$INVOKE_BODY"
}

# expect_hello URL: fails unless the endpoint answers hello with the exact bytes, and refuses a signature that is not the body's.
expect_hello() {
  local answer refused
  answer=$(send_invoke "$1") || true
  [[ $answer == "$INVOKE_ANSWER"$'\n200' ]] || { echo "$1 answered a signed invoke with: $answer" >&2; return 1; }
  refused=$(send_invoke "$1" "sha256=$(printf '0%.0s' {1..64})") || true
  [[ ${refused##*$'\n'} == 401 ]] || { echo "$1 answered an invoke with a wrong signature with: $refused" >&2; return 1; }
}
