using System.Globalization;
using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>Decides when a suspended run goes on, and with what: a timer at its time, a question with its answer, a signal with its payload, or a question or
/// signal without either when its timeout comes first.</summary>
internal sealed class WakeUps(Scenario scenario, VirtualClock clock)
{
    private readonly Dictionary<string, long> _waitedForSinceMs = [];

    /// <summary>Moves the clock to when the run goes on.</summary>
    /// <returns>The metadata that it goes on with.</returns>
    public Dictionary<string, string> WaitFor(JsonObject suspended)
    {
        switch (suspended["reason"]!.GetValue<string>())
        {
            case "timer":
                // A machine whose clock is behind says "not yet" at the exact time, and is asked again a little later.
                clock.AdvanceTo(Math.Max(suspended["ready_at_ms"]!.GetValue<long>(), clock.TrueMs + 1000));
                return [];
            case "user_input_required":
                var index = suspended["pause_index"]!.GetValue<int>();
                return WaitFor(suspended, $"question {index}", scenario.Answers.GetValueOrDefault(index), reply => new()
                {
                    ["user_response"] = reply.Text,
                    ["pause_index"] = index.ToString(CultureInfo.InvariantCulture),
                });
            case "signal":
                var (name, step) = (suspended["signal_name"]!.GetValue<string>(), suspended["waiting_step"]!.GetValue<string>());
                return WaitFor(suspended, $"signal {name}/{step}", scenario.Signals.GetValueOrDefault($"{name}/{step}"), reply => new()
                {
                    ["signal_name"] = name,
                    ["waiting_step"] = step,
                    ["signal_payload"] = reply.Text,
                });
            default:
                return [];
        }
    }

    private Dictionary<string, string> WaitFor(JsonObject suspended, string wait, Reply? reply, Func<Reply, Dictionary<string, string>> deliver)
    {
        if (!_waitedForSinceMs.TryGetValue(wait, out var sinceMs))
            _waitedForSinceMs[wait] = sinceMs = clock.TrueMs;

        var replyMs = reply is null ? long.MaxValue : sinceMs + (long)reply.After.TotalMilliseconds;
        var timeoutMs = new[] { "timeout_ms", "wait_timeout_ms" }.Min(field => suspended[field]?.GetValue<long>() is { } timeout ? clock.TrueMs + Math.Max(timeout, 1000) : long.MaxValue);
        if (replyMs == long.MaxValue && timeoutMs == long.MaxValue)
            throw new InvalidOperationException($"The scenario has nothing for {wait}, which waits for ever.");
        if (timeoutMs < replyMs)
        {
            clock.AdvanceTo(timeoutMs);
            return [];
        }

        clock.AdvanceTo(replyMs);
        return deliver(reply!);
    }
}
