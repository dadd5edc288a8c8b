using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Decides whether a place in code changes what is stored, and not only uses it.</summary>
internal static class ChangeRule
{
    // Of collections of .NET, apart from those that change one wherever they are called.
    private static readonly HashSet<string> ChangingForEffect = new(StringComparer.Ordinal)
    {
        "ExceptWith", "IntersectWith", "Reverse", "Set", "SetAll", "SetValue", "Sort", "SymmetricExceptWith", "UnionWith", "Write", "WriteLine",
    };

    public static bool Changes(StateWrite write, ISymbol state, JsonScope scope)
    {
        if (write.Change is StateChange.Set or StateChange.SetPart)
            return true;
        var type = state switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => ((IParameterSymbol)state).Type,
        };
        // Immutable collections only return new ones.
        if (type.ContainingNamespace?.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen")
            return false;
        if (write.Change == StateChange.Call)
            return write.Method != "Append" || type.Name == "StringBuilder";
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && (SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, scope.Known.Compilation.Assembly)
            ? IsChangedBy(write.Method!, named, scope)
            : ChangingForEffect.Contains(write.Method!));
    }

    /// <summary>Whether an empty value is made of it: what a cache does to itself when it is out of date.</summary>
    public static bool Clears(StateWrite write) =>
        write.Change is StateChange.Call or StateChange.CallForEffect ? write.Method is "Clear" or "Remove" or "RemoveAll" or "TryRemove"
        : write.Change == StateChange.Set && (ConstantValue.IsLiteral(write.Value) || ConstantValue.IsEmpty(write.Value));

    /// <summary>Whether a method of a type of this project, or another that it calls on the same object, changes anything of that.</summary>
    public static bool IsChangedBy(string method, INamedTypeSymbol type, JsonScope scope)
    {
        var source = new TypeSource(type, scope);
        return new StateWrites(source.WithCalls(piece => piece.Role == CodeRole.Method && piece.Name == method)).HasChanges;
    }
}
