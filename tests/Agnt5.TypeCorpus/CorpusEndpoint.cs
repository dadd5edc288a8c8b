using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.TypeCorpus;

/// <summary>The components of this assembly behind the real endpoint, without a web server.</summary>
public sealed class CorpusEndpoint : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly ServerlessEndpoint _endpoint;

    public CorpusEndpoint() =>
        _endpoint = new ServerlessEndpoint(Catalog, new ServerlessOptions { IsDevelopment = true, AllowUnsigned = true }, _services);

    public static ComponentCatalog Catalog => Agnt5Components.Catalog;

    /// <summary>Sends an invoke body and returns the response body.</summary>
    public async Task<byte[]> InvokeAsync(byte[] body)
    {
        using var response = await _endpoint.HandleAsync(InMemoryRequest.Invoke(body), CancellationToken.None);
        return response.Body.ToArray();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
