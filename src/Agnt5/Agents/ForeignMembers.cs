using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Agnt5.Agents;

/// <summary>Reads members of types whose packages are not referenced. What is not there, or throws, reads as <see langword="null"/>.</summary>
internal static class ForeignMembers
{
    private const BindingFlags OwnMembers = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private const string MayBeGone = "A member that was trimmed away reads as null, and then the text of an exception, or what an adapter made of a reply, decides.";

    /// <summary>The value of a public property.</summary>
    public static object? Read(object? from, string property)
    {
        try
        {
            return from is null ? null : PropertyOf(from.GetType(), property)?.GetValue(from);
        }
        catch (Exception)
        {
            // Such as the content of a response that is not buffered.
            return null;
        }
    }

    /// <summary>What a public method without parameters returns.</summary>
    public static object? Call(object from, string method)
    {
        try
        {
            return MethodOf(from.GetType(), method)?.Invoke(from, parameters: null);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>The pairs of a collection of headers: texts, or bytes for binary trailers of gRPC. Where reading them throws, those before.</summary>
    public static IReadOnlyList<(string Name, object? Value)> Pairs(object? headers)
    {
        var pairs = new List<(string Name, object? Value)>();
        if (headers is string || headers is not IEnumerable items)
            return pairs;

        try
        {
            foreach (var item in items)
                pairs.Add(Pair(item));
        }
        catch (Exception)
        {
            // Such as the headers of a response that is disposed.
        }

        return pairs;
    }

    private static (string Name, object? Value) Pair(object? item) => item switch
    {
        KeyValuePair<string, string> pair => (pair.Key ?? "", pair.Value),
        KeyValuePair<string, IEnumerable<string>> pair => (pair.Key ?? "", pair.Value is null ? null : string.Join(',', pair.Value)),
        _ when (Read(item, "Key") ?? Read(item, "Name")) is string name => (name, name.EndsWith("-bin", StringComparison.Ordinal) ? Read(item, "ValueBytes") : Read(item, "Value")),
        _ => ("", null),
    };

    // The most derived type that declares it: a type may hide a property of its base type.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = MayBeGone)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = MayBeGone)]
    private static PropertyInfo? PropertyOf(Type type, string name)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetProperty(name, OwnMembers) is { CanRead: true } property)
                return property;
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = MayBeGone)]
    private static MethodInfo? MethodOf(Type type, string name) => type.GetMethod(name, Type.EmptyTypes);
}
