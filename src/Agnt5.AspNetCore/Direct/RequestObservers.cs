using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.AspNetCore.Direct;

/// <summary>Who observes the requests of ASP.NET Core: traces, metrics, counters, a log of requests, code that finds the current request anywhere. They may come and go while the host runs.</summary>
internal sealed class RequestObservers : IDisposable
{
    private const string HostingName = "Microsoft.AspNetCore.Hosting";

    private readonly bool _hasAccessor;
    private readonly ILogger _requests;
    private readonly DiagnosticListener? _diagnostics;
    private readonly ActivitySource? _activities;
    private readonly ActivitySource _slices = new(Agnt5Telemetry.ActivitySourceName);
    private readonly EventSource? _counters = EventSource.GetSources().FirstOrDefault(static source => source.Name == HostingName);
    private readonly string[] _traceHeaders;
    private readonly LogScopes _scopes;
    private readonly FrontFilters _filters;
    private readonly MeterListener _meters = new();
    private volatile Instrument[] _instruments = [];

    /// <summary>Begins to watch. The host has made its meters, counters and sources before it starts a server.</summary>
    /// <param name="services">The services of the host.</param>
    public RequestObservers(IServiceProvider services)
    {
        _hasAccessor = services.GetService<IHttpContextAccessor>() is not null;
        _requests = services.GetRequiredService<ILoggerFactory>().CreateLogger($"{HostingName}.Diagnostics");
        _diagnostics = services.GetService<DiagnosticListener>();
        _activities = services.GetService<ActivitySource>();
        _traceHeaders = [.. (services.GetService<DistributedContextPropagator>() ?? DistributedContextPropagator.Current).Fields];
        _scopes = new LogScopes(services);
        _filters = new FrontFilters(services);
        // It hears of the instruments, and enables none.
        var factory = services.GetService<IMeterFactory>();
        _meters.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == HostingName && ReferenceEquals(instrument.Meter.Scope, factory))
                _instruments = [.. _instruments, instrument];
        };
        _meters.Start();
    }

    /// <summary>Whether somebody observes a request that comes now.</summary>
    /// <param name="features">The request's features.</param>
    public bool Watch(IFeatureCollection features)
    {
        if (_hasAccessor || _scopes.AreShown || _filters.AreOn || _requests.IsEnabled(LogLevel.Information))
            return true;
        if (_activities?.HasListeners() == true || _slices.HasListeners() || _diagnostics?.IsEnabled() == true || _counters?.IsEnabled() == true)
            return true;
        foreach (var instrument in _instruments)
        {
            if (instrument.Enabled)
                return true;
        }

        // A trace that goes on through here needs an activity, for the requests that components send.
        var headers = features.GetRequiredFeature<IHttpRequestFeature>().Headers;
        foreach (var header in _traceHeaders)
        {
            if (headers.ContainsKey(header))
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _meters.Dispose();
        _slices.Dispose();
        _scopes.Dispose();
        _filters.Dispose();
    }
}
