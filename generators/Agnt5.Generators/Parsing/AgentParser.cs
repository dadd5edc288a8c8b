using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the values of an agent's attribute.</summary>
internal static class AgentParser
{
    private static readonly string[] Settings =
    [
        "Model", "Instructions", "InstructionsFile", "MaxIterations", "Temperature", "MaxOutputTokens", "MaxTurnTokens", "MaxToolCalls", "ToolErrors", "MaxHistoryMessages",
    ];

    public static AgentModel Parse(IMethodSymbol method, ComponentMark mark, ReturnShape shape, KnownSymbols known)
    {
        var written = AttributeArgument.Of(mark.Attribute).Where(static argument => !argument.Value.IsNull).ToDictionary(static argument => argument.Name, static argument => argument.Value);
        var isStructured = shape.Result is { SpecialType: not SpecialType.System_String };
        return new()
        {
            Model = written.TryGetValue("Model", out var model) ? model.Value as string : null,
            Settings = Settings.Where(written.ContainsKey).Select(name => new AgentSetting(name, Literals.Of(written[name]))).ToEquatableArray(),
            InstructionsMethod = AgentInstructions.FindMethod(method, mark, known) is { } instructions
                ? MethodParser.Parse(instructions, ReturnShape.Of(instructions, known).IsAwaited, input: null, known)
                : null,
            Tools = Names(AgentReference.Tools),
            Handoffs = Names(AgentReference.Handoffs),
            IsStructured = isStructured,
            ReadsResult = isStructured && shape.Use.HasFlag(JsonUse.Read),
        };

        // To know whether such components exist takes a look at all of them, also in referenced assemblies. So a name without a component (AGT1012) is passed on.
        // The agent works without it, and the component may be in an assembly that only the endpoint's project references.
        EquatableArray<string> Names(string property) => AgentReference.Of(method, mark, property, known).Select(static reference => reference.Name).Distinct().ToEquatableArray();
    }
}
