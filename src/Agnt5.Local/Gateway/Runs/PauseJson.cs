using System.Globalization;
using System.Text.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>
/// Writes what a paused run waits for, with the members of its <c>paused</c> event, and in words what makes it go on. The page has neither: they are for people who read answers.
/// </summary>
internal static class PauseJson
{
    public static void Write(Utf8JsonWriter json, RunState run)
    {
        if (run.Pause is not { } pause)
            return;
        JsonAnswer.WriteRaw(json, "pause", PauseData.Of(pause));
        json.WriteString("next"u8, Next(run.Spec.RunId, pause));
    }

    private static string Next(string runId, Pause pause) => pause switch
    {
        QuestionPause question => $"It waits for an answer. POST /v1/workflows/resume/{runId} with user_response, {Answer(question)}.",
        SignalPause signal => $"It waits for a signal. POST /v1/runs/{runId}/signals/{Uri.EscapeDataString(signal.SignalName)} with payload, what the signal brings.",
        TimerPause timer => $"It sleeps until {Time(timer.ReadyAtMs)}. POST /v1/runs/{runId}/skip ends the sleep now.",
        _ => "It goes on by itself.",
    };

    private static string Answer(QuestionPause question) => question.InputType switch
    {
        "text" => "a text",
        "multiselect" => "the ids of options in a list",
        _ => question.AllowCustom ? "the id of an option or a text" : "the id of an option",
    };

    // A time that no calendar has, as an endpoint may send it, stays a number.
    private static string Time(long unixMs) => unixMs >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && unixMs <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        ? DateTimeOffset.FromUnixTimeMilliseconds(unixMs).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : unixMs.ToString(CultureInfo.InvariantCulture);
}
