using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// Reads an agent's method without a body and gives it one: the loop. If a rule rejects the agent, the body throws, so that the compiler's error about
/// a partial method without a part does not hide the rule's message.
/// </summary>
internal static class AgentBodyParser
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat HeadFormat = TypeFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName)
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private static readonly SymbolDisplayFormat NestedTypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Reads the method, or returns <see langword="null"/> when it has a body or cannot get one.</summary>
    public static AgentBodyModel? Parse(SyntaxNode node, IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (node is not MethodDeclarationSyntax syntax
            || !AgentBody.IsSupplied(method, known)
            || !CanHaveBody(method, syntax)
            || ComponentShape.IsIncomplete(method))
            return null;

        var space = method.ContainingNamespace;
        return new()
        {
            Identifier = ComponentIdentifier.Of(method),
            Namespace = space.IsGlobalNamespace ? "" : space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            Types = TypesAround(method).Reverse().Select(Declaration).ToEquatableArray(),
            Head = $"{string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.ValueText))} {method.ToDisplayString(HeadFormat)}",
            Statement = ComponentShape.FindProblems(method, known, cancellationToken) is [var problem, ..]
                ? $"throw new global::System.NotSupportedException({SymbolDisplay.FormatLiteral($"This agent breaks {problem.RuleId}, so it has no body.", quote: true)});"
                : $"return {Loop(method, known)};",
        };
    }

    // If the compiler accepts no second part, its own errors are enough. A partial method is private and void, or declares its accessibility.
    private static bool CanHaveBody(IMethodSymbol method, MethodDeclarationSyntax syntax) =>
        method.IsPartialDefinition
        && !AgentBody.ClosedTypesAround(method).Any()
        && !TypesAround(method).Any(static type => type.IsFileLocal)
        && (method.ReturnsVoid
            || syntax.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword));

    private static IEnumerable<INamedTypeSymbol> TypesAround(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            yield return type;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var isUnsafe = type.DeclaringSyntaxReferences.Any(static part => part.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword));
        return $"{(isUnsafe ? "unsafe " : "")}partial {kind} {type.ToDisplayString(NestedTypeFormat)}";
    }

    private static string Loop(IMethodSymbol method, KnownSymbols known)
    {
        var context = Name(ParameterRole.Context);
        var message = Name(ParameterRole.Message);
        var result = ReturnShape.Of(method, known).Result!;
        var answer = result.ToDisplayString(TypeFormat);
        var call = $"{context}.{DurableCallTable.AgentLoop.Method}{(result.SpecialType == SpecialType.System_String ? "" : $"<{answer}>")}({message})";
        return SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, known.ValueTaskOfT)
            ? $"new global::System.Threading.Tasks.ValueTask<{answer}>({call})"
            : call;

        string Name(ParameterRole role) => GeneratedNames.Escape(method.Parameters.First(parameter => ParameterRoles.Of(parameter, known) == role).Name);
    }
}
