using System.Globalization;
using System.Text.Json;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>The options of a question: a list of <c>{id, label, description?}</c>.</summary>
internal static class AnswerOptions
{
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        AnswerValue.BeginList(ref reader, "options");
        var start = (int)reader.TokenStartIndex;
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            Check(ref reader, string.Create(CultureInfo.InvariantCulture, $"options[{index}]"));
        return answer[start..(int)reader.BytesConsumed];
    }

    private static void Check(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw AnswerValue.OtherKind(reader, path, "an object");

        var (hasId, hasLabel) = (false, false);
        while (AnswerValue.NextName(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                hasId = AnswerValue.Text(ref reader, $"{path}.id") is not null;
            else if (reader.ValueTextEquals("label"u8))
                hasLabel = AnswerValue.Text(ref reader, $"{path}.label") is not null;
            else if (reader.ValueTextEquals("description"u8))
                _ = AnswerValue.Text(ref reader, $"{path}.description");
            else
                AnswerValue.Skip(ref reader);
        }

        if (!hasId || !hasLabel)
            throw new MalformedAnswerException($"{path}.{(hasId ? "label" : "id")}", "is missing");
    }
}
