using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Decides whether the value that a constructor or an initializer gives to a property is the same whenever the object is read from the same JSON.</summary>
/// <param name="constructor">The constructor that reads the object.</param>
internal sealed class OwnValue(TypeSource source, ReadingCode reading, IMethodSymbol constructor, JsonScope scope)
{
    public bool IsRepeatable(StateWrite write, ITypeSymbol type)
    {
        var followed = new HashSet<string>(StringComparer.Ordinal);
        return Is(write.Value);

        bool Is(ExpressionSyntax value) => !Unrepeatable.IsIn(value) && ConstantValue.IsRepeatable(value, type, IsSame);

        bool IsSame(string name, bool isUsed) => IsArgument(name, write.Piece)
            || (write.Piece.Declares(name) ? IsVariable(name) : IsConstant(name, write.Piece, isUsed));

        // A variable that gets one value.
        bool IsVariable(string name) => followed.Add(name)
            && Variables.ValuesOf(name, write.Piece.Code).ToArray() is [var value] && value.Parent is EqualsValueClauseSyntax && Is(value);
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

    // What is called on an object, or read of it, may be different each time.
    private bool IsConstant(string name, CodePiece piece, bool isUsed) => source.Find(name, piece.Level).FirstOrDefault() switch
    {
        IFieldSymbol { IsConst: true } => true,
        IFieldSymbol { IsStatic: true, IsReadOnly: true } field => (!isUsed || IsPlain(field.Type)) && !IsUnrepeatable(field),
        _ => false,
    };

    private bool IsUnrepeatable(IFieldSymbol field) => field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.CancellationToken) is { } declared && Unrepeatable.IsIn(declared);

    private static bool IsPlain(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String;
}
