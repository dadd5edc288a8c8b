using System.Text.Json;

namespace Agnt5.Execution.Waits;

/// <summary>What a person chose of a question's options.</summary>
internal static class Choices
{
    /// <summary>Whether the question lets a person answer so.</summary>
    /// <param name="answer">The answer, <see langword="null"/> when the question was skipped.</param>
    /// <param name="kind">What may be answered.</param>
    public static bool Fits(string? answer, Question kind) => answer switch
    {
        null => kind.Skippable,
        _ when !kind.IsClosed => true,
        _ when kind.IsMultiSelect => Read(answer).TrueForAll(kind.HasOption),
        _ => kind.HasOption(answer),
    };

    /// <summary>The choices of an answer that is waited for.</summary>
    /// <returns>The choices, or <see langword="null"/> when the question was skipped.</returns>
    public static async Task<IReadOnlyList<string>?> ReadAsync(Task<string?> asking)
    {
        // On the workflow's scheduler, as everything that its code awaits.
        var answer = await asking.ConfigureAwait(true);
        return answer is null ? null : Read(answer);
    }

    /// <summary>Several answers: a list of ids as JSON; text of the person's own stands alone.</summary>
    public static List<string> Read(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return [.. document.RootElement.EnumerateArray().Select(static choice => choice.ValueKind == JsonValueKind.String ? choice.GetString()! : choice.GetRawText())];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not a list.
        }

        return [answer];
    }
}
