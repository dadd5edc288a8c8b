using System.Text;
using System.Text.Json;

namespace Agnt5.Cli.Input;

/// <summary>JSON that a command is given: as it stands, from a file (<c>@file</c>), or from the standard input (<c>-</c>).</summary>
internal static class JsonArgument
{
    /// <summary>How it is given, for descriptions.</summary>
    public const string Forms = "JSON, @file, or - for the standard input";

    // As deep as endpoints read untyped values.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <exception cref="CliException">It is no JSON, or cannot be read.</exception>
    public static async Task<JsonElement> ReadAsync(string argument, string name, CancellationToken cancellationToken)
    {
        var text = await TextArgument.ReadAsync(argument, name, cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (HasHalfOfPair(text))
                throw new CliException(ExitCodes.Usage, "JSON_INVALID", $"{name} is no JSON that could be sent: a text in it has half of a surrogate pair, such as \\ud800 alone.");
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            // What was given is not repeated: it may hold anything.
            var where = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            var hint = argument.StartsWith('@') || argument == "-" ? "" : " A shell takes quotes away: write it in single quotes, or give @file.";
            throw new CliException(ExitCodes.Usage, "JSON_INVALID", $"{name} is no JSON: {where} makes no sense.{hint}", exception);
        }
    }

    // A parser lets it pass, and only who reads the text finds that it is none.
    private static bool HasHalfOfPair(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new() { MaxDepth = Options.MaxDepth });
        try
        {
            while (reader.Read())
                if (reader.ValueIsEscaped)
                    _ = reader.GetString();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
