using System.Text.Json;
using Agnt5.Primitives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Payloads;

/// <summary>Serves large inputs to endpoints and takes their large outputs, by signed URLs (protocol section 7).</summary>
/// <param name="signature">What signed the URLs.</param>
/// <param name="uploads">The uploads that slices may make.</param>
/// <param name="readInput">Reads the input of a run. Empty for none.</param>
/// <param name="time">The clock.</param>
internal sealed class PayloadRoutes(PayloadSignature signature, OpenUploads uploads, Func<string, ReadOnlyMemory<byte>> readInput, TimeProvider time)
{
    /// <summary>The path of all payloads.</summary>
    public const string Prefix = "/payloads";

    private const string JsonType = "application/json";

    /// <summary>Adds the routes to an app. They need no API key: the URLs are signed.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Prefix + "/{name}", (RequestDelegate)GetAsync);
        app.MapPut(Prefix + "/{name}", (RequestDelegate)PutAsync);
    }

    private Task GetAsync(HttpContext context)
    {
        if (!TryRead(context, out var request, out var refusal))
            return RefuseAsync(context, refusal);
        if (PayloadName.RunOfInput(request.Name) is not { } runId || readInput(runId) is not { IsEmpty: false } input)
            return RefuseAsync(context, PayloadRefusal.NotFound);

        context.Response.ContentType = JsonType;
        context.Response.ContentLength = input.Length;
        return context.Response.BodyWriter.WriteAsync(input, context.RequestAborted).AsTask();
    }

    private async Task PutAsync(HttpContext context)
    {
        if (!TryRead(context, out var request, out var refusal) || (refusal = Judge(context.Request, request)) is not null)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var (payload, problem) = await UploadedPayload.ReadAsync(context.Request, request.MaxBytes, context.RequestAborted).ConfigureAwait(false);
        problem ??= uploads.Save(request.Name, payload!) switch
        {
            UploadEnd.Saved => null,
            UploadEnd.Doubled => PayloadRefusal.Doubled,
            _ => PayloadRefusal.TooLate,
        };
        if (problem is null)
            context.Response.StatusCode = StatusCodes.Status201Created;
        else
            await RefuseAsync(context, problem).ConfigureAwait(false);
    }

    private bool TryRead(HttpContext context, out PayloadRequest request, out PayloadRefusal refusal)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        var (read, problem) = PayloadRequest.Read(context.Request, name, signature, time.GetUtcNow().ToUnixTimeMilliseconds());
        (request, refusal) = (read!, problem!);
        return read is not null;
    }

    // What can be told before the body is read.
    private PayloadRefusal? Judge(HttpRequest http, PayloadRequest request)
    {
        if (!uploads.IsOpen(request.Name))
            return PayloadRefusal.TooLate;
        if (http.ContentType?.Split(';')[0].Trim().Equals(JsonType, StringComparison.OrdinalIgnoreCase) is not true)
            return PayloadRefusal.NotJson;
        return http.ContentLength > request.MaxBytes ? PayloadRefusal.TooLong(request.MaxBytes) : null;
    }

    private static async Task RefuseAsync(HttpContext context, PayloadRefusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = JsonType;
        var body = JsonBytes.Write(refusal, static (writer, refusal) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error"u8);
            writer.WriteString("code"u8, refusal.Code);
            writer.WriteString("message"u8, refusal.Message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        await context.Response.Body.WriteAsync(body).ConfigureAwait(false);
    }
}
