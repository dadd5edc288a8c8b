using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace Agnt5.Agents.Recording;

/// <summary>The failure of a recorded call. Its text is left out: providers repeat parts of keys in it.</summary>
/// <param name="Type">The name of the exception's type.</param>
/// <param name="Status">The status of the provider's response, or <see langword="null"/>.</param>
/// <param name="IsTransient">Whether an agent tries again.</param>
/// <param name="RetryAfter">The wait that the provider asked for, or <see langword="null"/>.</param>
internal sealed record RecordedError(string Type, int? Status, bool IsTransient, TimeSpan? RetryAfter)
{
    public static RecordedError Of(Exception failure)
    {
        var verdict = ModelFailure.Judge(failure, TimeProvider.System);
        return new(failure.GetType().FullName ?? failure.GetType().Name, ProviderFailure.Read(failure).Status, verdict.IsTransient, verdict.RetryAfter);
    }

    public static RecordedError Read(JsonNode error) => new(
        error["type"]!.GetValue<string>(),
        error["status"]?.GetValue<int>(),
        error["transient"]!.GetValue<bool>(),
        error["retry_after_ms"] is { } wait ? TimeSpan.FromMilliseconds(wait.GetValue<long>()) : null);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type };
        if (Status is { } status)
            json["status"] = status;
        json["transient"] = IsTransient;
        if (RetryAfter is { } wait)
            json["retry_after_ms"] = (long)Math.Ceiling(wait.TotalMilliseconds);
        return json;
    }

    /// <summary>An exception about which an agent decides as it does about the recorded one.</summary>
    public Exception ToException()
    {
        var message = $"The recorded call failed with {Type}{(Status is { } status ? $", status {status}" : "")}.";
        var response = Status is { } known ? new HttpRequestException(message, inner: null, (HttpStatusCode)known) : null;
        return new ModelThrottledException(message, response) { MayRetry = IsTransient, RetryAfter = RetryAfter };
    }
}
