using System.Globalization;
using System.Net.Http.Headers;

namespace Agnt5.Client.Wire;

/// <summary>Writes the request of a call.</summary>
internal sealed class RequestWriter(Agnt5ClientOptions options, Credentials credentials)
{
    /// <summary>Marks a request that may be sent again.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsRepeatable = new("Agnt5.IsRepeatable");

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _base = options.Gateway.AbsoluteUri.TrimEnd('/');
    private readonly string? _tenant = HeaderText.Tenant(options.TenantId);
    private readonly string? _deployment = HeaderText.Checked(options.DeploymentId, nameof(options.DeploymentId));

    public HttpRequestMessage Write(GatewayCall call)
    {
        var request = new HttpRequestMessage(call.Method, _base + call.Path);
        credentials.Write(request);
        request.Headers.TryAddWithoutValidation("Accept", call.IsStream ? "text/event-stream" : "application/json");
        Add("X-Tenant-ID", HeaderText.Tenant(call.Options?.TenantId) ?? _tenant);
        Add("X-Deployment-ID", HeaderText.Checked(call.Options?.DeploymentId, nameof(CallOptions.DeploymentId)) ?? _deployment);
        Add("traceparent", HeaderText.Checked(call.Options?.TraceParent, nameof(CallOptions.TraceParent)));
        if (call.Options is RunOptions run)
        {
            Add("X-Session-ID", HeaderText.Checked(run.SessionId, nameof(run.SessionId)));
            Add("X-User-ID", HeaderText.Checked(run.UserId, nameof(run.UserId)));
            Add("Idempotency-Key", HeaderText.Checked(run.IdempotencyKey, nameof(run.IdempotencyKey)));
        }

        if (call.SendsWait)
            Add("X-AGNT5-Wait-Timeout-Ms", ((long)call.Wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        if (call.Body is { } body)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        request.Options.Set(IsRepeatable, call.IsRepeatable);
        return request;

        void Add(string name, string? value)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
