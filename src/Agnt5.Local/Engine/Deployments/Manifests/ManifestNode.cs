using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>A value in a manifest and its place. What it reads of the wrong kind is a problem, and counts as absent.</summary>
internal readonly struct ManifestNode(JsonElement value, string path, ManifestProblems problems)
{
    public JsonElement Value => value;

    public string Path => path;

    public void Refuse(string text) => problems.Add(path, text);

    /// <summary>Whether the value is an object. Anything else is a problem.</summary>
    public bool IsObject()
    {
        if (value.ValueKind == JsonValueKind.Object)
            return true;
        Refuse($"is {KindOf(value)}, and must be an object");
        return false;
    }

    /// <summary>Whether the object has a member, whatever it is.</summary>
    public bool Has(string name) => value.TryGetProperty(name, out _);

    /// <summary>A member of the object. A null is a problem: what is optional is left out (protocol section 2).</summary>
    public bool TryGet(string name, out ManifestNode member)
    {
        member = default;
        if (!value.TryGetProperty(name, out var found))
            return false;
        member = new(found, $"{path}.{name}", problems);
        if (found.ValueKind != JsonValueKind.Null)
            return true;
        member.Refuse("is null: leave it out where there is no value");
        return false;
    }

    public bool TryGetObject(string name, out ManifestNode member) => TryGet(name, out member) && member.IsObject();

    /// <summary>A member that must be there.</summary>
    public bool TryGetRequired(string name, string what, out ManifestNode member)
    {
        if (!Has(name))
            problems.Add($"{path}.{name}", $"is missing: {what}");
        return TryGet(name, out member);
    }

    /// <summary>The items of a member that is a list. There are none where it is absent, and where it has too many: that is one problem and not thousands.</summary>
    public IEnumerable<ManifestNode> Items(string name, int most)
    {
        if (!TryGet(name, out var list))
            yield break;
        if (list.Value.ValueKind != JsonValueKind.Array)
        {
            list.Refuse($"is {KindOf(list.Value)}, and must be a list");
            yield break;
        }

        if (list.Value.GetArrayLength() > most)
        {
            list.Refuse($"has {list.Value.GetArrayLength()} items, and may have {most}");
            yield break;
        }

        var index = 0;
        foreach (var item in list.Value.EnumerateArray())
            yield return new(item, $"{list.Path}[{index++}]", problems);
    }

    /// <summary>A member that is a text with something in it, or <see langword="null"/>.</summary>
    public string? Text(string name) => TryGet(name, out var member) ? member.Text() : null;

    /// <summary>The value as a text with something in it, or <see langword="null"/>.</summary>
    public string? Text()
    {
        if (value.ValueKind != JsonValueKind.String)
            Refuse($"is {KindOf(value)}, and must be a text");
        else if (value.GetString() is var text && string.IsNullOrWhiteSpace(text))
            Refuse("is blank");
        else
            return text;
        return null;
    }

    /// <summary>A text whose value is one of a few, or <see langword="null"/>.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> values)
    {
        if (!TryGet(name, out var member) || member.Text() is not { } text)
            return null;
        if (values.Contains(text))
            return text;
        member.Refuse($"is {QuotedText.Of(text)}, and must be one of {string.Join(", ", values.ToArray().Select(static known => $"'{known}'"))}");
        return null;
    }

    /// <summary>A member that is a whole number within a range, or <see langword="null"/>.</summary>
    public long? Number(string name, long least, long most)
    {
        if (!TryGet(name, out var member))
            return null;
        return member.TryGetNumber(least, most, out var number) ? number : null;
    }

    /// <summary>The value as a whole number within a range.</summary>
    public bool TryGetNumber(long least, long most, out long number)
    {
        number = 0;
        if (value.ValueKind != JsonValueKind.Number)
            Refuse($"is {KindOf(value)}, and must be a whole number");
        else if (!value.TryGetDouble(out var given) || WholeNumber.From(given) is not { } whole)
            Refuse("must be a whole number that a double holds exactly");
        else if (whole < least || whole > most)
            Refuse($"is {whole}, and must be {RangeFor(whole, least, most)}");
        else
        {
            number = whole;
            return true;
        }

        return false;
    }

    /// <summary>What a value is, for messages.</summary>
    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a bool",
    };

    private static string RangeFor(long number, long least, long most) =>
        most < int.MaxValue ? $"from {least} to {most}" : number < least ? $"at least {least}" : $"at most {most}";
}
