using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
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
    private static readonly JsonTypeInfo<JsonElement> ElementInfo = (JsonTypeInfo<JsonElement>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonElement));

    /// <summary>The part of the properties that can be recorded.</summary>
    /// <param name="properties">The properties, or <see langword="null"/>.</param>
    /// <param name="leftOut">Is told the types of values without a JSON form.</param>
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

    /// <summary>Makes the recorded form of a value.</summary>
    public static bool TryRecord(object? value, out object? written)
    {
        written = value;
        switch (value)
        {
            case null or bool:
                return true;
            case string text:
                written = WireText.Repair(text);
                return true;
        }

        try
        {
            var json = value switch
            {
                JsonElement element => element,
                JsonNode node => Parse(Encoding.UTF8.GetBytes(node.ToJsonString())),
                _ => JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
            };
            // As a replay reads it, so that a client that sends the raw text sends the same.
            written = Plain(Parse(BoundJson.Write(WireText.Repair(json), ElementInfo)));
            return true;
        }
        catch (Exception)
        {
            // It has no JSON form, or its own code fails.
            return false;
        }
    }

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(WireText.Repair(json)),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number when json.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => WireText.Repair(json),
    };
}
