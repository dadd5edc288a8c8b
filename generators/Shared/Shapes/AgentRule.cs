using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1009: an agent has everything that it needs to run. Most checks are about agents without a body, whose loop is generated.</summary>
internal static class AgentRule
{
    private const string OrWriteBody = "or write a body";

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        // The kind of the method is unknown while it has several component attributes (AGT1007).
        if (ComponentMark.Of(method, known).ToArray() is not [{ Kind: ComponentKind.Agent } mark])
            return [];
        var isSupplied = AgentBody.IsSupplied(method, known);
        var problems = FindModelProblem(mark, isSupplied, cancellationToken).Concat(AgentInstructions.FindProblems(method, mark, known, cancellationToken));
        if (isSupplied && SignatureRule.IsSupported(method))
            problems = FindMethodProblems(method, known).Concat(FindParameterProblems(method, known)).Concat(FindReturnProblem(method, known, cancellationToken)).Concat(problems);
        return problems.Select(problem => new ShapeProblem(RuleIds.UnfitAgent, problem.Location ?? method.Locations[0], ShapeText.Of(method), problem.Text));
    }

    /// <summary>The modifiers that a method without a body lacks.</summary>
    public static IReadOnlyList<string> MissingModifiers(IMethodSymbol method) =>
        [.. method.IsStatic ? Array.Empty<string>() : ["static"], .. method.IsPartialDefinition ? Array.Empty<string>() : ["partial"]];

    private static IEnumerable<AgentProblem> FindMethodProblems(IMethodSymbol method, KnownSymbols known)
    {
        var missing = MissingModifiers(method);
        var closed = AgentBody.ClosedTypesAround(method).Select(static type => $"make '{ShapeText.Of(type)}' partial");
        var remedies = missing.Count == 0 ? [.. closed] : closed.Prepend($"make it {string.Join(" ", missing)}").ToArray();
        if (remedies.Length > 0)
            yield return new(method.Locations[0], $"has no body, and the generator writes one only for static partial methods of partial types: {string.Join(", ", remedies)}, {OrWriteBody}");

        var roles = method.Parameters.Select(parameter => ParameterRoles.Of(parameter, known)).ToArray();
        if (!roles.Contains(ParameterRole.Context))
            yield return new(method.Locations[0], $"has no body and takes no context, and its loop needs one: take an AgentContext, {OrWriteBody}");
        if (!roles.Contains(ParameterRole.Message) && !roles.Contains(ParameterRole.Input))
            yield return new(method.Locations[0], $"has no body and takes no message: take the user's message as a string, {OrWriteBody}");
    }

    private static IEnumerable<AgentProblem> FindParameterProblems(IMethodSymbol method, KnownSymbols known)
    {
        var message = method.Parameters.FirstOrDefault(IsMessage);
        foreach (var parameter in method.Parameters)
            if (SignatureRule.FindParameterProblem(parameter) is null && Explain(parameter) is { } problem)
                yield return new(parameter.Locations[0], problem);

        bool IsMessage(IParameterSymbol parameter) =>
            ParameterRoles.Of(parameter, known) == ParameterRole.Message
            || (ParameterRoles.Of(parameter, known) == ParameterRole.Input && parameter.Type.SpecialType == SpecialType.System_String && !ParameterRoles.IsMarkedInput(parameter, known));

        string? Explain(IParameterSymbol parameter) => ParameterRoles.Of(parameter, known) switch
        {
            // AGT1006 reports a context that fits no agent.
            ParameterRole.Context when ContextRule.Fits(parameter.Type, ComponentKind.Agent, known) && !SymbolEqualityComparer.Default.Equals(parameter.Type, known.AgentContext) =>
                $"has no body and takes a '{ShapeText.Of(parameter.Type)}', and its loop cannot run with that: take an AgentContext, {OrWriteBody}",
            ParameterRole.Service or ParameterRole.KeyedService or ParameterRole.UnmarkedService =>
                $"has no body and takes the service '{parameter.Name}', and its loop does not use services: remove it, {OrWriteBody}",
            ParameterRole.Input when !SymbolEqualityComparer.Default.Equals(parameter, message) =>
                $"has no body and takes '{parameter.Name}' from the input: its loop takes only the message, a string without [Input]; take that and nothing else, {OrWriteBody}",
            _ => null,
        };
    }

    private static IEnumerable<AgentProblem> FindReturnProblem(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (ReturnShape.Of(method, known) is { IsAwaited: true, Result: not null } || ReturnRule.Find(method, known, cancellationToken).Any())
            yield break;
        yield return new(
            ReturnRule.ReturnTypeLocation(method, cancellationToken),
            $"has no body and returns '{ShapeText.Of(method.ReturnType)}': its loop is awaited and returns an answer; return Task<string>, or Task<T> for a typed answer");
    }

    private static IEnumerable<AgentProblem> FindModelProblem(ComponentMark mark, bool isSupplied, CancellationToken cancellationToken)
    {
        var model = AgentProblem.TextOf(mark, "Model");
        if (model?.Value.Value is string text && text.Trim().Length == 0)
            yield return new(model.Value.Find(cancellationToken), "has a blank model: name one, for example \"anthropic/claude-sonnet-4-5\"");
        else if (model is null && isSupplied)
            yield return new(
                mark.Syntax(cancellationToken)?.GetLocation(),
                $"has no body and no model for its loop to call: set Model, for example to \"anthropic/claude-sonnet-4-5\", {OrWriteBody}");
    }
}

/// <summary>A problem with an agent.</summary>
/// <param name="Location">Where to point, or <see langword="null"/> for the method's name.</param>
/// <param name="Text">The problem and what to do: the part of the message after the agent's name.</param>
internal readonly record struct AgentProblem(Location? Location, string Text)
{
    /// <summary>A text from an agent's attribute, or <see langword="null"/>.</summary>
    public static AttributeArgument? TextOf(ComponentMark mark, string property)
    {
        foreach (var argument in AttributeArgument.Of(mark.Attribute))
            if (argument.Name == property && argument.Value is { Kind: TypedConstantKind.Primitive, Value: string })
                return argument;
        return null;
    }
}
