using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>The services of one invocation. The scope is created when something first asks for it, so a component without services costs none.</summary>
internal sealed class InvocationServices(IServiceScopeFactory scopes, ILoggerFactory loggerFactory) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private AsyncServiceScope? _scope;
    private List<object>? _owned;
    private bool _ended;

    public ILoggerFactory LoggerFactory => loggerFactory;

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

    /// <summary>Disposes an instance with the scope, if it can be disposed.</summary>
    public void Own(object instance)
    {
        if (instance is IAsyncDisposable or IDisposable)
            (_owned ??= []).Add(instance);
    }

    /// <summary>Disposes what the invocation owns, newest first, then the scope that it was made from.</summary>
    public async ValueTask DisposeAsync()
    {
        AsyncServiceScope? scope;
        lock (_gate)
        {
            _ended = true;
            scope = _scope;
        }

        if (_owned is not null)
        {
            for (var i = _owned.Count - 1; i >= 0; i--)
            {
                if (_owned[i] is IAsyncDisposable asynchronous)
                    await asynchronous.DisposeAsync().ConfigureAwait(false);
                else
                    ((IDisposable)_owned[i]).Dispose();
            }
        }

        if (scope is { } created)
            await created.DisposeAsync().ConfigureAwait(false);
    }
}
