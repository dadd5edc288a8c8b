using Agnt5.Generators.Models;
using Agnt5.Generators.Parsing;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the schemas of the types that answers of models are read as, as a part of the JSON metadata.</summary>
internal static class AnswerSchemasEmitter
{
    /// <summary>Writes the schemas, or returns <see langword="null"/> when there are none.</summary>
    public static string? Emit(EquatableArray<AnswerModel> answers, string space)
    {
        if (answers.Count == 0)
            return null;

        var source = SourceWriter.File(space);
        source.Open($"partial class {GeneratedNames.Metadata} : {AnswerSchemas}");
        source.Line("/// <inheritdoc/>");
        source.Open("public global::System.ReadOnlySpan<byte> AnswerSchemaOf(global::System.Type type)");
        foreach (var answer in answers)
        {
            source.Line($"if (type == typeof({answer.CSharpName}))");
            source.Line($"    return {CSharpText.Json(answer.Schema)}u8;");
        }

        source.Line("return default;");
        source.Close();
        source.Close();
        return source.ToString();
    }
}
