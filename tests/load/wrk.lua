-- Sends one signed invoke over and over: the signature is made before the round and holds for five minutes.

wrk.method = "POST"
local file = os.getenv("INVOKE_BODY_FILE") -- A large body does not fit into a variable.
wrk.body = file and assert(io.open(file, "rb")):read("*a") or os.getenv("INVOKE_BODY")
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-AGNT5-Signature-Version"] = "workerless-hmac-sha256.v1"
wrk.headers["X-AGNT5-Timestamp"] = os.getenv("INVOKE_TIMESTAMP")
wrk.headers["X-AGNT5-Attempt-ID"] = os.getenv("INVOKE_ATTEMPT_ID")
wrk.headers["X-AGNT5-Signature"] = os.getenv("INVOKE_SIGNATURE")

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("measured %d %d %d %d %d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
