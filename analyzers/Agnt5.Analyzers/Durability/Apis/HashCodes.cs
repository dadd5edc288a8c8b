using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4006: hash codes that differ in each process. Those of numbers, dates and Guids do not.</summary>
internal static class HashCodes
{
    public static void Inspect(IInvocationOperation call, BodyRules rules, CodeUnit unit)
    {
        if (!DiffersInEachProcess(call))
            return;
        // If it is a part of a key, the finding is about the key.
        if (!UnstableKey.IsInKey(call, rules.Known))
            unit.Findings.Add(new(Rules.HashCode, OperationLocation.Of(call), Role.AnyBody, SymbolText.Of(call.TargetMethod)));
    }

    /// <summary>Whether a call returns a hash code that another process makes otherwise.</summary>
    public static bool DiffersInEachProcess(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: not ("GetHashCode" or "Combine" or "ToHashCode") } => false,
        { Name: "Combine" or "ToHashCode" } method => SymbolText.Is(method.ContainingType, "System", "HashCode"),
        // The compiler writes it for records, with the hash codes of their members, and in classes with that of the type.
        { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } =>
            !record.IsValueType || record.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false } field && DiffersInEachProcess(field.Type, call)),
        // Code of the project is read itself.
        { } method when IsOfProject(method, call) => false,
        { IsStatic: true, ContainingType: var type } => type.SpecialType == SpecialType.System_String || SymbolText.Is(type, "System.Runtime.CompilerServices", "RuntimeHelpers"),
        { ContainingType: { Name: "EqualityComparer" or "IEqualityComparer", TypeArguments: [var compared] } } => DiffersInEachProcess(compared, call),
        _ => call.Instance is { } instance && DiffersInEachProcess(Operations.Unwrap(instance).Type, call),
    };

    private static bool DiffersInEachProcess(ITypeSymbol? type, IOperation call) => type switch
    {
        null or { TypeKind: TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Dynamic } => false,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } => true,
        { SpecialType: not SpecialType.None } => false,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } and INamedTypeSymbol nullable => DiffersInEachProcess(nullable.TypeArguments[0], call),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => DiffersInEachProcess(element.Type, call)),
        { Name: "Uri" or "Type" or "StringComparer" } => type.ContainingNamespace is { Name: "System" },
        // A class of the project that has no hash code of its own gets one of its place in memory.
        { TypeKind: TypeKind.Class } when IsOfProject(type, call) => true,
        _ => false,
    };

    // In an editor, the source of a referenced project is no code of this one.
    private static bool IsOfProject(ISymbol symbol, IOperation call) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, call.SemanticModel?.Compilation.Assembly);
}
