using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4017: a step returns its work as its result. A replay does not run the step, so a variable that the step writes keeps its old value.</summary>
internal static class CaptureWrittenInStep
{
    private static readonly string[] Changes = ["Add", "AddRange", "AddOrUpdate", "Append", "AppendLine", "Clear", "Enqueue", "Insert", "Push", "Remove", "TryAdd"];

    /// <summary>Looks at a lambda or local function. The graph decides later whether it runs as a step.</summary>
    public static void Inspect(IMethodSymbol function, IBlockOperation body, CodeUnit unit)
    {
        foreach (var operation in Operations.WithFunctions(body))
            if (Written(operation) is { } variable && IsAround(variable, function) && IsReadOutside(variable, body))
                unit.Findings.Add(new(Rules.CaptureWrittenInStep, operation.Syntax.GetLocation(), Role.StepEntry, variable.Name));
    }

    // The variable itself, or a part of its value: a collection that grows, an element, a member.
    private static ISymbol? Written(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => Assignments.Of(operation).IsWritten || IsChanged(operation) ? Variable(operation) : null,
        _ => null,
    };

    private static bool IsChanged(IOperation variable) => variable.Parent switch
    {
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type }, Instance: { } instance } =>
            ReferenceEquals(instance, variable) && Changes.Contains(name) && IsCollection(type),
        IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation =>
            variable.Type is { IsReferenceType: true } && Assignments.Of(variable.Parent).IsWritten,
        _ => false,
    };

    private static bool IsCollection(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Text";

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } => parameter,
        _ => null,
    };

    private static bool IsAround(ISymbol variable, IMethodSymbol function)
    {
        for (var owner = variable.ContainingSymbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
            if (SymbolEqualityComparer.Default.Equals(owner, function))
                return false;
        return true;
    }

    private static bool IsReadOutside(ISymbol variable, IOperation body)
    {
        foreach (var operation in Operations.WithFunctions(Operations.Outermost(body)))
            if (SymbolEqualityComparer.Default.Equals(Variable(operation), variable) && !body.Syntax.Span.Contains(operation.Syntax.Span) && Assignments.Of(operation).IsRead)
                return true;
        return false;
    }
}
