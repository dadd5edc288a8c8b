namespace Agnt5.Generated;

/// <summary>JSON metadata that has the schemas of the types that answers of models are read as. The generator implements it.</summary>
public interface IAnswerSchemas
{
    /// <summary>Finds the JSON Schema (draft 2020-12) of the documents that are read as a type: what an input of the type would have.</summary>
    /// <param name="type">The type of an agent's result, or that <see cref="AgentContext.RunAsync{T}"/> is called with.</param>
    /// <returns>The schema as UTF-8, or nothing for any other type and for one whose JSON may be anything.</returns>
    ReadOnlySpan<byte> AnswerSchemaOf(Type type);
}
