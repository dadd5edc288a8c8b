using System.Text.Json;

namespace Agnt5.Execution.Waits;

/// <summary>Checks and reads a person's answer to a question with options.</summary>
internal static class Choices
{
    /// <summary>Whether the question allows an answer.</summary>
    /// <param name="answer">The answer, <see langword="null"/> when the question was skipped.</param>
    /// <param name="kind">The answers that are allowed.</param>
    public static bool Fits(string? answer, Question kind) => answer switch
    {
        null => kind.Skippable,
        _ when !kind.IsClosed => true,
        _ when kind.IsMultiSelect => kind.HasOptions(Read(answer)),
        _ => kind.HasOption(answer),
    };

    /// <summary>Awaits an answer and returns its choices.</summary>
    /// <returns>The choices, or <see langword="null"/> when the question was skipped.</returns>
    public static async Task<IReadOnlyList<string>?> ReadAsync(Task<string?> asking)
    {
        // Continue on the workflow's scheduler, like everything that its code awaits.
        var answer = await asking.ConfigureAwait(true);
        return answer is null ? null : Read(answer);
    }

    /// <summary>Reads several choices: a JSON list of ids. A free text is one choice.</summary>
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
