using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// Finds what makes the value that a constructor or an initializer gives to a property another one when the object is read from the same JSON. Values of the constructor's arguments are the
/// same, whatever is called with them, unless something is known to be different each time.
/// </summary>
/// <param name="constructor">The constructor that reads the object.</param>
internal sealed class OwnValue(TypeSource source, ReadingCode reading, IMethodSymbol constructor, JsonScope scope)
{
    /// <summary>The code that may have another value the next time, or <see langword="null"/>.</summary>
    public string? FindOther(StateWrite write)
    {
        var visited = new HashSet<SyntaxNode>();
        return Variables.Behind(write.Value, write.Piece).Select(value => FindOther(value, write.Piece, source, visited)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>Whether the constructor that reads the object, or an initializer that sees its parameters, makes a value of them.</summary>
    public bool IsOfArguments(StateWrite write) => write.Change == StateChange.Set
        && Variables.Behind(write.Value, write.Piece).SelectMany(Variables.Names).Any(name => IsArgument(name, write.Piece));

    /// <summary>Whether a value is certain to be another each time: it counts in a static field, or calls a static object of this project that does.</summary>
    public bool IsCounted(ExpressionSyntax value, CodePiece piece) => value.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).Any(node => node switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step => StaticField(step.Operand, piece) is not null,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step => StaticField(step.Operand, piece) is not null,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } argument => StaticField(argument.Expression, piece) is not null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => StaticField(access.Expression, piece) is { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type }
            && (type is { Name: "Random", ContainingNamespace.Name: "System" } || ChangeRule.IsChangedBy(access.Name.Identifier.ValueText, type, scope)),
        _ => false,
    });

    private IFieldSymbol? StaticField(ExpressionSyntax expression, CodePiece piece) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var name } && !piece.Declares(name) && source.Find(name, piece.Level).FirstOrDefault() is IFieldSymbol { IsStatic: true } field
            ? field
            : null;

    private bool IsArgument(string name, CodePiece piece) =>
        constructor.Parameters.Any(parameter => parameter.Name == name)
        && (piece.Role == CodeRole.Initializer
            ? reading.Constructor is TypeDeclarationSyntax && SymbolEqualityComparer.Default.Equals(piece.Level, constructor.ContainingType)
            : piece.Code == reading.Constructor && !Variables.ValuesOf(name, piece.Code).Any());

    /// <param name="of">The type that the code belongs to: the object's own, or another of this project.</param>
    private string? FindOther(SyntaxNode code, CodePiece piece, TypeSource of, HashSet<SyntaxNode> visited)
    {
        if (!visited.Add(code))
            return null;
        foreach (var node in code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode))
        {
            if (Unrepeatable.Is(node))
                return node.ToString();
            var found = node switch
            {
                MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var type } } access when !piece.Declares(type) && !of.Find(type, piece.Level).Any() =>
                    SourceLookup.Find(type, piece.Level) is { } declared ? FindOtherOf(declared, access, visited) : Unrepeatable.DependsOnProcess(access) ? access.ToString() : null,
                ExpressionSyntax other when Unrepeatable.DependsOnProcess(other) => other.ToString(),
                IdentifierNameSyntax name when OwnNames.IsOwn(name) => FindOther(name, name.Identifier.ValueText, piece, of, visited),
                _ => null,
            };
            if (found is not null)
                return found;
        }

        return null;
    }

    private string? FindOtherOf(INamedTypeSymbol type, MemberAccessExpressionSyntax access, HashSet<SyntaxNode> visited)
    {
        var name = access.Name.Identifier.ValueText;
        return FindOther(access, name, new(type, CodeRole.Other, name, access), new TypeSource(type, scope), visited) is null ? null : access.ToString();
    }

    private string? FindOther(ExpressionSyntax use, string name, CodePiece piece, TypeSource of, HashSet<SyntaxNode> visited)
    {
        if (use is IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } && piece.Declares(name))
            return IsOfOtherConstructor(name, piece) ? name : null;
        var found = of.Find(name, piece.Level).ToArray();
        if (found.Length == 0)
            return piece.Role == CodeRole.Initializer && IsOfOtherPrimary(name, piece) ? name : null;
        return found.Any(member => IsOther(member, use, of, visited)) ? name : null;
    }

    private bool IsOther(ISymbol member, ExpressionSyntax use, TypeSource of, HashSet<SyntaxNode> visited) => member switch
    {
        IFieldSymbol { IsConst: true } => false,
        IFieldSymbol { IsStatic: true } field => !field.IsReadOnly || IsOtherObject(field, field.Type, use, of),
        IPropertySymbol { IsStatic: true } property when JsonMember.StoresValue(property) => property.SetMethod is not null || IsOtherObject(property, property.Type, use, of),
        IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } => of.CodeOf(member).Any(piece => FindOther(piece.Code, piece, of, visited) is not null),
        _ => false,
    };

    // What is called on a static object, or read of it, may be different each time.
    private bool IsOtherObject(ISymbol member, ITypeSymbol type, ExpressionSyntax use, TypeSource of) =>
        (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.CancellationToken) is { } declared && Unrepeatable.IsIn(declared))
        || (StaticObjects.IsUsed(use) && !StaticObjects.IsUnchanging(member, type, of));

    // Another constructor's arguments are not known when the object is read.
    private bool IsOfOtherConstructor(string name, CodePiece piece) =>
        piece.Code is ConstructorDeclarationSyntax other && other != reading.Constructor && SymbolEqualityComparer.Default.Equals(piece.Level, constructor.ContainingType)
        && other.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name);

    private bool IsOfOtherPrimary(string name, CodePiece piece) =>
        reading.Constructor is not TypeDeclarationSyntax && SymbolEqualityComparer.Default.Equals(piece.Level, constructor.ContainingType)
        && piece.Level.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(scope.CancellationToken) is TypeDeclarationSyntax { ParameterList: { } primary }
            && primary.Parameters.Any(parameter => parameter.Identifier.ValueText == name));
}
