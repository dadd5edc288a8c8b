using System.Text;
using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Shared;
using Agnt5.Triggers;

namespace Agnt5.Local.Engine.Flow;

/// <summary>Evaluates key expressions over a run's input.</summary>
internal static class InputKey
{
    /// <summary>Finds the key. It never throws: what is not JSON has no key.</summary>
    /// <param name="input">The input as UTF-8 JSON.</param>
    /// <param name="expression">The expression, for example <c>input.account_id</c>. Of members with one name the last one counts.</param>
    /// <returns>The key as JSON text, or <see langword="null"/> when the expression leads to no text, number or bool.</returns>
    public static string? Find(ReadOnlySpan<byte> input, string expression)
    {
        var parts = KeyPath.Split(expression);
        if (!KeyPath.IsOfInput(parts))
            return null;

        var reader = new Utf8JsonReader(input, JsonDepth.Checked);
        try
        {
            if (!reader.Read())
                return null;
            foreach (var name in parts.AsSpan(1))
                if (!JsonMembers.TryEnter(ref reader, Encoding.UTF8.GetBytes(name)))
                    return null;
            return Value(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => EventValues.Decode(ref reader) is { } text ? KeyText.Of(text) : null,
        JsonTokenType.Number => KeyText.OfNumber(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };
}
