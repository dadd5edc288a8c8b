using System.Security.Cryptography;
using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>
/// The questions that people were shown and have not answered yet (protocol section 6, "User input"). An answer counts only for the question that was shown: AGNT5 passes on answers that come
/// while a run sleeps, and an approval of a question that nobody saw must not count.
/// </summary>
internal readonly struct AskedQuestions(Checkpoint checkpoint)
{
    // A deployed fix may change the text once. A text that changes twice changes whenever the code runs.
    private const int MostTexts = 2;

    /// <summary>Whether an earlier slice has shown this question in its present form.</summary>
    public bool Has(int pauseIndex, string text, Question kind) => Find(pauseIndex)?.Hash == HashOf(text, kind);

    /// <summary>Records the question that a response shows.</summary>
    /// <exception cref="NonRetryableException">The question is different each time, so no answer could ever count.</exception>
    public void Record(QuestionSuspension shown)
    {
        var hash = HashOf(shown.Text, shown.Kind);
        var before = Find(shown.PauseIndex);
        if (before?.Hash == hash)
            return;

        var times = (before?.Times ?? 0) + 1;
        if (times > MostTexts)
        {
            throw new NonRetryableException(
                $"Question {shown.PauseIndex} ('{CallerText.Shorten(shown.Text)}') is different each time the "
                    + $"workflow runs, so no answer can ever count: its text, kind or options change on each replay. "
                    + "Build the question from the input and from recorded values, such as the results of steps, ctx.UtcNow and ctx.NewGuid().");
        }

        checkpoint.Record(DurableKey.Asked(shown.PauseIndex), JsonBytes.Write(new Shown(hash, times), Write));
    }

    /// <summary>Removes the record of a question that is answered, timed out or withdrawn.</summary>
    public void Remove(int pauseIndex) => checkpoint.Remove(DurableKey.Asked(pauseIndex));

    private Shown? Find(int pauseIndex)
    {
        var key = DurableKey.Asked(pauseIndex);
        return checkpoint.TryGetReserved(key, out var json)
            ? RecordedValues.Read(key, json, "a hash and a count", static root => new Shown(root.GetProperty("hash"u8).GetString() ?? "", root.GetProperty("times"u8).GetInt32()))
            : null;
    }

    private static string HashOf(string text, Question kind) => Convert.ToHexStringLower(SHA256.HashData(JsonBytes.Write((text, kind), static (writer, asked) =>
    {
        writer.WriteStartObject();
        QuestionSuspension.WriteQuestion(writer, asked.text, asked.kind);
        writer.WriteEndObject();
    })));

    private static void Write(Utf8JsonWriter writer, Shown shown)
    {
        writer.WriteStartObject();
        writer.WriteString("hash"u8, shown.Hash);
        writer.WriteNumber("times"u8, shown.Times);
        writer.WriteEndObject();
    }

    /// <param name="Hash">The SHA-256 of the question that was shown.</param>
    /// <param name="Times">How many different texts the question had so far.</param>
    private sealed record Shown(string Hash, int Times);
}
