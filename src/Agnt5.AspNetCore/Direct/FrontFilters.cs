using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore.Direct;

/// <summary>What the framework itself puts before every app: middleware that filters by host, and middleware for the headers of proxies. Both do nothing until they are configured.</summary>
internal sealed class FrontFilters : IDisposable
{
    private readonly bool _forwardsHeaders;
    private readonly IDisposable? _changes;
    private volatile bool _filterHosts;

    /// <param name="services">The services of the host.</param>
    public FrontFilters(IServiceProvider services)
    {
        _forwardsHeaders = string.Equals(services.GetService<IConfiguration>()?["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase);
        var hosts = services.GetRequiredService<IOptionsMonitor<HostFilteringOptions>>();
        _filterHosts = Filters(hosts.CurrentValue);
        _changes = hosts.OnChange(options => _filterHosts = Filters(options));
    }

    /// <summary>Whether one of them may change or refuse a request that comes now.</summary>
    public bool AreOn => _filterHosts || _forwardsHeaders;

    public void Dispose() => _changes?.Dispose();

    private static bool Filters(HostFilteringOptions options) => !options.AllowEmptyHosts || !options.AllowedHosts.Contains("*");
}
