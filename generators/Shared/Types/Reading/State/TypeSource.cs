using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// The source of an object's type and its base types, as far as they are in this project. A referenced assembly shows no private members, and its source, where an editor has it,
/// does not count: an editor and a build should say the same.
/// </summary>
internal sealed class TypeSource
{
    private readonly IReadOnlyList<INamedTypeSymbol> _levels;
    private readonly CancellationToken _cancellationToken;
    private IReadOnlyList<CodePiece>? _pieces;

    public TypeSource(INamedTypeSymbol type, JsonScope scope)
    {
        _cancellationToken = scope.CancellationToken;
        _levels = [.. JsonMembers.BaseTypes(type).TakeWhile(level => SymbolEqualityComparer.Default.Equals(level.ContainingAssembly, scope.Known.Compilation.Assembly))];
    }

    /// <summary>All code of the types.</summary>
    public IReadOnlyList<CodePiece> Pieces => _pieces ??= [.. _levels.SelectMany(PiecesOf)];

    /// <summary>The members that a name in the code of a level means: a field, a property, or the overloads of a method.</summary>
    public IEnumerable<ISymbol> Find(string name, INamedTypeSymbol level)
    {
        foreach (var declaring in _levels)
        {
            var members = declaring.GetMembers(name);
            if (members.IsEmpty || (members[0].DeclaredAccessibility == Accessibility.Private && !SymbolEqualityComparer.Default.Equals(declaring, level)))
                continue;
            return members;
        }

        return [];
    }

    /// <summary>The code of a member: a property's getter or a method's body.</summary>
    public IEnumerable<CodePiece> CodeOf(ISymbol member) => Declarations(member).Select(declaration => PieceOf(member, declaration)).OfType<CodePiece>();

    /// <summary>The code that runs when a constructor or a setter does.</summary>
    public static bool IsOf(CodePiece piece, ISymbol member, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(piece.Level, member.ContainingType)
        && member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is var declared && (declared == piece.Code || declared == piece.Code.Parent));

    private CodePiece? PieceOf(ISymbol member, SyntaxNode declaration) => (member, declaration) switch
    {
        (IPropertySymbol, PropertyDeclarationSyntax property) when GetterOf(property) is { } getter => new(member.ContainingType, CodeRole.Getter, member.Name, getter),
        (IMethodSymbol, MethodDeclarationSyntax method) => new(member.ContainingType, CodeRole.Method, member.Name, method),
        _ => null,
    };

    private IEnumerable<SyntaxNode> Declarations(ISymbol member)
    {
        var implemented = member switch
        {
            IPropertySymbol { PartialImplementationPart: { } part } => part,
            IMethodSymbol { PartialImplementationPart: { } part } => part,
            _ => member,
        };
        return implemented.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellationToken));
    }

    /// <summary>The code of a getter, or <see langword="null"/> when the compiler writes it.</summary>
    public static SyntaxNode? GetterOf(PropertyDeclarationSyntax property) =>
        (SyntaxNode?)property.ExpressionBody
        ?? property.AccessorList?.Accessors.FirstOrDefault(
            static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && (accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody) is not null);

    private IEnumerable<CodePiece> PiecesOf(INamedTypeSymbol level) => level.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(_cancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(static declaration => declaration.Members)
        .SelectMany(member => PiecesOf(member, level));

    private static IEnumerable<CodePiece> PiecesOf(MemberDeclarationSyntax member, INamedTypeSymbol level)
    {
        switch (member)
        {
            case FieldDeclarationSyntax fields:
                foreach (var field in fields.Declaration.Variables)
                    if (field.Initializer is { } value)
                        yield return new(level, CodeRole.Initializer, field.Identifier.ValueText, value.Value);
                break;
            case PropertyDeclarationSyntax property:
                var name = property.Identifier.ValueText;
                if (property.Initializer is { } initializer)
                    yield return new(level, CodeRole.Initializer, name, initializer.Value);
                if (property.ExpressionBody is { } body)
                    yield return new(level, CodeRole.Getter, name, body);
                foreach (var accessor in property.AccessorList?.Accessors ?? default)
                    if ((accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody) is not null)
                        yield return new(level, accessor.IsKind(SyntaxKind.GetAccessorDeclaration) ? CodeRole.Getter : CodeRole.Setter, name, accessor);
                break;
            case MethodDeclarationSyntax method:
                yield return new(level, CodeRole.Method, method.Identifier.ValueText, method);
                break;
            case ConstructorDeclarationSyntax constructor:
                yield return new(level, CodeRole.Constructor, ".ctor", constructor);
                break;
            default:
                yield return new(level, CodeRole.Other, "", member);
                break;
        }
    }
}
