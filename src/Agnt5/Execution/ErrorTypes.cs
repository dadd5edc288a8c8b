using Agnt5.Json;

namespace Agnt5.Execution;

/// <summary>The names by which the types of an exception are recorded (protocol section 6, <c>agnt5:failed:{key}</c>).</summary>
internal static class ErrorTypes
{
    // An exception that holds hundreds of others says enough with the first ones.
    private const int Most = 32;

    /// <summary>The name of a type: with its namespace, and without the versions that the full names of generic types carry.</summary>
    public static string NameOf(Type type) =>
        type == typeof(InputInvalidException) ? InputInvalidException.RecordedName : (type.IsConstructedGenericType ? type.ToString() : type.FullName) ?? type.Name;

    /// <summary>The types that an exception derives from and those of the exceptions inside of it, the outermost first. Its own, and <see cref="Exception"/>, are left out.</summary>
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
