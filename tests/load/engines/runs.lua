-- Starts runs over and over. RUN_ANSWER is what stands in each answer, where it is set.

wrk.method = "POST"
wrk.body = os.getenv("RUN_INPUT")
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-API-KEY"] = os.getenv("AGNT5_API_KEY")

local answer = os.getenv("RUN_ANSWER")
local threads = {}
wrong = 0

function setup(thread) table.insert(threads, thread) end

if answer then
  function response(status, headers, body)
    if not body:find(answer, 1, true) then wrong = wrong + 1 end
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  for _, thread in ipairs(threads) do failed = failed + thread:get("wrong") end
  io.write(string.format("measured %d %d %d %d %d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
