using System.Net.Http;
using System.Net.Sockets;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>Speaks HTTP to object stores: through the outbound guard, within a time, and without following redirects.</summary>
internal sealed class ObjectStore
{
    private readonly OutboundGuard _guard;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly Lazy<HttpMessageInvoker> _client;

    /// <param name="options">The options of the guard.</param>
    /// <param name="isDevelopment">Whether the endpoint runs on a developer's machine.</param>
    /// <param name="time">The clock.</param>
    public ObjectStore(OutboundGuardOptions options, bool isDevelopment, TimeProvider time)
    {
        _guard = new OutboundGuard(options, isDevelopment);
        _timeout = options.Timeout;
        _time = time;
        _client = OutboundHandler.ChecksConnections(options)
            ? new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(OutboundHandler.Sockets(_guard, _timeout)))
            : new Lazy<HttpMessageInvoker>(new HttpMessageInvoker(OutboundHandler.Foreign(options)));
    }

    /// <summary>Sends a request and reads the response, if its status is a success.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the response, whose body has not been read yet.</param>
    /// <param name="remaining">What is left of the invoke's budget, if it has one.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    /// <exception cref="ObjectStoreException">It did not work, for one of the reasons that lie between here and the store.</exception>
    public async Task<T> SendAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, TimeSpan? remaining, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        if (url.UserInfo.Length > 0)
            throw new ObjectStoreException("its url carries credentials, which are not sent");
        _guard.Check(url);
        var limit = remaining < _timeout ? remaining.Value : _timeout;
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _client.Value.SendAsync(request, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new ObjectStoreException($"the object store answered with the status {(int)response.StatusCode}");
            return await read(response, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException || (timeout.IsCancellationRequested && exception is IOException or HttpRequestException))
        {
            // Canceled without our timeout: the connection was begun by an earlier request, and its time is over.
            throw new ObjectStoreException($"the object store was not done within {limit.TotalSeconds:0.###} s");
        }
        catch (HttpRequestException exception) when (exception.InnerException is ObjectStoreException refused)
        {
            throw refused;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw ObjectStoreException.NotReached(ReasonOf(exception, url));
        }
    }

    private static string ReasonOf(Exception failure, Uri url)
    {
        var cause = failure.GetBaseException();
        if (cause is SocketException socket)
            return $"{socket.SocketErrorCode}";
        if (failure is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http)
            return $"{http.HttpRequestError}";

        // A handler of the host may repeat the URL, and with it the signature.
        var text = ExceptionText.Message(cause) is { } message && !Repeats(message, url) ? $": {CallerText.Shorten(message)}" : "";
        return $"{cause.GetType().Name}{text}";
    }

    private static bool Repeats(string message, Uri url) =>
        (url.AbsolutePath.Length > 1 && message.Contains(url.AbsolutePath, StringComparison.OrdinalIgnoreCase))
        || (url.Query.Length > 1 && message.Contains(url.Query[1..], StringComparison.OrdinalIgnoreCase));
}
