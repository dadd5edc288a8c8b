using Agnt5.Generators.Models;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the part of an agent's partial method that holds its body.</summary>
internal static class AgentBodyEmitter
{
    public static string Emit(AgentBodyModel body)
    {
        var source = SourceWriter.File();
        // A block, and nothing else of newer C#: the agent has its body also where the language version is too old for the rest.
        if (body.Namespace.Length > 0)
            source.Open($"namespace {body.Namespace}");
        foreach (var type in body.Types)
            source.Open(type);
        source.Open(body.Head);
        source.Line(body.Statement);
        source.Close();
        foreach (var _ in body.Types)
            source.Close();
        if (body.Namespace.Length > 0)
            source.Close();
        return source.ToString();
    }
}
