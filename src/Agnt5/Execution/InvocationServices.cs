using System.Runtime.ExceptionServices;
using Agnt5.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Execution;

/// <summary>The services of one invocation. The first use creates the scope, so a component without services has none.</summary>
internal sealed class InvocationServices(HostServices host) : IAsyncDisposable
{
    private readonly Gate _gate = new();
    private AsyncServiceScope? _scope;
    private List<object>? _owned;
    private bool _ended;

    /// <summary>The services that the host shares with all calls.</summary>
    public HostServices Host => host;

    /// <summary>Services with a separate scope, for a part of the invocation that runs in parallel to the rest.</summary>
    public InvocationServices Fork() => new(host);

    public IServiceProvider Scoped
    {
        get
        {
            using (_gate.Enter())
            {
                ObjectDisposedException.ThrowIf(_ended, typeof(ComponentContext));
                return (_scope ??= host.Scopes.CreateAsyncScope()).ServiceProvider;
            }
        }
    }

    public T Required<T>()
        where T : notnull =>
        Resolve<T>(key: null, static (services, _) => services.GetService<T>()) ?? throw new ServiceMissingException(typeof(T), key: null);

    public T? Optional<T>() => Resolve<T>(key: null, static (services, _) => services.GetService<T>());

    public T RequiredKeyed<T>(object? key)
        where T : notnull =>
        Resolve<T>(key, static (services, key) => services.GetKeyedService<T>(key)) ?? throw new ServiceMissingException(typeof(T), key);

    /// <summary>Takes over a component's instance, to dispose it before the scope that supplied its services.</summary>
    public T Own<T>(T instance)
        where T : class
    {
        using (_gate.Enter())
            (_owned ??= []).Add(instance);
        return instance;
    }

    /// <summary>Disposes the components' instances, the latest first, then their scope. An exception stops none of the others.</summary>
    public ValueTask DisposeAsync()
    {
        AsyncServiceScope? scope;
        List<object>? owned;
        using (_gate.Enter())
        {
            _ended = true;
            scope = _scope;
            owned = _owned;
        }

        return scope is null && owned is null ? default : DisposeAsync(owned, scope);
    }

    private static async ValueTask DisposeAsync(List<object>? owned, AsyncServiceScope? scope)
    {
        try
        {
            if (owned is not null)
                await DisposeAsync(owned).ConfigureAwait(false);
        }
        finally
        {
            if (scope is { } created)
                await created.DisposeAsync().ConfigureAwait(false);
        }
    }

    // A loop, because a run that asks many agents owns many instances.
    private static async ValueTask DisposeAsync(List<object> owned)
    {
        Exception? thrown = null;
        for (var last = owned.Count - 1; last >= 0; last--)
        {
            try
            {
                if (owned[last] is IAsyncDisposable asynchronous)
                    await asynchronous.DisposeAsync().ConfigureAwait(false);
                else
                    (owned[last] as IDisposable)?.Dispose();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        }

        if (thrown is not null)
            ExceptionDispatchInfo.Throw(thrown);
    }

    private T? Resolve<T>(object? key, Func<IServiceProvider, object?, T?> resolve)
    {
        try
        {
            return resolve(Scoped, key);
        }
        catch (InvalidOperationException exception)
        {
            // The container throws this when a dependency of the service is not registered.
            throw new ServiceMissingException(typeof(T), key, exception);
        }
    }
}
