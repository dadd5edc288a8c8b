using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Helpers to walk a tree of operations.</summary>
internal static class Operations
{
    /// <summary>The operation inside conversions and parentheses.</summary>
    public static IOperation Unwrap(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrap(parenthesized.Operand),
        IDelegateCreationOperation creation => Unwrap(creation.Target),
        _ => operation,
    };

    /// <summary>The first operation around this one that is not a conversion or parenthesis.</summary>
    public static IOperation? Consumer(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IDelegateCreationOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>The operation and all operations inside it in source order, without the functions in it.</summary>
    public static IEnumerable<IOperation> WithoutFunctions(IOperation operation) => Inside(operation, intoFunctions: false);

    /// <summary>The operation and all operations inside it in source order.</summary>
    public static IEnumerable<IOperation> WithFunctions(IOperation operation) => Inside(operation, intoFunctions: true);

    /// <summary>The function around an operation, or the body of the member.</summary>
    public static IOperation Root(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent && parent is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = parent;
        return current;
    }

    /// <summary>The body of the member around an operation.</summary>
    public static IOperation Outermost(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent)
            current = parent;
        return current;
    }

    /// <summary>The initial value of a variable in the member around an operation.</summary>
    public static IOperation? FindInitializer(ILocalSymbol variable, IOperation operation) =>
        variable.DeclaringSyntaxReferences is [var declaration]
        && operation.SemanticModel?.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value }
            ? Unwrap(value)
            : null;

    /// <summary>The method under which the code graph keeps its code: the definition of a generic or partial one, the static form of an extension.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        return original.PartialDefinitionPart ?? original;
    }

    private static IEnumerable<IOperation> Inside(IOperation operation, bool intoFunctions)
    {
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            var current = open.Pop();
            Work.Count(WorkKind.Operation);
            yield return current;
            foreach (var child in current.ChildOperations.Reverse())
                if (intoFunctions || child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    open.Push(child);
        }
    }
}
