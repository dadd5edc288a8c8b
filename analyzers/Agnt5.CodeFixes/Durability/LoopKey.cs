using Agnt5.Analyzers.Durability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>The value that differs in each round of the loops around a call.</summary>
/// <param name="Value">The key as an expression of type string.</param>
/// <param name="Holes">The key as a part of an interpolated string.</param>
internal sealed record LoopKey(string Value, string Holes)
{
    /// <summary>The key, or <see langword="null"/> when a loop has no value that identifies the round. Nested loops form one key.</summary>
    public static LoopKey? Find(IOperation call)
    {
        var parts = new List<(string Text, bool IsString)>();
        for (var loop = Loops.FindRepeating(call); loop is not null; loop = Loops.FindRepeating(loop))
        {
            if (OfLoop(loop) is not { } part)
                return null;
            parts.Insert(0, part);
        }

        if (parts.Count == 0)
            return null;
        var holes = string.Join("-", parts.Select(static part => $"{{{part.Text}}}"));
        return new(parts is [{ IsString: true, Text: var text }] ? text : $"$\"{holes}\"", holes);
    }

    private static (string, bool)? OfLoop(IOperation loop) => loop switch
    {
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var item }, Syntax: ForEachStatementSyntax each } =>
            // A variable that is declared with var may always be null.
            OfItem(item.Name, each.Type.IsVar ? loop.SemanticModel.GetForEachStatementInfo(each).ElementType ?? item.Type : item.Type),
        IForLoopOperation counted => OfCounter(counted),
        IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters.Select(static item => OfItem(item.Name, item.Type)).FirstOrDefault(static key => key is not null),
        _ => null,
    };

    private static (string, bool)? OfCounter(IForLoopOperation loop)
    {
        foreach (var counter in loop.Locals)
            if (IsInteger(counter.Type) && loop.AtLoopBottom.SelectMany(Operations.WithoutFunctions).Any(operation => IsChange(operation, counter)))
                return (counter.Name, false);
        return null;
    }

    private static bool IsChange(IOperation operation, ILocalSymbol counter) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, counter) && Assignments.Of(reference).IsWritten;

    // The item itself, or its identifying member.
    private static (string, bool)? OfItem(string name, ITypeSymbol type)
    {
        if (IsKey(type))
            return (name, type.SpecialType == SpecialType.System_String);
        foreach (var member in new[] { "Id", "Key" })
            if (Member(type, member) is { } known && IsKey(known))
                return ($"{name}.{member}", known.SpecialType == SpecialType.System_String);
        return null;
    }

    private static ITypeSymbol? Member(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null && type.NullableAnnotation != NullableAnnotation.Annotated; current = current.BaseType)
            foreach (var member in current.GetMembers(name))
                if (member is IPropertySymbol { IsStatic: false, GetMethod: not null, Type: var read })
                    return read;
        return null;
    }

    private static bool IsKey(ITypeSymbol type) =>
        type.NullableAnnotation != NullableAnnotation.Annotated
        && (type.SpecialType == SpecialType.System_String || IsInteger(type) || type.TypeKind == TypeKind.Enum || SymbolText.Is(type, "System", "Guid"));

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
