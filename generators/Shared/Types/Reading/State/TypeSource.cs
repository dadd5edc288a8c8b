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
    private bool? _hasUnseenParts;

    public TypeSource(INamedTypeSymbol type, JsonScope scope)
    {
        _cancellationToken = scope.CancellationToken;
        _levels = [.. JsonMembers.BaseTypes(type).TakeWhile(level => SymbolEqualityComparer.Default.Equals(level.ContainingAssembly, scope.Known.Compilation.Assembly))];
    }

    /// <summary>
    /// Whether a source generator writes parts of the types, by attributes on fields or partial members. No other generator sees those parts, and the analyzers do.
    /// </summary>
    public bool HasUnseenParts => _hasUnseenParts ??= _levels.Any(static level => level.GetMembers().Any(IsCompletedElsewhere));

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

    /// <summary>Pieces of code, and the methods of the types that they call, and so on.</summary>
    public IEnumerable<CodePiece> WithCalls(Func<CodePiece, bool> begins)
    {
        var found = new Dictionary<SyntaxNode, CodePiece>();
        var unread = new Stack<CodePiece>(Pieces.Where(begins));
        while (unread.Count > 0)
        {
            var piece = unread.Pop();
            if (found.ContainsKey(piece.Code))
                continue;
            found.Add(piece.Code, piece);
            foreach (var name in OwnNames.In(piece.Code))
                foreach (var method in Find(name, piece.Level).OfType<IMethodSymbol>())
                    foreach (var called in CodeOf(method))
                        unread.Push(called);
        }

        return found.Values;
    }

    private CodePiece? PieceOf(ISymbol member, SyntaxNode declaration) => (member, declaration) switch
    {
        (IPropertySymbol, PropertyDeclarationSyntax property) when GetterOf(property) is { } getter => new(member.ContainingType, CodeRole.Getter, member.Name, getter),
        (IMethodSymbol, MethodDeclarationSyntax method) => new(member.ContainingType, CodeRole.Method, member.Name, method),
        _ => null,
    };

    private static bool IsCompletedElsewhere(ISymbol member) => member is IPropertySymbol { IsPartialDefinition: true, PartialImplementationPart: null }
        || (member is IFieldSymbol { IsImplicitlyDeclared: false } && member.GetAttributes().Any(static data => data.AttributeClass is { } attribute && !IsOfSystem(attribute)));

    private static bool IsOfSystem(INamedTypeSymbol attribute)
    {
        var space = attribute.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" };
    }

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
