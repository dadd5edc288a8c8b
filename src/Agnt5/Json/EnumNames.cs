using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>The names of an enum's values in JSON: those of the members, or of their <c>[JsonStringEnumMemberName]</c>. Flags are names with ", " between them.</summary>
internal sealed class EnumNames<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>
    where T : struct, Enum
{
    private const string Separator = ", ";

    private readonly (string Name, ulong Bits)[] _members;
    private readonly FrozenDictionary<string, T> _values;
    private readonly FrozenDictionary<T, string> _names;

    private EnumNames()
    {
        var fields = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static);
        _members = [.. fields.Select(static field => (field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name, EnumBits.Of((T)field.GetValue(null)!)))];
        IsFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
        NamesZero = Array.Exists(_members, static member => member.Bits == 0);
        _values = _members.DistinctBy(static member => member.Name).ToFrozenDictionary(static member => member.Name, static member => EnumBits.ToValue<T>(member.Bits), StringComparer.Ordinal);
        // Of several names for a value, the first is written.
        _names = _members.DistinctBy(static member => member.Bits).ToFrozenDictionary(static member => EnumBits.ToValue<T>(member.Bits), static member => member.Name);
    }

    public static EnumNames<T> Instance { get; } = new();

    public bool IsFlags { get; }

    /// <summary>Whether the enum declares no values.</summary>
    public bool IsEmpty => _members.Length == 0;

    /// <summary>What is expected of a text, in the words of an input error.</summary>
    public string Expectation => IsFlags ? $"names of {JsonExpectation.List(All)} with \", \" between them" : $"one of {JsonExpectation.List(All)}";

    /// <summary>Whether zero has a name. Flags without one are an empty text when none is set.</summary>
    public bool NamesZero { get; }

    /// <summary>The names in the order of their declaration.</summary>
    public IEnumerable<string> All => _members.Select(static member => member.Name);

    /// <summary>Finds the value of a text: exactly a name, or for flags any names.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out T value)
    {
        var byText = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        if (byText.TryGetValue(text, out value))
            return true;
        if (!IsFlags)
            return false;
        if (text.IsEmpty)
            return !NamesZero;

        var bits = 0UL;
        var rest = text;
        while (true)
        {
            var end = rest.IndexOf(Separator, StringComparison.Ordinal);
            if (!byText.TryGetValue(end < 0 ? rest : rest[..end], out var flag))
                return false;
            bits |= EnumBits.Of(flag);
            if (end < 0)
                break;
            rest = rest[(end + Separator.Length)..];
        }

        value = EnumBits.ToValue<T>(bits);
        return true;
    }

    /// <summary>The text of a value, or <see langword="null"/> when it has none.</summary>
    public string? Find(T value)
    {
        if (_names.TryGetValue(value, out var name))
            return name;
        if (!IsFlags)
            return null;

        var bits = EnumBits.Of(value);
        var unnamed = bits;
        var chosen = new bool[_members.Length];
        // The largest first, so that a name for several flags stands for all of them.
        foreach (var index in Enumerable.Range(0, _members.Length).OrderByDescending(index => BitOperations.PopCount(_members[index].Bits)))
        {
            var flags = _members[index].Bits;
            if ((bits & flags) != flags || (unnamed & flags) == 0)
                continue;
            chosen[index] = true;
            unnamed &= ~flags;
        }

        return unnamed == 0 ? string.Join(Separator, _members.Where((_, index) => chosen[index]).Select(static member => member.Name)) : null;
    }
}
