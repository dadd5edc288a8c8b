using System.Globalization;
using System.Text.RegularExpressions;

namespace Agnt5.Agents;

/// <summary>Reads from the headers of a provider's response whether to try again, and when.</summary>
internal static partial class RetryHeaders
{
    // Numbers from here on are no spans but times in Unix seconds, and from the second on in Unix milliseconds.
    private const double FirstUnixSeconds = 1e9;
    private const double FirstUnixMilliseconds = 1e12;

    /// <summary>Headers by name, in any case.</summary>
    public static IReadOnlyDictionary<string, string> From(IEnumerable<KeyValuePair<string, string?>> headers)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
                byName[name] = value;
        }

        return byName;
    }

    /// <summary>What <c>x-should-retry</c> says, or <see langword="null"/>.</summary>
    public static bool? ShouldRetry(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue("x-should-retry", out var said) && bool.TryParse(said, out var should) ? should : null;

    /// <summary>The wait that the headers ask for, or <see langword="null"/>.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="status">The response's status. Only after 429 the resets of rate limits count.</param>
    /// <param name="time">The clock to compare times with.</param>
    public static TimeSpan? Wait(IReadOnlyDictionary<string, string> headers, int? status, TimeProvider time)
    {
        foreach (var name in (ReadOnlySpan<string>)["retry-after-ms", "x-ms-retry-after-ms", "grpc-retry-pushback-ms"])
        {
            if (headers.TryGetValue(name, out var given) && Number(given) is { } milliseconds)
                return Span(milliseconds / 1000);
        }

        if (headers.TryGetValue("Retry-After", out var text) && Read(text, time) is { } wait)
            return wait;
        return status == 429 ? Reset(headers, time) : null;
    }

    /// <summary>Reads a wait: seconds, a span such as <c>6m0s</c>, or a time.</summary>
    public static TimeSpan? Read(string text, TimeProvider time)
    {
        if (Number(text) is { } number)
            return number >= FirstUnixMilliseconds ? Span((number / 1000) - NowSeconds(time)) : number >= FirstUnixSeconds ? Span(number - NowSeconds(time)) : Span(number);
        if (Units().Match(text) is { Success: true } units)
            return Span((3600 * Part(units, 1)) + (60 * Part(units, 2)) + Part(units, 3) + (Part(units, 4) / 1000));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - time.GetUtcNow() : null;
    }

    // The limits that are used up; the last of them decides.
    private static TimeSpan? Reset(IReadOnlyDictionary<string, string> headers, TimeProvider time) => headers
        .Where(header => ResetName().IsMatch(header.Key) && IsUsedUp(headers, header.Key))
        .Select(header => Read(header.Value, time))
        .Max();

    private static bool IsUsedUp(IReadOnlyDictionary<string, string> headers, string reset) =>
        !headers.TryGetValue(reset.Replace("reset", "remaining", StringComparison.OrdinalIgnoreCase), out var remaining) || Number(remaining) is null or 0;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double Part(Match units, int group) => Number(units.Groups[group].Value) ?? 0;

    private static double NowSeconds(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds() / 1000d;

    // No wait is longer than a day, and a number may be any.
    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e6));

    [GeneratedRegex(@"^(?=.)(?:([\d.]+)h)?(?:([\d.]+)m(?!s))?(?:([\d.]+)s)?(?:([\d.]+)ms)?$")]
    private static partial Regex Units();

    [GeneratedRegex("^(?:x-ratelimit-reset(?:-.+)?|anthropic-ratelimit-.+-reset)$", RegexOptions.IgnoreCase)]
    private static partial Regex ResetName();
}
