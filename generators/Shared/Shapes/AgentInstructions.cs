using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The part of AGT1009 about the model's instructions: one text, from one place.</summary>
internal static class AgentInstructions
{
    private const string MethodProperty = "InstructionsMethod";

    private static readonly string[] Properties = ["Instructions", "InstructionsFile", MethodProperty];

    /// <summary>The method that generated code calls for the instructions, when the attribute names one that fits.</summary>
    public static IMethodSymbol? FindMethod(IMethodSymbol agent, ComponentMark mark, KnownSymbols known) =>
        AgentProblem.TextOf(mark, MethodProperty) is { } named && MethodsOf(agent, named).Where(method => FindUnfitness(method, agent, known) is null).ToArray() is [var only] ? only : null;

    public static IEnumerable<AgentProblem> FindProblems(IMethodSymbol agent, ComponentMark mark, KnownSymbols known, CancellationToken cancellationToken)
    {
        var written = AttributeArgument.Of(mark.Attribute).Where(static argument => Properties.Contains(argument.Name) && !argument.Value.IsNull).ToArray();
        foreach (var second in written.Skip(1))
            yield return new(second.Find(cancellationToken), $"has {written[0].Name} and {second.Name}: the model is given one text, so keep one of them");
        if (AgentProblem.TextOf(mark, MethodProperty) is { } named && FindMethodProblem(agent, named, known) is { } problem)
            yield return new(named.Find(cancellationToken), $"takes its instructions from {QuotedText.Of(Text(named))}, {problem}");
    }

    private static string? FindMethodProblem(IMethodSymbol agent, AttributeArgument named, KnownSymbols known)
    {
        var methods = MethodsOf(agent, named);
        var unfit = methods.Select(method => FindUnfitness(method, agent, known)).OfType<string>().ToArray();
        return (methods.Count - unfit.Length) switch
        {
            1 => null,
            > 1 => "and several methods have that name: give the one that you mean another name",
            _ when unfit is [var why] => why,
            _ when unfit.Length > 1 => "and no method of that name fits: it must return string, Task<string> or ValueTask<string>, and take only a FunctionContext, a token and services",
            _ => $"which is not a method of '{ShapeText.Of(agent.ContainingType)}': name one by nameof",
        };
    }

    private static string? FindUnfitness(IMethodSymbol method, IMethodSymbol agent, KnownSymbols known)
    {
        if (!SignatureRule.IsSupported(method))
            return "which generated code cannot call: take a method without type parameters";
        if (ReturnShape.Of(method, known) is not { StreamedItem: null, Result.SpecialType: SpecialType.System_String })
            return $"which returns '{ShapeText.Of(method.ReturnType)}': return string, Task<string> or ValueTask<string>";
        if (method.Parameters.FirstOrDefault(parameter => !Fits(parameter, known)) is { } parameter)
            return $"which takes '{ShapeText.Of(parameter)}': it runs before the input is read, and takes only a FunctionContext, a token and services";
        // A class that is closed or cannot be constructed is reported at the agent (AGT1001, AGT1008).
        if (Barrier.Find(method, known) is { Symbol: IMethodSymbol } barrier)
            return $"which is {barrier.Text}: generated code calls it, so {barrier.Fix}";
        return !method.IsStatic && agent.IsStatic && ConstructionRule.FindProblem(method.ContainingType, known) is { } problem
            ? $"which needs an instance of '{ShapeText.Of(method.ContainingType)}', which {problem}"
            : null;
    }

    private static bool Fits(IParameterSymbol parameter, KnownSymbols known) => ParameterRoles.Of(parameter, known) switch
    {
        _ when SignatureRule.FindParameterProblem(parameter) is not null => false,
        ParameterRole.Context => ContextRule.Fits(parameter.Type, ComponentKind.Function, known),
        ParameterRole.CancellationToken or ParameterRole.Service or ParameterRole.KeyedService => true,
        _ => false,
    };

    private static IReadOnlyList<IMethodSymbol> MethodsOf(IMethodSymbol agent, AttributeArgument named) =>
        [.. agent.ContainingType.GetMembers(Text(named)).OfType<IMethodSymbol>()];

    private static string Text(AttributeArgument argument) => (string)argument.Value.Value!;
}
