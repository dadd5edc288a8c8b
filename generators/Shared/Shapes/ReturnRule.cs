using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>AGT1005: return types that cannot be a result.</summary>
internal static class ReturnRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (!SignatureRule.IsOrdinary(method) || FindProblem(method, known) is not { } problem)
            return [];
        return [new(RuleIds.InvalidReturnType, ReturnTypeLocation(method, cancellationToken), ShapeText.Of(method), problem)];
    }

    /// <summary>The return type as it is written.</summary>
    public static Location ReturnTypeLocation(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax
            ? syntax.ReturnType.GetLocation()
            : method.Locations[0];

    private static string? FindProblem(IMethodSymbol method, KnownSymbols known)
    {
        if (method.ReturnsVoid)
            return method.IsAsync ? "is async void: AGNT5 could not wait for it; return Task" : null;
        if (method.RefKind != RefKind.None)
            return "returns by reference: a result is written as JSON; return the value";
        return ReturnShape.Of(method, known).Result is { } result && FindProblem(result, known) is { } problem
            ? $"returns '{ShapeText.Of(method.ReturnType)}': {problem}"
            : null;
    }

    private static string? FindProblem(ITypeSymbol result, KnownSymbols known)
    {
        if (result is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            return "a pointer cannot be written as JSON; return the data itself";
        if (result.IsRefLikeType)
            return "a ref struct cannot be a result; return an array or a list";
        if (result.TypeKind == TypeKind.Delegate)
            return "a delegate cannot be written as JSON; return the data itself";
        if (Is(result, known.Stream))
            return "a stream cannot be written as JSON; return the data itself, for example byte[]";
        if (Is(result, known.Queryable))
            return "the query would run after the component ended; run it and return a list";
        if (Is(result, known.AsyncEnumerableOfT))
            return "only IAsyncEnumerable<T> itself is streamed, not in a task and not a type that implements it; return that, or a list";
        return IsAwaitable(result, known) ? "only one Task or ValueTask around a result is awaited; await it and return its result" : null;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known)
    {
        if (known is null)
            return false;
        for (var current = type; current is not null; current = current.BaseType)
            if (Same(current, known))
                return true;
        return known.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(implemented => Same(implemented, known));
    }

    // Tasks inside tasks, types derived from Task, and awaitables of other libraries.
    private static bool IsAwaitable(ITypeSymbol type, KnownSymbols known) =>
        Is(type, known.Task)
        || type.GetMembers(WellKnownMemberNames.GetAwaiter).Any(member => member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true });

    private static bool Same(ITypeSymbol type, INamedTypeSymbol known) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);
}
