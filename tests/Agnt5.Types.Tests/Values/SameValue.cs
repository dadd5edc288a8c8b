using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Values;

/// <summary>Compares two values by all of their fields, including private ones.</summary>
internal static class SameValue
{
    /// <summary>Where two values differ first, or <see langword="null"/>.</summary>
    public static string? FindDifference(object? expected, object? actual, string path = "$")
    {
        // Extension data without entries is not in the document.
        if (expected is null || actual is null)
            return expected is null or JsonObject { Count: 0 } && actual is null ? null : Differ(path, expected, actual);
        if (expected is JsonElement or JsonDocument or JsonNode)
            return JsonSerializer.Serialize(expected) == JsonSerializer.Serialize(actual) ? null : Differ(path, expected, actual);
        if (expected.GetType() != actual.GetType())
            return Differ(path, expected.GetType(), actual.GetType());
        if (expected.GetType() is { IsGenericType: true, Name: "Memory`1" or "ReadOnlyMemory`1" } memory)
            return OfItems((IEnumerable)memory.GetMethod("ToArray")!.Invoke(expected, null)!, (IEnumerable)memory.GetMethod("ToArray")!.Invoke(actual, null)!, path);
        if (expected is DateTime left && actual is DateTime right)
            return left == right && left.Kind == right.Kind ? null : Differ(path, $"{left:O}", $"{right:O}");
        if (expected is IEnumerable and not string)
            return OfItems((IEnumerable)expected, (IEnumerable)actual, path) ?? (IsOurs(expected) ? OfFields(expected, actual, path) : null);
        if (IsOurs(expected) || expected is ITuple)
            return OfFields(expected, actual, path);
        return expected.Equals(actual) ? null : Differ(path, expected, actual);
    }

    private static string? OfItems(IEnumerable expected, IEnumerable actual, string path)
    {
        var (left, right) = (Ordered(expected), Ordered(actual));
        if (left.Length != right.Length)
            return Differ(path, $"{left.Length} items", $"{right.Length} items");
        return left.Zip(right, (one, other) => (one, other)).Select((pair, index) => FindDifference(pair.one, pair.other, $"{path}[{index}]")).FirstOrDefault(static found => found is not null);
    }

    // Sets and dictionaries have no order.
    private static object?[] Ordered(IEnumerable items)
    {
        var all = items.Cast<object?>().ToArray();
        var isUnordered = items is IDictionary || items.GetType().GetInterfaces().Any(static type => type.IsGenericType && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(ISet<>) || definition == typeof(IReadOnlySet<>) || definition == typeof(IReadOnlyDictionary<,>)));
        return isUnordered ? [.. all.OrderBy(static item => JsonSerializer.Serialize(item, ReflectionJson.Default), StringComparer.Ordinal)] : all;
    }

    private static string? OfFields(object expected, object actual, string path)
    {
        for (var type = expected.GetType(); type is not null && (IsOurs(type) || typeof(ITuple).IsAssignableFrom(type)); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!typeof(Delegate).IsAssignableFrom(field.FieldType) && FindDifference(field.GetValue(expected), field.GetValue(actual), $"{path}.{field.Name}") is { } found)
                    return found;
        return null;
    }

    private static bool IsOurs(object value) => IsOurs(value.GetType());

    private static bool IsOurs(Type type) => type is { IsEnum: false } && type.Assembly.GetName().Name!.StartsWith("Agnt5", StringComparison.Ordinal)
        || (type is { IsGenericType: true, IsValueType: true } && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private static string Differ(string path, object? expected, object? actual) => $"{path}: expected {Show(expected)}, got {Show(actual)}";

    private static string Show(object? value) => value is null ? "null" : $"{value} ({value.GetType().Name})";
}
