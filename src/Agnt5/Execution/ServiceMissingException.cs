namespace Agnt5.Execution;

/// <summary>A service that a component needs is not registered. The type is named in the log only: the caller cannot do anything with it.</summary>
internal sealed class ServiceMissingException(Type service, object? key)
    : Exception("a service that this component needs is not registered in the endpoint; the endpoint's log names it")
{
    /// <summary>The fix, for the log.</summary>
    public string Advice { get; } = key is null
        ? $"{service} is not registered: add it to the services, for example builder.Services.AddScoped<{service.Name}>()."
        : $"{service} is not registered under the key '{key}': add it to the services, for example builder.Services.AddKeyedScoped<{service.Name}>(\"{key}\").";
}
