using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>Decides which inputs mean <c>{}</c> (protocol section 4): none, <c>null</c>, and for a tool everything that is not an object.</summary>
internal static class EmptyInput
{
    /// <summary>The value of such an input.</summary>
    public static ReadOnlyMemory<byte> Json { get; } = "{}"u8.ToArray();

    /// <param name="type">The type of the component that the input is for.</param>
    /// <param name="json">The input without white space around it; empty for none.</param>
    public static bool IsMeantBy(ComponentType type, ReadOnlySpan<byte> json) =>
        IsMeant(type, isNothing: json.IsEmpty || json.SequenceEqual("null"u8), isObject: json is [(byte)'{', ..]);

    /// <param name="type">The type of the component that the input is for.</param>
    /// <param name="root">The input's first token.</param>
    public static bool IsMeantBy(ComponentType type, JsonTokenType root) =>
        IsMeant(type, isNothing: root is JsonTokenType.Null or JsonTokenType.None, isObject: root == JsonTokenType.StartObject);

    private static bool IsMeant(ComponentType type, bool isNothing, bool isObject) => isNothing || (type == ComponentType.Tool && !isObject);
}
