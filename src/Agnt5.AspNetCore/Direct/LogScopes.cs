using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore.Direct;

/// <summary>Whether logs show the scopes in which lines are written. The framework opens one for each request, with its ids and its path.</summary>
internal sealed class LogScopes : IDisposable
{
    private readonly IServiceProvider _services;
    private readonly bool _keptElsewhere;
    private readonly bool _hasConsole;
    private readonly IDisposable?[] _changes;
    private volatile bool _onConsole;

    /// <param name="services">The services of the host.</param>
    public LogScopes(IServiceProvider services)
    {
        _services = services;
        var providers = services.GetServices<ILoggerProvider>().ToList();
        _hasConsole = providers.RemoveAll(static provider => provider is ConsoleLoggerProvider) > 0;
        // Another factory has providers that nobody can ask for.
        _keptElsewhere = services.GetRequiredService<ILoggerFactory>() is not LoggerFactory || providers.Exists(Keeps);
        _changes = _hasConsole ? [Watch<ConsoleLoggerOptions>(), Watch<SimpleConsoleFormatterOptions>(), Watch<JsonConsoleFormatterOptions>(), Watch<ConsoleFormatterOptions>()] : [];
        LookAtConsole();
    }

    /// <summary>Whether they are shown now.</summary>
    public bool AreShown => _keptElsewhere || _onConsole;

    public void Dispose()
    {
        foreach (var change in _changes)
            change?.Dispose();
    }

    private static bool Keeps(ILoggerProvider provider)
    {
        if (provider is ISupportExternalScope)
            return true;
        using var scope = provider.CreateLogger(typeof(LogScopes).FullName!).BeginScope("");
        return scope is not null;
    }

    private IDisposable? Watch<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>() =>
        _services.GetRequiredService<IOptionsMonitor<TOptions>>().OnChange(_ => LookAtConsole());

    private void LookAtConsole() => _onConsole = _hasConsole && Current<ConsoleLoggerOptions>().FormatterName switch
    {
        null or ConsoleFormatterNames.Simple => Current<SimpleConsoleFormatterOptions>().IncludeScopes,
        ConsoleFormatterNames.Json => Current<JsonConsoleFormatterOptions>().IncludeScopes,
        ConsoleFormatterNames.Systemd => Current<ConsoleFormatterOptions>().IncludeScopes,
        _ => true,
    };

    private TOptions Current<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>() =>
        _services.GetRequiredService<IOptionsMonitor<TOptions>>().CurrentValue;
}
