using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads which rules keep a declaration out of the catalog, and where the analyzers report them.</summary>
internal static class BrokenRules
{
    private const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    /// <summary>The rules that a component's declaration breaks, and those that its types break beside them.</summary>
    public static LeftOut Of(IMethodSymbol method, IReadOnlyList<ShapeProblem> problems, KnownSymbols known, CancellationToken cancellationToken)
    {
        var rules = problems.Select(static problem => At(problem.RuleId, problem.ToldAt ?? problem.Location));
        // The analyzer of types looks at no component with such a declaration.
        var typesMatter = !problems.Any(static problem => problem.RuleId is RuleIds.Inaccessible or RuleIds.UnsupportedShape);
        return Of(ShapeText.Of(method), method, typesMatter ? rules.Concat(TypeRules(method, problems, known, cancellationToken)) : rules);
    }

    /// <summary>The rules that a component's types break.</summary>
    /// <returns><see langword="null"/> when the compiler rejects them.</returns>
    public static LeftOut? OfTypes(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        TypeRules(method, [], known, cancellationToken) is { Count: > 0 } rules ? Of(ShapeText.Of(method), method, rules) : null;

    private static List<BrokenRule> TypeRules(IMethodSymbol method, IReadOnlyList<ShapeProblem> problems, KnownSymbols known, CancellationToken cancellationToken)
    {
        var rules = new List<BrokenRule>();
        // An agent without a body takes no input (AGT1009).
        foreach (var parameter in AgentBody.IsSupplied(method, known) ? [] : ComponentInput.ParametersOf(method, known))
        {
            var limits = new List<NodeProblem>();
            LimitsReader.Read(LimitedSymbol.Of(parameter, known), new JsonScope(known, known.Rules, cancellationToken), limits);
            rules.AddRange(limits.Select(problem => At(problem.RuleId, parameter.Locations[0])));
            Explore(TriggerParameter.InputTypeOf(parameter, known), JsonUse.Read, parameter.Locations[0]);
        }

        var returned = ReturnShape.Of(method, known);
        if ((returned.StreamedItem ?? returned.Result) is { } result && !problems.Any(static problem => problem.RuleId == RuleIds.InvalidReturnType))
            Explore(result, returned.Use, ReturnRule.ReturnTypeLocation(method, cancellationToken));
        return rules;

        void Explore(ITypeSymbol type, JsonUse use, Location location) => rules.AddRange(OfType(type, use, location, known, cancellationToken));
    }

    /// <summary>The rules that the type of a durable call breaks.</summary>
    /// <returns><see langword="null"/> when the compiler rejects it, or it is open: other code may name the types that it stands for.</returns>
    public static LeftOut? OfCall(DurableCall call, SimpleNameSyntax name, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (DurableCalls.FindOpen(call.Type) is not null || model.GetEnclosingSymbol(name.SpanStart, cancellationToken) is not { } owner)
            return null;
        var rules = OfType(call.Type, call.Use, name.GetLocation(), known, cancellationToken).ToArray();
        var caller = owner is IMethodSymbol method ? ShapeText.Of(method) : owner.Name;
        return rules.Length == 0 ? null : Of($"{caller}: {name.Identifier.ValueText}", owner, rules);
    }

    private static IEnumerable<BrokenRule> OfType(ITypeSymbol type, JsonUse use, Location location, KnownSymbols known, CancellationToken cancellationToken) =>
        WireTypes.Explore(type, "", use, known, cancellationToken).Problems
            .Where(static problem => !RuleIds.IsWarning(problem.RuleId))
            .Select(problem => At(problem.RuleId, location));

    private static LeftOut Of(string name, ISymbol declaration, IEnumerable<BrokenRule> rules) =>
        new(name, rules.Distinct().ToEquatableArray(), IsGenerated(declaration));

    private static BrokenRule At(string id, Location location) => location.SourceTree is { } tree
        ? new(id, tree.FilePath, location.SourceSpan.Start, location.SourceSpan.Length)
        : new(id, "", 0, 0);

    // A declaration in several parts is nobody's generated code, even if it is marked.
    private static bool IsGenerated(ISymbol? symbol) =>
        symbol is IMethodSymbol or INamedTypeSymbol or IPropertySymbol
        && symbol.DeclaringSyntaxReferences.Length <= 1
        && (symbol.GetAttributes().Any(static data => data.AttributeClass?.ToDisplayString() == GeneratedCode) || IsGenerated(symbol.ContainingSymbol));
}
