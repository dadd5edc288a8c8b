using Agnt5.Generated;

namespace Agnt5.Execution;

/// <summary>A call of a component, with its services.</summary>
/// <param name="services">The services.</param>
internal abstract class ScopedCall(InvocationServices services) : ComponentCall
{
    /// <summary>The provider of the call's scope.</summary>
    public IServiceProvider Services => Scope.Scoped;

    protected InvocationServices Scope { get; } = services;

    public override T Service<T>() => Scope.Required<T>();

    public override T? OptionalService<T>()
        where T : default => Scope.Optional<T>();

    public override T KeyedService<T>(object? key) => Scope.RequiredKeyed<T>(key);

    public override T Own<T>(T instance) => Scope.Own(instance);
}
