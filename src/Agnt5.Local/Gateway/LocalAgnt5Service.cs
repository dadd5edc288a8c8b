using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Agnt5.Local.Hosting;

namespace Agnt5.Local.Gateway;

/// <summary>Starts the local AGNT5 before the app takes requests, and stops it when the last one is answered.</summary>
/// <param name="services">The app's services.</param>
/// <param name="options">The options.</param>
internal sealed class LocalAgnt5Service(IServiceProvider services, IOptions<LocalAgnt5Options> options) : IHostedService, IAsyncDisposable
{
    private readonly LocalCatalog? _catalog = services.GetService<LocalCatalog>();
    private LocalAgnt5Engine? _agnt5;

    /// <summary>The local AGNT5, or <see langword="null"/> while it has not started.</summary>
    public LocalAgnt5Engine? Agnt5 => _agnt5;

    /// <inheritdoc cref="Agnt5"/>
    public LocalEngine? Engine => _agnt5?.Engine;

    public LocalAgnt5Options Options => options.Value;

    /// <summary>The components of this process, or <see langword="null"/>.</summary>
    public ComponentCatalog? Catalog => _catalog?.Components;

    /// <summary>The key of the gateway that was mapped last, for the host that tells its user.</summary>
    public string? Key { get; set; }

    /// <summary>The file that keeps <see cref="Key"/>, or <see langword="null"/>.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether <see cref="Key"/> was given, so that its user knows it.</summary>
    public bool HasConfiguredKey { get; set; }

    public TimeProvider Time { get; } = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _agnt5 = await LocalAgnt5Engine.StartWithAsync(_catalog?.Components, services, options.Value, cancellationToken).ConfigureAwait(false);

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync().ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _agnt5, null) is { } agnt5)
            await agnt5.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>The components of this process, which the app's own endpoint may serve too.</summary>
internal sealed record LocalCatalog(ComponentCatalog Components);
