using System.Net.Http;

namespace Agnt5.Payloads;

/// <summary>Speaks HTTP to object stores: through the outbound guard, within a time, and without following redirects.</summary>
internal sealed class ObjectStore
{
    private readonly OutboundGuard _guard;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly Lazy<HttpMessageInvoker> _client;

    public ObjectStore(OutboundGuardOptions options, TimeProvider time)
    {
        _guard = new OutboundGuard(options);
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
        if (request.RequestUri!.UserInfo.Length > 0)
            throw new ObjectStoreException("its url carries credentials, which are not sent");
        _guard.CheckHost(request.RequestUri);
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
        catch (HttpRequestException exception)
        {
            throw new ObjectStoreException($"the object store could not be reached, or ended the exchange early ({exception.HttpRequestError})");
        }
        catch (IOException)
        {
            throw new ObjectStoreException("the object store ended the exchange early");
        }
    }
}
