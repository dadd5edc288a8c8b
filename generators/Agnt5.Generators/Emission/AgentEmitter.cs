using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes an agent's definition: only the values that its attribute sets.</summary>
internal static class AgentEmitter
{
    public static void Write(AgentModel agent, MethodModel method, SourceWriter source)
    {
        source.Line($"public override {AgentDefinition}? Agent {{ get; }} = new()");
        source.OpenInitializer();
        source.Line($"Assembly = typeof({method.ContainingType}).Assembly,");
        foreach (var setting in agent.Settings)
            source.Line($"{setting.Name} = {setting.Expression},");
        if (agent.InstructionsMethod is not null)
            source.Line("InstructionsMethod = Instructions,");
        WriteNames("Tools", agent.Tools);
        WriteNames("Handoffs", agent.Handoffs);
        source.CloseInitializer();
        source.Line();
        if (agent.InstructionsMethod is { } instructions)
            WriteInstructions(instructions, source);

        void WriteNames(string property, IReadOnlyList<string> names)
        {
            if (names.Count > 0)
                source.Line($"{property} = [{string.Join(", ", names.Select(CSharpText.Literal))}],");
        }
    }

    // It runs as a step, which has no scheduler.
    private static void WriteInstructions(MethodModel method, SourceWriter source)
    {
        source.Open($"private static {(method.IsAwaited ? "async " : "")}{CallTask}<string> Instructions({Call} call)");
        MethodCall.WriteInstance(method, source);
        var text = MethodCall.Of(method, ComponentKind.Function);
        source.Line($"return {(method.IsAwaited ? text : $"new({text})")};");
        source.Close();
        source.Line();
    }
}
