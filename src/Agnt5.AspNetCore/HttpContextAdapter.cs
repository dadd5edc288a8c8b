using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Agnt5.AspNetCore;

/// <summary>Carries one request from ASP.NET Core to the endpoint and its response back.</summary>
internal static class HttpContextAdapter
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="context">The request's context.</param>
    /// <param name="path">The request's path relative to where the endpoint is mounted.</param>
    public static async Task HandleAsync(ServerlessEndpoint endpoint, HttpContext context, string path)
    {
        BodyBounds.LeaveToTheEndpoint(context.Features);
        var request = new HttpContextRequest(context.Request, path);
        using var response = await endpoint.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (context.RequestAborted.IsCancellationRequested)
        {
            // A timeout of the app's looks like a caller who has left. Its middleware gives the answer once it is told.
            context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.ThrowIfCancellationRequested();
            return;
        }

        await RespondAsync(context, response).ConfigureAwait(false);
    }

    /// <summary>Sends the response.</summary>
    public static async Task RespondAsync(HttpContext context, ServerlessResponse response)
    {
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
