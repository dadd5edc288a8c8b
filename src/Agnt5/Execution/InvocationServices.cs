using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>The services of one invocation. The scope is created when something first asks for it, so a component without services costs none.</summary>
internal sealed class InvocationServices(IServiceScopeFactory scopes, ILoggerFactory loggerFactory, ILogger engineLogger, TimeProvider time) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private AsyncServiceScope? _scope;
    private object? _owned;
    private bool _ended;

    public ILoggerFactory LoggerFactory => loggerFactory;

    /// <summary>Where the engine speaks of what is not the component's own.</summary>
    public ILogger EngineLogger => engineLogger;

    public TimeProvider Time => time;

    public IServiceProvider Scoped
    {
        get
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_ended, typeof(ComponentContext));
                return (_scope ??= scopes.CreateAsyncScope()).ServiceProvider;
            }
        }
    }

    /// <summary>Takes the component's own instance over, to dispose it before the scope that it was made from.</summary>
    public void Own(object instance) => _owned = instance;

    /// <summary>Disposes the component's instance, then its scope, whatever the first one throws.</summary>
    public async ValueTask DisposeAsync()
    {
        AsyncServiceScope? scope;
        lock (_gate)
        {
            _ended = true;
            scope = _scope;
        }

        try
        {
            if (_owned is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            else
                (_owned as IDisposable)?.Dispose();
        }
        finally
        {
            if (scope is { } created)
                await created.DisposeAsync().ConfigureAwait(false);
        }
    }
}
