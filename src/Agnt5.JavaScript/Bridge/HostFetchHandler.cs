using System.Net;
using System.Net.Http;
using System.Text;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// Sends by the <c>fetch</c> of the host, in the name of the request on whose behalf this code runs. The host decides how: where timers and connections belong to the request that made them, the
/// answer still comes back, because no promise of JavaScript is waited for.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="isForStores">Whether it sends to object stores: then it follows no redirect, and takes only bytes as they are stored, because their size and hash are declared.</param>
internal sealed class HostFetchHandler(Engine engine, bool isForStores) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri is { IsAbsoluteUri: true } given ? given.AbsoluteUri : throw new InvalidOperationException("The request has no absolute URL.");
        var headers = new StringBuilder();
        HeaderLines.Write(headers, request.Headers);
        // Unless somebody says which encodings are welcome, fetch names those that it can decode.
        if (isForStores && request.Headers.AcceptEncoding.Count == 0)
            headers.Append("accept-encoding\nidentity\n");
        byte[]? body = null;
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            HeaderLines.Write(headers, content.Headers);
        }

        var answer = await engine.FetchAsync(new OutgoingMessage(request.Method.Method, url, headers.ToString(), body, FollowsRedirects: !isForStores), cancellationToken).ConfigureAwait(false);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ByteArrayContent(answer.Body) };
        HeaderLines.Read(answer.Headers, response);

        if (isForStores && response.Content.Headers.ContentEncoding is { Count: > 0 } encodings)
        {
            response.Dispose();
            throw new HttpRequestException(
                $"The store sent the object with Content-Encoding: {string.Join(", ", encodings)}. The fetch of this host hands out decoded bytes alone, which have another size and hash: "
                + "store the object without an encoding.");
        }

        // fetch has decoded the body, so these two tell of bytes that nobody has any more.
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            response.Content.Headers.ContentEncoding.Clear();
            response.Content.Headers.ContentLength = answer.Body.Length;
        }

        return response;
    }
}
