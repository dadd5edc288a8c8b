using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Dispatch;

/// <summary>The codes of invokes that got no usable answer, where the endpoint itself gave none.</summary>
internal static class LossCodes
{
    /// <summary>The deployment's URL or one of its headers cannot be used.</summary>
    public const string UrlRefused = "ENDPOINT_URL_REFUSED";

    /// <summary>No connection: the name has no address, nobody listens there, or the network is down.</summary>
    public const string Unreachable = "ENDPOINT_UNREACHABLE";

    /// <summary>The two sides found no common TLS, or the certificate is not trusted.</summary>
    public const string TlsFailed = "ENDPOINT_TLS_FAILED";

    /// <summary>The endpoint was not done in time.</summary>
    public const string TimedOut = "ENDPOINT_TIMEOUT";

    /// <summary>The connection ended in front of the answer's end.</summary>
    public const string ClosedEarly = "ENDPOINT_CLOSED_EARLY";

    /// <summary>Something came that is no answer of the protocol: a redirect, HTML, too many bytes, a field of the wrong kind. A run bears few of them in a row.</summary>
    public const string InvalidResponse = RunErrorCodes.InvalidResponse;

    /// <summary>An HTTP status without an error of the protocol, for example from a proxy.</summary>
    public static string OfStatus(int status) => $"ENDPOINT_HTTP_{status}";
}
