namespace Agnt5.Agents;

/// <summary>Reads values of an adapter's own types, which this assembly does not know.</summary>
internal static class AdapterValue
{
    /// <summary>
    /// The value at a path of properties as a text, or <see langword="null"/> where there is none. Where a property was trimmed away, the reply is judged by what the adapter made of it.
    /// </summary>
    public static string? TextOf(object? value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            value = ForeignMembers.Read(value, name);
        return value?.ToString();
    }
}
