using System.Text.Json;

namespace Agnt5.Lambda.Events;

/// <summary>
/// Reads the events that carry HTTP requests: function URLs and HTTP APIs (payload format 2.0), REST APIs and HTTP APIs in format 1.0, and Application Load Balancers.
/// </summary>
/// <param name="pathBase">What stands in front of the endpoint's routes.</param>
internal sealed class EventReader(string pathBase)
{
    /// <param name="json">The event.</param>
    /// <param name="deadline">When the request has to be answered.</param>
    /// <exception cref="UnknownEventException">It is no HTTP request.</exception>
    public HttpEvent Read(ReadOnlyMemory<byte> json, DateTimeOffset? deadline)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var context = root.Find("requestContext", JsonValueKind.Object) ?? throw new UnknownEventException();
            return context.Find("http", JsonValueKind.Object) is { } http ? ReadFormat2(root, context, http, deadline) : ReadFormat1(root, context, deadline);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // No JSON, or texts that are none: half of a surrogate pair, a body that is no base64.
            throw new UnknownEventException(exception);
        }
    }

    private HttpEvent ReadFormat2(JsonElement root, JsonElement context, JsonElement http, DateTimeOffset? deadline)
    {
        var request = RequestOf(root, http.Find("method"), root.Find("rawPath"), StageOf(context), deadline);
        if (root.Find("headers", JsonValueKind.Object) is { } headers)
            EventHeaders.Add(request, headers);
        // They have a place of their own, and nobody else has them.
        if (root.Find("cookies", JsonValueKind.Array) is { } cookies)
            request.Headers["cookie"] = string.Join("; ", cookies.EnumerateArray().Select(static cookie => cookie.GetString()));
        var isFunctionUrl = context.Find("domainName")?.GetString()?.Contains(".lambda-url.", StringComparison.OrdinalIgnoreCase) == true;
        return new HttpEvent(request, isFunctionUrl ? EventSource.FunctionUrl : EventSource.ApiGateway);
    }

    private HttpEvent ReadFormat1(JsonElement root, JsonElement context, DateTimeOffset? deadline)
    {
        var isBalanced = context.Find("elb", JsonValueKind.Object) is not null;
        var request = RequestOf(root, root.Find("httpMethod"), root.Find("path"), StageOf(context), deadline);
        // The lists have all that the other form has, which keeps the last of several values alone.
        var lists = root.Find("multiValueHeaders", JsonValueKind.Object);
        if ((lists ?? root.Find("headers", JsonValueKind.Object)) is { } headers)
            EventHeaders.Add(request, headers);
        var source = (isBalanced, lists) switch
        {
            (true, null) => EventSource.LoadBalancer,
            (true, _) => EventSource.LoadBalancerWithLists,
            _ => EventSource.ApiGateway,
        };
        return new HttpEvent(request, source);
    }

    private InMemoryRequest RequestOf(JsonElement root, JsonElement? method, JsonElement? path, string? stage, DateTimeOffset? deadline)
    {
        if (method?.GetString() is not { } name || path?.GetString() is not { } target)
            throw new UnknownEventException();
        var isBase64 = root.Find("isBase64Encoded", JsonValueKind.True) is not null;
        var body = root.Find("body") is { } text ? EventBody.Read(text, isBase64) : default;
        return new InMemoryRequest(name, EventPath.Relative(target, stage, pathBase), body, deadline);
    }

    private static string? StageOf(JsonElement context) => context.Find("stage")?.GetString();
}
