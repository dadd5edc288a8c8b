using System.Reflection;
using Agnt5.Generated;

namespace Agnt5.Agents;

/// <summary>Reads the instructions of an agent from an embedded file.</summary>
internal static class AgentInstructions
{
    /// <summary>The file's text.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such file.</exception>
    public static string Read(string agent, AgentDefinition definition)
    {
        using var stream = Open(definition.Assembly, definition.InstructionsFile!)
            ?? throw new InvalidOperationException(
                $"Agent '{agent}' reads its instructions from '{definition.InstructionsFile}', but {definition.Assembly.GetName().Name} does not embed that file. "
                + $"Add <EmbeddedResource Include=\"{definition.InstructionsFile}\" /> to the project.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // MSBuild names a resource by the project's namespace and the file's path, with dots.
    private static Stream? Open(Assembly assembly, string file)
    {
        var dotted = file.Trim().Replace('/', '.').Replace('\\', '.');
        var name = assembly.GetManifestResourceNames().FirstOrDefault(name => name == file || name == dotted || name.EndsWith("." + dotted, StringComparison.Ordinal));
        return name is null ? null : assembly.GetManifestResourceStream(name);
    }
}
