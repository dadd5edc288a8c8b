using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>The key of a durable call, as far as it is constant.</summary>
internal static class KeyText
{
    /// <summary>The name of a call with its key, place or owner; <see langword="null"/> when it is not constant or the call is numbered.</summary>
    public static string? Find(IInvocationOperation call, DurableCallSpec spec)
    {
        if (Constant(DurableOperations.Name(call, spec)) is not { } name)
            return null;
        return spec.Key switch
        {
            { Place: { } place } => WithPlace(name, DurableOperations.Argument(call, place)),
            { Owner: { } owner } => Constant(DurableOperations.Argument(call, owner)) is { } text ? $"{name}\n{text}" : null,
            { Name: not null, Options: { } options } => WithKey(name, DurableOperations.Argument(call, options.Parameter), options),
            _ => name,
        };
    }

    private static string? WithPlace(string name, IOperation? place)
    {
        if (place is null)
            return $"{name}\n{name}";
        return Constant(place) is { } text ? $"{name}\n{text}" : null;
    }

    private static string? WithKey(string name, IOperation? given, KeyOptions options)
    {
        if (given is null || Operations.Unwrap(given).ConstantValue is { HasValue: true, Value: null })
            return name;
        // Options that are made elsewhere may have any key.
        if (Operations.Unwrap(given) is not IObjectCreationOperation { Type.Name: var type } || type != options.Type)
            return null;
        if (DurableOperations.FindKey(given, options) is not { } key || key.ConstantValue is { HasValue: true, Value: null })
            return name;
        return Constant(key) is { } text ? $"{name}:{text}" : null;
    }

    private static string? Constant(IOperation? operation) =>
        operation?.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } ? text : null;
}
