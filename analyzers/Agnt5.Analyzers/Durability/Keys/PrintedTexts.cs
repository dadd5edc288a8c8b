using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Reads the texts that methods of the project return: <c>ToString</c> of a type, or a helper that makes a key.</summary>
internal static class PrintedTexts
{
    /// <summary>Why the text of a value of a type is not stable, or <see langword="null"/> when it is or nobody knows.</summary>
    public static string? Of(ITypeSymbol type, KnownValues values)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            foreach (var member in current.GetMembers("ToString"))
                if (member is IMethodSymbol { Parameters: [], IsOverride: true } method)
                    return method.IsImplicitlyDeclared ? null : OfMethod(method, values, isRead: false);
        return null;
    }

    /// <summary>Why the text that a method returns is not stable, or <see langword="null"/>. Each method is read once for the compilation.</summary>
    /// <param name="method">The method.</param>
    /// <param name="values">The values of the code that asks.</param>
    /// <param name="isRead">Whether the method's code has findings of its own, because workflow code calls it.</param>
    public static string? OfMethod(IMethodSymbol method, KnownValues values, bool isRead)
    {
        // A method that calls itself adds nothing to its text that it does not say elsewhere.
        if (method is { IsAbstract: true } or { IsVirtual: true } || values.Methods.Contains(method))
            return null;
        return values.Shared.ReasonOf(method, body =>
        {
            var inside = new KnownValues(new Variables(), values.Shared) { Methods = values.Methods.Add(method) };
            foreach (var text in Returned(body))
                foreach (var (place, reason) in new UnstableText(inside).Find(text))
                    if (!isRead || !UnstableKey.IsReported(place))
                        return $"in '{SymbolText.Of(method)}' {reason}";
            return null;
        });
    }

    /// <summary>The values that a body returns.</summary>
    public static IEnumerable<IOperation> Returned(IOperation body) =>
        Operations.WithoutFunctions(body).OfType<IReturnOperation>().Select(static result => result.ReturnedValue).OfType<IOperation>();
}
