using System.Globalization;
using System.Net;
using System.Net.Http;

namespace Agnt5.Agents;

/// <summary>Reads from the failure of a model's provider whether to try again, and when.</summary>
internal static class ModelFailure
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The retries of a model call. They keep the wait that a provider asks for; a wait that does not fit the slice becomes a timer.</summary>
    public static StepOptions Retries(TimeProvider time) => new()
    {
        MaxAttempts = 5,
        RetryWhen = IsTransient,
        WaitAfter = failure => RetryAfter(failure, time),
    };

    /// <summary>Whether another attempt may succeed, because the provider or the connection was busy or broken.</summary>
    public static bool IsTransient(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is ModelThrottledException or TimeoutException or IOException)
                return true;
            if (cause is HttpRequestException request)
                return request.StatusCode is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        }

        return false;
    }

    /// <summary>The wait that the provider asks for, or <see langword="null"/>.</summary>
    public static TimeSpan? RetryAfter(Exception failure, TimeProvider time)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if ((cause as ModelThrottledException)?.RetryAfter is { } given)
                return Bound(given);
            if (Read(cause.Data["Retry-After"], time) is { } read)
                return Bound(read);
        }

        return null;
    }

    // A header's text: seconds, or a date.
    private static TimeSpan? Read(object? value, TimeProvider time) => value switch
    {
        TimeSpan span => span,
        int seconds => TimeSpan.FromSeconds(seconds),
        string text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < LongestWait.TotalSeconds => TimeSpan.FromSeconds(seconds),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at - time.GetUtcNow(),
        _ => null,
    };

    private static TimeSpan Bound(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
}
