using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Connections;

/// <summary>Calls routes of the local AGNT5 that AGNT5 itself does not have: deployments, integrations, skips, and webhooks with headers of their own.</summary>
internal sealed class LocalRoutes : IDisposable
{
    // A sync asks the endpoint for its manifest, which takes it up to 30 seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(45);

    private readonly HttpClient _http;
    private readonly Uri _gateway;

    /// <param name="options">Where the gateway is, and the key.</param>
    public LocalRoutes(Agnt5ClientOptions options)
    {
        _gateway = options.Gateway;
        // No redirect takes the key along, and no proxy sees it.
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !options.Gateway.IsLoopback }) { BaseAddress = options.Gateway, Timeout = Timeout };
        _http.DefaultRequestHeaders.Add("X-API-KEY", options.ApiKey);
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Get, path), cancellationToken);

    /// <summary>Posts a JSON object.</summary>
    /// <param name="path">The route.</param>
    /// <param name="writeMembers">Writes what is in the object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="wait">How long the gateway waits for a run, where the route waits for one.</param>
    public Task<JsonElement> PostAsync(string path, Action<Utf8JsonWriter> writeMembers, CancellationToken cancellationToken, TimeSpan? wait = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (wait is { } longest)
            request.Headers.Add("X-AGNT5-Wait-Timeout-Ms", longest.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
        return SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a request, and reads the JSON of the answer.</summary>
    /// <exception cref="CliException">The gateway cannot be reached, or refused the call.</exception>
    public async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                var answer = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
                return response.IsSuccessStatusCode ? answer : throw Refused(response.StatusCode, answer);
            }
            catch (HttpRequestException exception)
            {
                throw new CliException(ExitCodes.Unreachable, "UNREACHABLE", $"Nothing answers at {Address}. Start 'dotnet agnt5 dev', or name the gateway with --gateway.", exception);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new CliException(ExitCodes.Unreachable, "TIMEOUT", $"{Address} did not answer within {Timeout.TotalSeconds:0} seconds.", exception);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private string Address => _gateway.GetLeftPart(UriPartial.Authority);

    private CliException Refused(HttpStatusCode status, JsonElement answer)
    {
        var error = answer.Member("error");
        var code = error.Text("code") ?? answer.Text("error_code") ?? $"HTTP_{(int)status}";
        var message = error.Text("message") ?? $"{Address} answered with the status {(int)status}. This command is for the local AGNT5 ('dotnet agnt5 dev').";
        var exitCode = status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout ? ExitCodes.Unreachable : ExitCodes.Refused;
        return new(exitCode, code, message);
    }

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
