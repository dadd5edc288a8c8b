using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary>Whether an endpoint wants invokes signed, and, with a secret, whether it knows that one. The invokes name a component that no endpoint has, so nothing runs.</summary>
internal static class SigningCheck
{
    private const string AttemptId = "run_check:0";

    private static readonly byte[] Nothing =
        """{"protocol_version":"workerless.v1","run_id":"run_check","component_type":"function","component_name":"agnt5:check","attempt":0,"input":{}}"""u8.ToArray();

    /// <returns><c>ok</c>, or what is wrong.</returns>
    public static async Task<string> MakeAsync(EndpointClient client, Uri url, string? secret, CancellationToken cancellationToken)
    {
        try
        {
            var unsigned = await CodeAsync(client, url, secret: null, cancellationToken).ConfigureAwait(false);
            if (unsigned.EndsWith("SECRET_REQUIRED", StringComparison.Ordinal))
                return $"the endpoint has no secret, so it refuses every invoke ({unsigned})";
            if (!IsOfSignature(unsigned))
                return $"the endpoint takes invokes without a signature ({unsigned})";
            if (secret is null)
                return "ok";
            return await CodeAsync(client, url, secret, cancellationToken).ConfigureAwait(false) is var signed && IsOfSignature(signed) ? $"the endpoint does not know the secret ({signed})" : "ok";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsOfSignature(string code) => code.Contains("SIGNATURE", StringComparison.Ordinal) || code.Contains("SIGNING", StringComparison.Ordinal);

    private static async Task<string> CodeAsync(EndpointClient client, Uri url, string? secret, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, EndpointAddress.Of(url).Invoke) { Content = new ByteArrayContent(Nothing) };
        request.Content.Headers.ContentType = new("application/json");
        if (secret is not null)
        {
            using var signer = new RequestSigner(secret);
            var timestamp = RequestSigner.Timestamp(TimeProvider.System.GetUtcNow());
            request.Headers.Add("X-AGNT5-Signature-Version", RequestSigner.Version);
            request.Headers.Add("X-AGNT5-Timestamp", timestamp);
            request.Headers.Add("X-AGNT5-Attempt-ID", AttemptId);
            request.Headers.Add("X-AGNT5-Signature", signer.Sign(timestamp, AttemptId, Nothing));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var response = await client.SendAsync(request, limit.Token).ConfigureAwait(false);
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false));
            return body.RootElement.Member("error").Text("code") ?? $"status {(int)response.StatusCode}";
        }
        catch (JsonException)
        {
            return $"status {(int)response.StatusCode}";
        }
    }
}
