namespace Agnt5.Payloads;

/// <summary>An entry of <see cref="OutboundGuardOptions.AllowedHosts"/>: a host, or <c>*.</c> and a host for all names under it.</summary>
internal static class HostPattern
{
    private const string Wildcard = "*.";

    public static bool IsValid(string pattern) => Uri.CheckHostName(Host(pattern.Trim())) != UriHostNameType.Unknown;

    /// <summary>The pattern in the form that <see cref="HostOf"/> gives hosts: lower case, in ASCII, addresses in their usual form.</summary>
    public static string Normalize(string pattern)
    {
        pattern = pattern.Trim();
        var host = Host(pattern);
        if (Uri.CheckHostName(host) == UriHostNameType.IPv6 && host[0] != '[')
            host = $"[{host}]";
        var normalized = HostOf(new Uri($"http://{host}"));
        return pattern.StartsWith(Wildcard, StringComparison.Ordinal) ? Wildcard + normalized : normalized;
    }

    public static string HostOf(Uri url) => url.IdnHost.TrimEnd('.').ToLowerInvariant();

    public static bool Matches(string pattern, string host) =>
        pattern.StartsWith(Wildcard, StringComparison.Ordinal) ? host.EndsWith(pattern[1..], StringComparison.Ordinal) : pattern == host;

    private static string Host(string pattern) => pattern.StartsWith(Wildcard, StringComparison.Ordinal) ? pattern[Wildcard.Length..] : pattern;
}
