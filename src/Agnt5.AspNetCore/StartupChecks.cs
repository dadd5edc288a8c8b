using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Agnt5.AspNetCore;

/// <summary>What must be true of the app once all of it is mapped, before the server takes its first request. A check that throws stops the start.</summary>
internal sealed class StartupChecks : IStartupFilter
{
    private readonly List<Action<IServiceProvider>> _checks = [];

    /// <summary>Adds a check while the app is being mapped.</summary>
    public void Add(Action<IServiceProvider> check) => _checks.Add(check);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        foreach (var check in _checks)
            check(app.ApplicationServices);
    };
}
