using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>
/// Bounds how deep JSON from outside may nest (protocol section 8). Each door checks its JSON once, in a linear pass. What reads the JSON later need not check again. <see cref="JsonDocument"/> takes
/// time that grows with depth times size, so the bound is also the bound of that time.
/// </summary>
/// <param name="levels">The most levels, <see cref="Least"/> to <see cref="Most"/>.</param>
internal sealed class JsonDepth(int levels)
{
    /// <summary>The default number of levels.</summary>
    public const int Default = 256;

    /// <summary>The least number that may be chosen: typed values nest as deep.</summary>
    public const int Least = 64;

    /// <summary>The greatest number that may be chosen.</summary>
    public const int Most = 4096;

    // In the next request a record is three levels down: body, checkpoint, steps.
    private const int LevelsAboveRecords = 3;

    // A smaller document may cost as much as one of this size. Reading it takes some 10 ms at most.
    private const long SmallDocument = 128 * 1024;

    /// <summary>Reads JSON whose depth a door has checked.</summary>
    public static JsonReaderOptions Checked { get; } = new() { MaxDepth = Most };

    public int Levels => levels;

    /// <summary>How deep a record of a checkpoint may nest, so that the next request can bring it back.</summary>
    public int LevelsOfRecords => levels - LevelsAboveRecords;

    /// <summary>Reads JSON up to the bound.</summary>
    public JsonReaderOptions Reading { get; } = new() { MaxDepth = levels };

    /// <summary>Finds why a text is not JSON within the bound.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The problem, for a message, or <see langword="null"/>.</returns>
    public string? ProblemOf(ReadOnlySpan<byte> json) => Find(json, Reading);

    /// <summary>
    /// Finds why the next request cannot bring a text back in a checkpoint. It looks at the text alone. Above the default bound a request is also held to what all of its parts cost together, so it
    /// may be refused for several deep records that this method admits one by one.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <returns>The problem, for a message, or <see langword="null"/>.</returns>
    public string? ProblemOfRecord(ReadOnlySpan<byte> json) => Find(json, new JsonReaderOptions { MaxDepth = LevelsOfRecords }) switch
    {
        null => null,
        var problem when problem == TooCostly => problem,
        _ => $"nests deeper than {LevelsOfRecords} levels",
    };

    /// <summary>Describes why a reader stopped.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="json">What it reads.</param>
    /// <param name="exception">The exception that it threw.</param>
    public string Describe(in Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonException exception) => IsAtBound(reader, json)
        ? TooDeep
        : $"is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})";

    /// <summary>
    /// The greatest sum of the depths of all tokens of a document. A higher bound than the default allows a document whose every token is so deep that reading it would take far longer than any
    /// document of the default depth.
    /// </summary>
    /// <param name="length">The document's length in bytes.</param>
    public long MostWork(long length) => levels <= Default ? long.MaxValue : Default * Math.Max(length, SmallDocument);

    /// <summary>Whether the sum of the depths of a document's tokens exceeds <see cref="MostWork"/>.</summary>
    /// <param name="json">JSON within the bound.</param>
    public bool CostsTooMuch(ReadOnlySpan<byte> json)
    {
        if (levels <= Default)
            return false;

        var left = MostWork(json.Length);
        var reader = new Utf8JsonReader(json, Reading);
        while (left >= 0 && reader.Read())
            left -= reader.CurrentDepth;
        return left < 0;
    }

    /// <summary>The problem of a document that costs too much.</summary>
    public static string TooCostly { get; } = "is too large to nest so deep: below MaxJsonDepth, large documents may have only a small part that nests deeper than 256 levels";

    private string TooDeep => $"nests deeper than {levels} levels";

    private string? Find(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(json, options);
        try
        {
            while (reader.Read())
            {
            }

            return CostsTooMuch(json) ? TooCostly : null;
        }
        catch (JsonException exception)
        {
            return Describe(reader, json, exception);
        }
    }

    // A reader that may go no deeper stops in front of the bracket.
    private bool IsAtBound(in Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        return depth >= levels && reader.BytesConsumed < json.Length && json[(int)reader.BytesConsumed] is (byte)'{' or (byte)'[';
    }
}
