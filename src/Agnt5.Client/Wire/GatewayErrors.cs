using System.Net;
using System.Text;
using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>Makes exceptions of answers that refuse a call, and of calls that got no answer.</summary>
internal sealed class GatewayErrors(Agnt5ClientOptions options, Credentials credentials)
{
    private const int TextLimit = 500;

    private string Host => options.Gateway.GetLeftPart(UriPartial.Authority);

    public Agnt5Exception Unreachable(GatewayCall call, Exception cause) => new(
        Agnt5ClientErrors.ConnectionFailed,
        $"{call.Name} did not reach the gateway at {Host}: {Shown(cause.Message).TrimEnd('.')}.",
        options.Gateway.IsLoopback ? "Start the local AGNT5, or set AGNT5_GATEWAY_URL." : "Check AGNT5_GATEWAY_URL and the network.",
        cause) { RunId = call.RunId };

    public Agnt5Exception Cut(GatewayCall call, Exception? cause, string? runId = null) => new(
        Agnt5ClientErrors.ConnectionCut,
        $"The connection to {Host} broke before the answer to {call.Name} was complete.",
        (runId ?? call.RunId) is { } run ? $"The run {Shown(run)} goes on: read its status or events."
        : call.IsRepeatable ? "Make the call again: it is safe to repeat."
        : "Nobody knows whether it arrived. With an IdempotencyKey the call can be made again without starting anything twice.",
        cause) { RunId = runId ?? call.RunId };

    public Agnt5Exception TooSlow(GatewayCall call, TimeSpan limit, string setting, Exception cause) => new(
        Agnt5ClientErrors.RequestTimeout,
        $"{Host} did not answer {call.Name} within {limit.TotalSeconds:0.###} s.",
        $"Raise {setting}, or see whether the gateway is well.",
        cause) { RunId = call.RunId };

    public static Agnt5Exception TooLarge(GatewayCall call, string setting, long limit) => new(
        Agnt5ClientErrors.AnswerTooLarge,
        $"The answer to {call.Name} is larger than {limit} bytes.",
        $"Raise {setting}, or ask for less.") { RunId = call.RunId };

    /// <summary>The answer is no JSON of AGNT5.</summary>
    public Agnt5Exception Unexpected(GatewayCall call, HttpStatusCode status, string what, Exception? cause = null) => new(
        Agnt5ClientErrors.UnexpectedAnswer,
        $"{Host} answered {call.Name} with {(int)status} and {what}.",
        "Check that AGNT5_GATEWAY_URL is the address of an AGNT5 gateway.",
        cause) { RunId = call.RunId, StatusCode = status };

    /// <summary>The gateway refused the call.</summary>
    public Agnt5Exception Refused(GatewayCall call, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = response.StatusCode;
        if ((int)status is >= 300 and < 400)
            return Unexpected(call, status, "a redirect, which is not followed because the key would go with it");
        var text = Encoding.UTF8.GetString(body.Span).Trim();
        var isJson = AnswerJson.TryParse(body, out var json) && json.ValueKind == JsonValueKind.Object;
        if (!isJson && text.StartsWith('<'))
            return Unexpected(call, status, "a web page");

        var failure = isJson ? RunReader.FailureOf(json) : null;
        var runId = json.Text("run_id") ?? call.RunId;
        var isLimit = status == HttpStatusCode.TooManyRequests || text.StartsWith("rate limit exceeded", StringComparison.OrdinalIgnoreCase);
        var code = Shown(failure is { Code: not Agnt5ClientErrors.RunFailed } ? failure.Code : json.Text("code") ?? (isLimit ? Agnt5ClientErrors.RateLimited : CodeOf(status)));
        var said = failure?.Message is { Length: > 0 } message ? message : json.Text("message") ?? json.Text("detail") ?? (isJson ? "" : text);
        return new(code, $"The gateway refused {call.Name} with {(int)status} {code}{(said.Length > 0 ? $": {Shown(said)}" : "")}{(said.EndsWith('.') ? "" : ".")}", Advice(status, code, isLimit))
        {
            RunId = runId,
            StatusCode = status,
            RetryAfter = AskedPause.Of(response, options.TimeProvider),
        };
    }

    /// <summary>A run ended without an output.</summary>
    public Agnt5Exception Ended(RunInfo run, HttpStatusCode? status = null)
    {
        var code = run.Failure?.Code is { } named and not Agnt5ClientErrors.RunFailed ? Shown(named) : run.Status switch
        {
            RunStatus.Cancelled => Agnt5ClientErrors.RunCancelled,
            RunStatus.TimedOut => Agnt5ClientErrors.RunTimedOut,
            _ => Agnt5ClientErrors.RunFailed,
        };
        var how = run.Status switch
        {
            RunStatus.Cancelled => "was cancelled",
            RunStatus.TimedOut => "ran out of time",
            _ => "failed",
        };
        var said = run.Failure?.Message is { Length: > 0 } message ? $": {Shown(message)}" : "";
        return new(code, $"The run {Shown(run.RunId)}{(run.Component is { } name ? $" of {Shown(name)}" : "")} {how} ({code}){said}{(said.EndsWith('.') ? "" : ".")}", "Its events show where.")
        {
            RunId = run.RunId,
            StatusCode = status,
            Failure = run.Failure,
        };
    }

    /// <summary>A text of the gateway for a message: one line, not long, and without the key.</summary>
    public string Shown(string text)
    {
        // Hidden before it is cut: half of a key is too much of it.
        var safe = credentials.Hide(text);
        var line = string.Create(Math.Min(safe.Length, TextLimit), safe, static (shown, whole) =>
        {
            for (var place = 0; place < shown.Length; place++)
                shown[place] = char.IsControl(whole[place]) ? ' ' : whole[place];
        });
        return safe.Length > TextLimit ? line + "…" : line;
    }

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => Agnt5ClientErrors.Unauthorized,
        HttpStatusCode.Forbidden => Agnt5ClientErrors.Forbidden,
        HttpStatusCode.NotFound => Agnt5ClientErrors.NotFound,
        HttpStatusCode.Conflict => Agnt5ClientErrors.Conflict,
        >= HttpStatusCode.InternalServerError => Agnt5ClientErrors.GatewayFailed,
        _ => Agnt5ClientErrors.RequestRefused,
    };

    private string Advice(HttpStatusCode status, string code, bool isLimit) => status switch
    {
        _ when isLimit => "Call less often, or wait for runs with fewer polls.",
        _ when code == "INSUFFICIENT_SCOPES" => "Use a key with the scope 'run' to start runs, and 'workflow' to answer, signal, approve and cancel them.",
        HttpStatusCode.Unauthorized when credentials.IsEmpty => "Set AGNT5_API_KEY, or ApiKey in the options.",
        HttpStatusCode.Unauthorized => "Check that the key is of this gateway and has not been revoked.",
        HttpStatusCode.Forbidden => "Check which project, environment and deployment the key is for.",
        HttpStatusCode.NotFound => "Check the id or name, the tenant, and which environment the key is for.",
        HttpStatusCode.Conflict => "Read the run's status: it is not in one that allows this.",
        HttpStatusCode.RequestEntityTooLarge => "Send less, or a reference to where the data is.",
        >= HttpStatusCode.InternalServerError => "Try again later.",
        _ => "",
    };
}
