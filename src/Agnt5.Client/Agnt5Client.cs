using System.Text.Json;
using Agnt5.Client.Wire;

namespace Agnt5;

/// <summary>
/// Calls the AGNT5 gateway: starts runs, waits for them, follows, answers and ends them. One client serves all threads, for as long as the app runs. It never tries anything again by itself:
/// <c>services.AddAgnt5Client()</c> does, where that is safe.
/// </summary>
/// <remarks>What goes wrong with a call is an <see cref="Agnt5Exception"/>. Arguments that no call can be made of are an <see cref="ArgumentException"/>.</remarks>
public sealed partial class Agnt5Client : IDisposable
{
    private readonly Gateway _gateway;
    private readonly HttpClient? _own;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Where the gateway is, and who calls. Later changes of the object count for nothing.</param>
    /// <param name="http">
    /// Sends the requests; it stays yours to dispose. Give it a <see cref="HttpClient.Timeout"/> longer than the waits, and a handler without redirects, which would take the key along.
    /// Default: one of the client's own.
    /// </param>
    /// <exception cref="ArgumentException">The options contradict each other, or the gateway is no address that a key may be sent to.</exception>
    public Agnt5Client(Agnt5ClientOptions options, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionChecks.Check(options);
        var credentials = new Credentials(options);
        _own = http is null ? OwnHttp.Create() : null;
        _gateway = new(http ?? _own!, options.Copy(), credentials);
    }

    /// <summary>Makes a client of the environment: <c>AGNT5_GATEWAY_URL</c>, <c>AGNT5_API_KEY</c>, <c>AGNT5_TENANT_ID</c>, <c>AGNT5_DEPLOYMENT_ID</c>.</summary>
    /// <param name="configure">Sets what the environment does not say.</param>
    /// <exception cref="ArgumentException">A variable has a value that no client can be made of.</exception>
    public static Agnt5Client FromEnvironment(Action<Agnt5ClientOptions>? configure = null)
    {
        var options = Agnt5ClientOptions.FromEnvironment();
        configure?.Invoke(options);
        return new(options);
    }

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> was handed in.</summary>
    public void Dispose() => _own?.Dispose();

    private async Task<JsonElement> GetAsync(string path, CallOptions? options, string? runId, CancellationToken cancellationToken)
    {
        var call = new GatewayCall { Method = HttpMethod.Get, Path = path, Options = options, RunId = runId, IsRepeatable = true };
        return (await _gateway.SendAsync(call, accepts: null, cancellationToken).ConfigureAwait(false)).Json;
    }

    private async Task<JsonElement> PostAsync(string path, ReadOnlyMemory<byte> body, CallOptions? options, string? runId, CancellationToken cancellationToken)
    {
        var call = new GatewayCall { Method = HttpMethod.Post, Path = path, Body = body, Options = options, RunId = runId };
        return (await _gateway.SendAsync(call, accepts: null, cancellationToken).ConfigureAwait(false)).Json;
    }
}
