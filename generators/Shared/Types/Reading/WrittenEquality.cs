using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Finds the members that make two values of a type equal, where the compiler or the run time compares them: in records, tuples, and structs without an equality of their own.</summary>
internal static class WrittenEquality
{
    /// <summary>Whether the value that a member returns is compared.</summary>
    public static bool Compares(JsonMember member)
    {
        var type = member.Symbol.ContainingType;
        return member.HasStorage
            && member.Getter == GetterKind.Direct
            && (type.IsTupleType || ((type.IsRecord || type.IsValueType) && ReturnsWhatIsStored(member.Symbol) && IsFromCompiler(type, "Equals") && IsFromCompiler(type, "GetHashCode")));
    }

    // 'get => field ?? Make()' returns something else than what is stored.
    private static bool ReturnsWhatIsStored(ISymbol member) =>
        member is not IPropertySymbol { GetMethod: { } getter }
        || getter.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is not (AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } or ArrowExpressionClauseSyntax));

    private static bool IsFromCompiler(INamedTypeSymbol type, string method) =>
        type.GetMembers(method).All(static declared =>
            declared.IsStatic || declared.IsImplicitlyDeclared || declared.GetAttributes().Any(static data => data.AttributeClass is { Name: "CompilerGeneratedAttribute" }));
}
