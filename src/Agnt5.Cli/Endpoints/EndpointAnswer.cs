using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Endpoints;

/// <summary>What an endpoint answered to one invoke.</summary>
/// <param name="HttpStatus">The status of HTTP.</param>
/// <param name="Json">The body, or an undefined element where it is no answer of the protocol.</param>
/// <param name="Result">What it means.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record EndpointAnswer(int HttpStatus, JsonElement Json, InvokeResult Result, TimeSpan Elapsed)
{
    /// <summary><c>completed</c>, <c>failed</c> or <c>suspended</c>; or <see langword="null"/> where it is no answer of the protocol.</summary>
    public string? Status => Json.Text("status");

    public string? ErrorCode => Json.Member("error").Text("code");

    /// <summary>Whether the component ran without a failure, to its end or to a pause.</summary>
    public bool IsWell => HttpStatus == 200 && Status is "completed" or "suspended";

    /// <summary>In a few words, for a line of a list.</summary>
    public string Summary => (Result, Status) switch
    {
        (_, "suspended") => $"suspended ({Json.Text("reason")})",
        (_, { } status) => ErrorCode is { } code ? $"{status}, status {HttpStatus}, {code}: {Json.Member("error").Text("message")}" : status,
        (InvokeLost lost, _) => $"{lost.Code}: {lost.Message}",
        _ => $"status {HttpStatus}",
    };
}
