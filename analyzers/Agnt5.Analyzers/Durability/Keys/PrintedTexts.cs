using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Reads the texts that methods of the project return: <c>ToString</c> of a type, or a helper that makes a key.</summary>
internal static class PrintedTexts
{
    /// <summary>Why the text of a value of a type is not stable, or <see langword="null"/> when it is or nobody knows.</summary>
    public static string? Of(ITypeSymbol type, SharedValues shared, int depth)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            foreach (var member in current.GetMembers("ToString"))
                if (member is IMethodSymbol { Parameters: [], IsOverride: true } method)
                    return method.IsImplicitlyDeclared ? null : OfMethod(method, shared, depth);
        return null;
    }

    /// <summary>Why the text that a method returns is not stable, or <see langword="null"/>.</summary>
    public static string? OfMethod(IMethodSymbol method, SharedValues shared, int depth)
    {
        if (depth <= 1 || method is { IsAbstract: true } or { IsVirtual: true } || shared.BodyOf(method) is not { } body)
            return null;
        foreach (var text in Returned(body))
            if (new UnstableText(new KnownValues(new Variables(), shared)).Find(text, depth - 1) is [var (_, reason), ..])
                return $"in '{SymbolText.Of(method)}' {reason}";
        return null;
    }

    /// <summary>The values that a body returns.</summary>
    public static IEnumerable<IOperation> Returned(IOperation body) =>
        Operations.WithoutFunctions(body).OfType<IReturnOperation>().Select(static result => result.ReturnedValue).OfType<IOperation>();
}
