using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Agnt5.AspNetCore;

/// <summary>Carries one request from ASP.NET Core to the endpoint and its response back.</summary>
internal static class HttpContextAdapter
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="context">The request's context.</param>
    /// <param name="path">The request's path relative to where the endpoint is mounted.</param>
    public static async Task HandleAsync(ServerlessEndpoint endpoint, HttpContext context, string path)
    {
        // The endpoint bounds the body itself and answers in the protocol's words.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bodySize)
            bodySize.MaxRequestBodySize = null;
        // The endpoint's time for a body takes its place. Kestrel would refuse a slow body in no words of the protocol. Because of one stream that stalls, it would end a whole HTTP/2 connection,
        // with every other request on it.
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } bodyRate)
            bodyRate.MinDataRate = null;

        var request = new HttpContextRequest(context.Request, path);
        using var response = await endpoint.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (context.RequestAborted.IsCancellationRequested)
        {
            // A timeout of the app's looks like a caller who has left. Its middleware gives the answer once it is told.
            context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.ThrowIfCancellationRequested();
            return;
        }

        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = ServerlessResponse.ContentType;
        context.Response.ContentLength = response.Body.Length;
        if (response.RetryAfter is { } time)
            context.Response.Headers.RetryAfter = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var mayBeUnread = response.StatusCode >= StatusCodes.Status400BadRequest && UnreadBody.IsPossible(context);
        if (mayBeUnread && (response.RetryAfter is not null || response.StatusCode is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge))
            context.Response.Headers.Connection = "close";
        await context.Response.BodyWriter.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
        if (mayBeUnread)
            await UnreadBody.SkipAsync(context).ConfigureAwait(false);
    }
}
