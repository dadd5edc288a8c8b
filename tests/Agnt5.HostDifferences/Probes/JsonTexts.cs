using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.HostDifferences.Probes;

/// <summary>JSON as System.Text.Json writes and reads it.</summary>
internal static class JsonTexts
{
    public static void Add(Report report)
    {
        report.AddHash("JSON of doubles", Values.Doubles(2000).Where(double.IsFinite), static value => Write(writer => writer.WriteNumberValue(value)));
        report.AddHash("JSON of floats", Values.Between(-1e9, 1e9, 2000), static value => Write(writer => writer.WriteNumberValue((float)value)));
        report.AddHash("JSON of decimals", Values.Between(-1e9, 1e9, 2000), static value => Write(writer => writer.WriteNumberValue((decimal)value)));
        report.AddHash("JSON of characters", Values.Characters, static character => Write(writer => writer.WriteStringValue(character.ToString())));
        report.AddHash("JSON of characters, relaxed", Values.Characters, static character => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(character.ToString()));
        report.Add("JSON of NaN", () => Write(static writer => writer.WriteNumberValue(Values.Double("NaN"))));
        report.Add("JSON of -0", () => Write(static writer => writer.WriteNumberValue(-Values.Double("0"))));
        report.Add("JSON of half a pair", () => Write(static writer => writer.WriteStringValue("a\uD800b")));
        report.Add("JSON of a time", () => Write(static writer => writer.WriteStringValue(new DateTimeOffset(2026, 7, 1, 1, 2, 3, 450, TimeSpan.FromHours(2)))));
        report.Add("JSON of an unspecified time", () => Write(static writer => writer.WriteStringValue(new DateTime(2026, 7, 1, 1, 2, 3, DateTimeKind.Unspecified))));
        report.Add("JSON of a local time", () => Write(static writer => writer.WriteStringValue(new DateTime(2026, 7, 1, 1, 2, 3, DateTimeKind.Local))));
        report.Add("indented JSON", () => JsonNode.Parse("""{"a":[1,{"b":null}]}""")!.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        report.Add("JSON with a name twice", () => JsonNode.Parse("""{"a":1,"a":2}""")!["a"]!.ToJsonString());
        foreach (var text in (string[])["1.0", "1e400", "-0", "123456789012345678901234567890", "1E5", "0.1000"])
        {
            report.Add($"JSON number {text} as double", () => JsonDocument.Parse(text).RootElement.GetDouble());
            report.Add($"JSON number {text} as decimal", () => JsonDocument.Parse(text).RootElement.GetDecimal());
            report.Add($"JSON number {text} as int", () => JsonDocument.Parse(text).RootElement.TryGetInt32(out var number) ? number : null);
            report.Add($"JSON number {text} as node", () => JsonNode.Parse(text)!.ToJsonString());
        }

        foreach (var text in (string[])["\"2026-07-01T01:02:03+02:00\"", "\"2026-07-01\"", "\"2026-07-01T01:02:03Z\"", "\"2026-07-01T01:02\"", "\"07/01/2026\""])
        {
            report.Add($"JSON time {text}", () => JsonDocument.Parse(text).RootElement.TryGetDateTimeOffset(out var time) ? time.ToUniversalTime() : null);
            report.Add($"JSON time {text}, its kind", () => JsonDocument.Parse(text).RootElement.TryGetDateTime(out var time) ? time.Kind : null);
        }

        report.Add("equal JSON", () => JsonNode.DeepEquals(JsonNode.Parse("[1.0,1e2]"), JsonNode.Parse("[1,100]")));
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
