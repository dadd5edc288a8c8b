using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Agents;

/// <summary>The schema of the documents that an answer's type is read from. It is not that of an output: a model must give no computed members, and sees formats and limits.</summary>
internal static class AnswerSchema
{
    /// <summary>Finds the schema that the generator wrote. Only a type whose JSON may be anything, and one that only generic code names, has none: its schema is made from its metadata.</summary>
    public static JsonElement Of(JsonTypeInfo type)
    {
        foreach (var resolver in type.Options.TypeInfoResolverChain)
        {
            if (resolver is IAnswerSchemas schemas && schemas.AnswerSchemaOf(type.Type) is { IsEmpty: false } schema)
                return Parse(schema.ToArray());
        }

        return Parse(JsonBytes.Write(type.GetJsonSchemaAsNode(), static (writer, schema) => schema.WriteTo(writer)));
    }

    private static JsonElement Parse(byte[] schema)
    {
        using var document = JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return document.RootElement.Clone();
    }
}
