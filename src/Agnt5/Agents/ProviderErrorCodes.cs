using System.Text.RegularExpressions;

namespace Agnt5.Agents;

/// <summary>The error codes of providers that decide about another attempt.</summary>
internal static partial class ProviderErrorCodes
{
    // OllamaSharp's exception for an error in place of a reply, or for half of one. It has no type of its own.
    private const string NoWholeReply = "did not yield an item with Done=true";

    // The words of Anthropic, OpenAI, Google and the servers of open models.
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase)
    {
        "server_error", "internal_error", "internal_server_error", "api_error", "internal", "unavailable", "service_unavailable",
        "overloaded", "overloaded_error", "server_overloaded", "engine_overloaded",
        "rate_limit_exceeded", "rate_limit_error", "resource_exhausted", "slow_down", "timeout", "timeout_error", "deadline_exceeded", "vector_store_timeout",
        "408", "429", "500", "502", "503", "504", "529",
    };

    /// <summary>Whether a text names an error that no further attempt mends: a quota or an account that is used up.</summary>
    public static bool NeverHeals(string text) => UsedUp().IsMatch(text);

    /// <summary>Whether an error object in a text is of a kind that passes, or <see langword="null"/> when it holds none that is known.</summary>
    public static bool? IsTransient(string text) =>
        text.Contains(NoWholeReply, StringComparison.Ordinal) || ErrorObjects.CodesIn(text).Any(IsTransientCode) ? true : null;

    /// <summary>Whether an error of this code passes: the provider was busy or broken.</summary>
    public static bool IsTransientCode(string? code) => code is not null && Passing.Contains(code.Trim());

    /// <summary>The codes in the body of a response with an error status, to be put behind the status: <c> (rate_limit_exceeded)</c>. Empty where there is none.</summary>
    public static string Quote(string body)
    {
        var codes = Code().Matches(body).Select(static match => match.Groups[1].Value).Where(static code => code != "error").Distinct().Take(2);
        return string.Join(", ", codes) is { Length: > 0 } quoted ? $" ({quoted})" : "";
    }

    [GeneratedRegex("insufficient_quota|billing_hard_limit_reached|billing_not_active|billing_error|spend_limit_reached|credit balance is too low", RegexOptions.IgnoreCase)]
    private static partial Regex UsedUp();

    [GeneratedRegex("\"(?:type|code|status)\"\\s*:\\s*\"(\\w{1,64})\"")]
    private static partial Regex Code();
}
