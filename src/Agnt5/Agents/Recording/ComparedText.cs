using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Agents.Recording;

/// <summary>Makes texts of a request the same in each run and on each machine.</summary>
internal static class ComparedText
{
    // Enough for an icon. A photo would fill the file, once in each call of the conversation.
    private const int LongestData = 1024;

    /// <summary>The value with its texts replaced.</summary>
    /// <param name="value">The value.</param>
    /// <param name="call">The call whose keys are replaced as well: they are new in each run.</param>
    public static JsonNode? In(JsonNode? value, ModelCall? call = null) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, In(member.Value, call)))),
        JsonArray items => new JsonArray([.. items.Select(item => In(item, call))]),
        { } text when text.GetValueKind() == JsonValueKind.String => Of(text.Deserialize(RecordedJson.InfoOf<string>())!, call),
        _ => value?.DeepClone(),
    };

    private static string Of(string text, ModelCall? call)
    {
        if (call is not null)
            text = text == call.RunId ? "(run id)" : text.Replace(call.IdempotencyKey, "(idempotency key)", StringComparison.Ordinal);
        if (text.Length > LongestData && text.StartsWith("data:", StringComparison.Ordinal) && text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            return $"{text[..comma]},sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
        // Prompts come from files, whose line ends depend on the machine.
        return text.ReplaceLineEndings("\n");
    }
}
