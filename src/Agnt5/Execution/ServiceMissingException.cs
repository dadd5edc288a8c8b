namespace Agnt5.Execution;

/// <summary>
/// A service that a component needs is not registered, or cannot be created. Only the log names the types, because the caller cannot do anything with
/// them.
/// </summary>
internal sealed class ServiceMissingException(Type service, object? key, Exception? cause = null)
    : Exception($"a service that this component needs {(cause is null ? "is not registered in the endpoint" : "cannot be created")}; the endpoint's log names it", cause)
{
    /// <summary>The fix, for the log.</summary>
    public string Advice { get; } = (cause, key) switch
    {
        (not null, _) => $"{service} cannot be created: {cause.Message}",
        (_, null) => $"{service} is not registered: add it to the services, for example builder.Services.AddScoped<{service.Name}>().",
        _ => $"{service} is not registered under the key '{key}': add it to the services, for example builder.Services.AddKeyedScoped<{service.Name}>(\"{key}\").",
    };
}
