using Agnt5.Generators.Models;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the part of an agent's partial method that holds its body.</summary>
internal static class AgentBodyEmitter
{
    public static string Emit(AgentBodyModel body)
    {
        var source = body.Namespace.Length > 0 ? SourceWriter.File(body.Namespace) : SourceWriter.File();
        foreach (var type in body.Types)
            source.Open(type);
        source.Open(body.Head);
        source.Line(body.Statement);
        source.Close();
        foreach (var _ in body.Types)
            source.Close();
        return source.ToString();
    }
}
