using System.Net;
using Agnt5.Local.Dispatch;

namespace Agnt5.Cli;

/// <summary>Finds what to tell the user of an error that a command did not expect.</summary>
internal static class ErrorTranslation
{
    public static CliException Of(Exception exception) => exception switch
    {
        CliException told => told,
        Agnt5Exception refused => new(CodeOf(refused), refused.Code, refused.Message, refused),
        EndpointException endpoint => new(CodeOf(endpoint), endpoint.Code, endpoint.Message, endpoint),
        HttpRequestException { StatusCode: null } unreached => new(ExitCodes.Unreachable, "UNREACHABLE", unreached.Message, unreached),
        // A full disk behind a redirection, or a standard output that is closed.
        IOException or UnauthorizedAccessException => new(ExitCodes.Failed, "IO_FAILED", exception.Message, exception),
        _ => new(ExitCodes.Failed, "UNEXPECTED", $"{exception.GetType().Name}: {exception.Message}", exception),
    };

    private static int CodeOf(Agnt5Exception exception) => exception.StatusCode switch
    {
        null => ExitCodes.Unreachable,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ExitCodes.Unreachable,
        _ => ExitCodes.Refused,
    };

    private static int CodeOf(EndpointException exception) => exception.Code switch
    {
        LossCodes.UrlRefused => ExitCodes.Usage,
        LossCodes.Unreachable or LossCodes.TlsFailed or LossCodes.TimedOut or LossCodes.ClosedEarly => ExitCodes.Unreachable,
        LossCodes.InvalidResponse => ExitCodes.Failed,
        _ => ExitCodes.Refused,
    };
}
