using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.AspNetCore.Direct;

/// <summary>Answers a request of the web server's.</summary>
internal static class DirectExchange
{
    public static async Task HandleAsync(ServerlessEndpoint endpoint, DirectRequest request)
    {
        var features = request.Features;
        BodyBounds.LeaveToTheEndpoint(features);
        var aborted = features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        using var answer = await endpoint.HandleAsync(request, aborted).ConfigureAwait(false);
        if (aborted.IsCancellationRequested)
            return;
        if (answer.StatusCode >= StatusCodes.Status400BadRequest)
        {
            await HttpContextAdapter.RespondAsync(request.Context, answer).ConfigureAwait(false);
            return;
        }

        // Kestrel begins with 200.
        var headers = features.GetRequiredFeature<IHttpResponseFeature>().Headers;
        headers.ContentType = ServerlessResponse.ContentType;
        headers.ContentLength = answer.Body.Length;
        await features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(answer.Body, aborted).ConfigureAwait(false);
    }
}
