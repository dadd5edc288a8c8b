using System.Text.Json;
using Agnt5.Cli.Endpoints;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>A recorded step whose value was changed to one that the step cannot have given. An endpoint that keeps it did not run the step again.</summary>
/// <param name="Key">The step's key.</param>
/// <param name="Checkpoint">The checkpoint with the changed value.</param>
internal sealed record RecordedStep(string Key, JsonElement Checkpoint)
{
    private const string Mark = " (recorded)";
    private const int Shift = 1_000;

    /// <summary>Changes the first step with a text or a number in an answer's checkpoint, or gives <see langword="null"/> where there is none.</summary>
    public static RecordedStep? MarkIn(JsonElement answer)
    {
        if (answer.Member("checkpoint").Member("steps") is not { ValueKind: JsonValueKind.Object } steps)
            return null;
        foreach (var step in steps.EnumerateObject().Where(static step => !step.Name.StartsWith("agnt5:", StringComparison.Ordinal)))
            if (Changed(step.Value) is { } changed)
                return new(step.Name, WithStep(answer.Member("checkpoint"), step.Name, changed));
        return null;
    }

    /// <summary>Whether an answer's checkpoint still has the changed value.</summary>
    public bool IsIn(JsonElement answer) =>
        answer.Member("checkpoint").Member("steps").Member(Key) is { ValueKind: not JsonValueKind.Undefined } kept && JsonElement.DeepEquals(kept, Checkpoint.Member("steps").Member(Key));

    private static JsonElement WithStep(JsonElement checkpoint, string key, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { MaxDepth = AnswerText.MostLevels }))
        {
            json.WriteStartObject();
            foreach (var member in checkpoint.EnumerateObject().Where(static member => member.Name != "steps"))
                member.WriteTo(json);
            json.WriteStartObject("steps"u8);
            foreach (var step in checkpoint.Member("steps").EnumerateObject().Where(step => step.Name != key))
                step.WriteTo(json);
            json.WritePropertyName(key);
            write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.ToArray(), new() { MaxDepth = AnswerText.MostLevels }).RootElement;
    }

    private static Action<Utf8JsonWriter>? Changed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => json => json.WriteStringValue(value.GetString() + Mark),
        JsonValueKind.Number when value.TryGetDecimal(out var number) && Math.Abs(number) < long.MaxValue => json => json.WriteNumberValue(number + Shift),
        _ => null,
    };
}
