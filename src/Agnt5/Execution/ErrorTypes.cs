using Agnt5.Json;

namespace Agnt5.Execution;

/// <summary>The recorded names of the types of an exception (protocol section 6, <c>agnt5:failed:{key}</c>).</summary>
internal static class ErrorTypes
{
    // An exception may hold hundreds of others. The first ones are enough.
    private const int Most = 32;

    /// <summary>The name of a type, with its namespace. The assembly versions in the full names of generic types are left out.</summary>
    public static string NameOf(Type type) =>
        type == typeof(InputInvalidException) ? InputInvalidException.RecordedName : (type.IsConstructedGenericType ? type.ToString() : type.FullName) ?? type.Name;

    /// <summary>The base types of an exception and the types of the exceptions inside it, the outermost first. The exception's own type and <see cref="Exception"/> are left out.</summary>
    public static IReadOnlyList<string> Behind(Exception exception)
    {
        var names = new List<string>();
        AddBases(names, exception.GetType());
        AddInner(names, exception);
        return names;
    }

    private static void AddInner(List<string> names, Exception exception)
    {
        if (exception is AggregateException several)
        {
            foreach (var one in several.InnerExceptions.TakeWhile(_ => names.Count < Most))
                AddWhole(names, one);
        }
        else if (exception.InnerException is { } inner && names.Count < Most)
        {
            AddWhole(names, inner);
        }
    }

    private static void AddWhole(List<string> names, Exception exception)
    {
        Add(names, exception.GetType());
        AddBases(names, exception.GetType());
        AddInner(names, exception);
    }

    private static void AddBases(List<string> names, Type type)
    {
        for (var above = type.BaseType; above is not null && above != typeof(Exception); above = above.BaseType)
            Add(names, above);
    }

    private static void Add(List<string> names, Type type)
    {
        if (type != typeof(Exception) && names.Count < Most && NameOf(type) is var name && !names.Contains(name))
            names.Add(name);
    }
}
