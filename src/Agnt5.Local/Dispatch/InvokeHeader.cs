using System.Buffers;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>A header that a deployment adds to its requests, for example to get past a host's protection.</summary>
internal readonly record struct InvokeHeader(string Name, string Value)
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Connection", "Content-Length", "Content-Type", "Expect", "Host", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Checks a deployment's headers.</summary>
    /// <exception cref="EndpointException">One of them cannot be sent.</exception>
    public static InvokeHeader[] Of(IReadOnlyDictionary<string, string> headers) => [.. headers.Select(static header => Checked(header.Key, header.Value))];

    /// <summary>Without the value: it must not get into a log.</summary>
    public override string ToString() => Name;

    private static InvokeHeader Checked(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            throw Refused(name, "its name is not the name of an HTTP header");
        if (Reserved.Contains(name) || name.StartsWith("X-AGNT5-", StringComparison.OrdinalIgnoreCase))
            throw Refused(name, "HTTP or the protocol decides over it");
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw Refused(name, "its value has characters other than visible ASCII and spaces");
        return new InvokeHeader(name, value.Trim());
    }

    private static EndpointException Refused(string name, string reason) =>
        new(LossCodes.UrlRefused, $"The deployment's invoke header '{CallerText.Shorten(name)}' cannot be sent: {reason}.");
}
