using System.Text.Json;
using Agnt5.Json;

namespace Agnt5.Tools;

/// <summary>
/// The schema of a tool's arguments for a model. Arguments are an object of named values, so an input of any other form is wrapped: a union, a list, a text. The model's arguments are unwrapped before
/// anybody sees them.
/// </summary>
/// <param name="Json">The schema.</param>
/// <param name="Wrapper">The argument that is the tool's input, or <see langword="null"/> when the arguments are the input.</param>
internal sealed record ArgumentSchema(JsonElement Json, string? Wrapper)
{
    private const string Input = "input";

    public static ArgumentSchema Nothing { get; } = Of("""{"type":"object","properties":{}}"""u8);

    /// <param name="schema">The schema of the tool's input, or <see langword="null"/> when it takes none.</param>
    /// <param name="use">Who reads it.</param>
    public static ArgumentSchema Of(JsonElement? schema, SchemaUse use = SchemaUse.Arguments)
    {
        if (schema is not { ValueKind: JsonValueKind.Object } given || !given.EnumerateObject().Any())
            return Nothing;
        var wrapper = SchemaShape.IsPlainObject(given) ? null : Input;
        return new ArgumentSchema(ReaderSchema.Write(given, use, wrapper), wrapper);
    }

    /// <summary>A schema that is written here, as it is.</summary>
    public static ArgumentSchema Of(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        return new ArgumentSchema(document.RootElement.Clone(), Wrapper: null);
    }

    /// <summary>The tool's input. A model that leaves out the wrapper means the same.</summary>
    public byte[] Unwrap(byte[] arguments)
    {
        if (Wrapper is null)
            return arguments;

        var root = JsonTree.Parse(arguments).Root;
        return root is { ValueKind: JsonValueKind.Object, Count: 1 } && root.TryGetProperty("input"u8, out var input) ? input.Raw.ToArray() : arguments;
    }
}
