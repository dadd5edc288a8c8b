using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Endpoints;

/// <summary>The address of an endpoint, as an argument.</summary>
internal static class EndpointUrl
{
    /// <exception cref="CliException">It is no address.</exception>
    /// <exception cref="EndpointException">It is none to which invokes may go: https, or http on this machine.</exception>
    public static Uri Of(string text)
    {
        // What was given is not repeated: it may have credentials in it.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
            throw new CliException(ExitCodes.Usage, "URL_INVALID", "The URL is no absolute address. Write it as https://orders.example.com or http://127.0.0.1:8787.");
        _ = EndpointAddress.Of(url);
        return url;
    }
}
