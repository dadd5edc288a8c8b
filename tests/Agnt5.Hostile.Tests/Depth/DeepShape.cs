using System.Text;

namespace Agnt5.Hostile.Tests.Depth;

/// <summary>The forms of a deep document.</summary>
public enum DeepShape
{
    Arrays,
    Objects,
    Alternating,
}

/// <summary>Writes deep documents.</summary>
internal static class DeepJson
{
    /// <summary>A value of this many levels.</summary>
    public static string Of(DeepShape shape, int levels)
    {
        var text = new StringBuilder();
        for (var i = 0; i < levels; i++)
            text.Append(IsArray(shape, i) ? "[" : "{\"a\":");
        text.Append('1');
        for (var i = levels - 1; i >= 0; i--)
            text.Append(IsArray(shape, i) ? ']' : '}');
        return text.ToString();
    }

    /// <summary>A value of this many levels with many empty lists in its innermost one.</summary>
    public static string Wide(int levels, int lists) =>
        new StringBuilder().Append('[', levels).Append("[]").Insert(levels + 2, ",[]", lists - 1).Append(']', levels).ToString();

    private static bool IsArray(DeepShape shape, int level) => shape == DeepShape.Arrays || (shape == DeepShape.Alternating && level % 2 == 0);
}
