using System.Globalization;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Says what went wrong between here and an endpoint, and what to do.</summary>
internal static class ConnectionFailure
{
    /// <param name="failure">What the request ended with.</param>
    /// <param name="address">Where it went.</param>
    /// <param name="limit">The time that has run out, or <see langword="null"/> when it has not.</param>
    public static EndpointException Of(Exception failure, EndpointAddress address, TimeSpan? limit)
    {
        if ((failure as EndpointException ?? failure.InnerException as EndpointException) is { } known)
            return known;
        if (limit is { } time)
            return TimedOut(address, time, failure);
        if (failure is OperationCanceledException)
            return New(LossCodes.Unreachable, address, "took longer than 10 s to accept a connection. Is the machine up, and does a firewall let the connection through?", failure);
        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } || failure.InnerException is AuthenticationException)
            return New(LossCodes.TlsFailed, address, $"offers no TLS that can be trusted: {Reason(failure)}. Check its certificate. An endpoint of this machine may be reached over http", failure);
        return failure is HttpRequestException { HttpRequestError: var error } ? OfHttp(failure, error, address) : OfBody(failure, address);
    }

    private static EndpointException OfHttp(Exception failure, HttpRequestError error, EndpointAddress address) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => OfConnection(failure, address),
        HttpRequestError.ResponseEnded => Closed(address, failure),
        HttpRequestError.ConfigurationLimitExceeded => New(LossCodes.InvalidResponse, address, "answered with more than 32 KiB of headers", failure),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.VersionNegotiationError =>
            New(LossCodes.InvalidResponse, address, $"does not speak HTTP as expected: {Reason(failure)}. Is this the port of the endpoint, and does it expect https?", failure),
        _ => failure.GetBaseException() is SocketException or IOException ? Closed(address, failure) : New(LossCodes.Unreachable, address, $"cannot be reached: {Reason(failure)}", failure),
    };

    private static EndpointException OfConnection(Exception failure, EndpointAddress address) => (failure.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData =>
            New(LossCodes.Unreachable, address, "has a name that stands for no address. Check the deployment's URL and the network", failure),
        SocketError.ConnectionRefused =>
            New(LossCodes.Unreachable, address, "takes no connection: nothing listens there. Start the endpoint, or sync the deployment with its present URL", failure),
        _ => New(LossCodes.Unreachable, address, $"cannot be reached: {Reason(failure)}. Check the deployment's URL and the network", failure),
    };

    private static EndpointException OfBody(Exception failure, EndpointAddress address) => failure is IOException
        ? failure is HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
            ? New(LossCodes.InvalidResponse, address, "does not speak HTTP as expected: the parts of its answer's body have no lengths", failure)
            : Closed(address, failure)
        : New(LossCodes.Unreachable, address, $"could not be asked: {Reason(failure)}", failure);

    private static EndpointException Closed(EndpointAddress address, Exception failure) =>
        New(LossCodes.ClosedEarly, address, "closed the connection before its answer had come. Its log may say why: it may have crashed, or been stopped", failure);

    private static EndpointException TimedOut(EndpointAddress address, TimeSpan limit, Exception failure) => New(LossCodes.TimedOut, address, string.Create(
        CultureInfo.InvariantCulture, $"did not answer within {limit.TotalSeconds:0.###} s. Give the deployment a longer request timeout, or let the code watch its CancellationToken"), failure);

    private static string Reason(Exception failure) => failure.GetBaseException() switch
    {
        SocketException socket => $"{socket.SocketErrorCode}",
        var cause => CallerText.Shorten((ExceptionText.Message(cause) ?? cause.GetType().Name).TrimEnd('.')),
    };

    private static EndpointException New(string code, EndpointAddress address, string what, Exception failure) =>
        new(code, what.EndsWith('?') ? $"The endpoint at {address.Shown} {what}" : $"The endpoint at {address.Shown} {what}.", failure);
}
