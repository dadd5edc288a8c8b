using System.Runtime.InteropServices;
using System.Text.Json;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Records what a client keeps beside the contents of a reply, such as signatures that its provider wants back. The values are JSON; live and replayed ones have the same types, so that a client
/// sends the same in each slice.
/// </summary>
internal static class ReplyProperties
{
    /// <summary>The part of the properties that can be recorded.</summary>
    /// <param name="properties">The properties, or <see langword="null"/>.</param>
    /// <param name="leftOut">Is told the types of values that are no data.</param>
    public static AdditionalPropertiesDictionary? ToRecord(AdditionalPropertiesDictionary? properties, Action<string> leftOut)
    {
        if (properties is not { Count: > 0 })
            return null;

        var recorded = new AdditionalPropertiesDictionary();
        foreach (var (name, value) in properties)
        {
            if (TryRecord(value, out var written))
                recorded[WireText.Repair(name)] = written;
            else
                leftOut(value!.GetType().Name);
        }

        return recorded.Count == 0 ? null : recorded;
    }

    /// <summary>Gives the values of a recorded reply the types that they had live.</summary>
    public static void Restore(ChatResponse recorded)
    {
        foreach (var message in recorded.Messages)
        {
            Restore(message.AdditionalProperties);
            foreach (var content in message.Contents)
            {
                Restore(content.AdditionalProperties);
                if (content is FunctionResultContent { Result: JsonElement json } result)
                    result.Result = Plain(json);
            }
        }
    }

    private static void Restore(AdditionalPropertiesDictionary? properties)
    {
        if (properties is null)
            return;

        foreach (var name in properties.Keys.ToArray())
        {
            if (properties[name] is JsonElement json)
                properties[name] = Plain(json);
        }
    }

    /// <summary>Makes the recorded form of a value, as a replay reads it. There is none for an object of the client's own.</summary>
    public static bool TryRecord(object? value, out object? written)
    {
        written = null;
        if (value is null)
            return true;

        try
        {
            // As a replay reads it, so that a client that sends the raw text sends the same.
            using var document = JsonDocument.Parse(PlainValue.ToJson(value));
            written = Plain(document.RootElement.Clone());
            return true;
        }
        catch (Exception)
        {
            // It is no data, or its own code fails.
            return false;
        }
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(WireText.Repair(json)),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number => Number(json),
        _ => WireText.Repair(json),
    };

    // A number is one of .NET only where its text is the one that .NET writes: the next record would have another text, and be read as another type.
    private static object Number(JsonElement json)
    {
        if (json.TryGetInt64(out var whole) && IsText(whole, json))
            return whole;
        return json.TryGetDouble(out var number) && double.IsFinite(number) && IsText(number, json) ? number : json;
    }

    private static bool IsText(object number, JsonElement json) => PlainValue.ToJson(number).AsSpan().SequenceEqual(JsonMarshal.GetRawUtf8Value(json));
}
