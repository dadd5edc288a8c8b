using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Execution;

/// <summary>The services of one invocation. The scope is created when something first asks for it, so a component without services costs none.</summary>
internal sealed class InvocationServices(HostServices host) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private AsyncServiceScope? _scope;
    private List<object>? _owned;
    private bool _ended;

    /// <summary>What the host of the components shares with all calls.</summary>
    public HostServices Host => host;

    /// <summary>Services of a scope of their own, for what runs beside the rest of the invocation.</summary>
    public InvocationServices Fork() => new(host);

    public IServiceProvider Scoped
    {
        get
        {
            lock (_gate)
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

    /// <summary>Takes a component's own instance over, to dispose it before the scope that it was made from.</summary>
    public T Own<T>(T instance)
        where T : class
    {
        lock (_gate)
            (_owned ??= []).Add(instance);
        return instance;
    }

    /// <summary>Disposes the components' instances, the latest first, then their scope, whatever the first ones throw.</summary>
    public async ValueTask DisposeAsync()
    {
        AsyncServiceScope? scope;
        List<object>? owned;
        lock (_gate)
        {
            _ended = true;
            scope = _scope;
            owned = _owned;
        }

        try
        {
            await DisposeAsync(owned, (owned?.Count ?? 0) - 1).ConfigureAwait(false);
        }
        finally
        {
            if (scope is { } created)
                await created.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask DisposeAsync(List<object>? owned, int last)
    {
        if (last < 0)
            return;

        try
        {
            if (owned![last] is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            else
                (owned[last] as IDisposable)?.Dispose();
        }
        finally
        {
            await DisposeAsync(owned, last - 1).ConfigureAwait(false);
        }
    }

    private T? Resolve<T>(object? key, Func<IServiceProvider, object?, T?> resolve)
    {
        try
        {
            return resolve(Scoped, key);
        }
        catch (InvalidOperationException exception)
        {
            // The container's word for a service behind the service that is not registered.
            throw new ServiceMissingException(typeof(T), key, exception);
        }
    }
}
