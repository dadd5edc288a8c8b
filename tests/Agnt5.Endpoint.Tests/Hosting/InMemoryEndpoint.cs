using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>The components of this project behind the endpoint alone, as a host without a web server of ours has it. It takes unsigned invokes, unless the options say otherwise.</summary>
public sealed class InMemoryEndpoint : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ServerlessEndpoint _endpoint;

    public InMemoryEndpoint(Action<ServerlessOptions>? configure = null)
    {
        _services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Log)).AddSingleton<TimeProvider>(Time).BuildServiceProvider();
        var options = new ServerlessOptions();
        (configure ?? AllowUnsigned)(options);
        _endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, options, _services);
    }

    public RecordedLog Log { get; } = new();

    public ManualTime Time { get; } = new();

    public async Task<Answer> SendAsync(ServerlessRequest request, CancellationToken cancellationToken = default)
    {
        using var response = await _endpoint.HandleAsync(request, cancellationToken);
        return new Answer(response.StatusCode, Encoding.UTF8.GetString(response.Body.Span));
    }

    /// <summary>Options that take unsigned invokes, as on a developer's machine without a secret.</summary>
    public static void AllowUnsigned(ServerlessOptions options) => options.AllowUnsigned = options.IsDevelopment = true;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
