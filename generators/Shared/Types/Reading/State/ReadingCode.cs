using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Sorts an object's code by when it runs: while the object is read from JSON, when a getter is called, or at any other time.</summary>
internal sealed class ReadingCode
{
    private readonly TypeSource _source;
    private readonly HashSet<SyntaxNode> _construction;
    private readonly HashSet<SyntaxNode> _setters;
    private readonly HashSet<SyntaxNode> _getters;

    /// <param name="constructor">The constructor that reads the object.</param>
    /// <param name="isReadBack">Whether JSON sets the property of a setter.</param>
    public ReadingCode(TypeSource source, IMethodSymbol constructor, Func<CodePiece, bool> isReadBack, CancellationToken cancellationToken)
    {
        _source = source;
        // Which constructors of base types run is not followed, nor which others of the type itself are called with 'this'.
        var own = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        var callsOthers = own is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.ValueText: "this" };
        _construction = WithCalls(piece => piece.Role == CodeRole.Initializer
            || (piece.Role == CodeRole.Constructor && (piece.Code == own || callsOthers || !SymbolEqualityComparer.Default.Equals(piece.Level, constructor.ContainingType))));
        _setters = WithCalls(piece => piece.Role == CodeRole.Setter && isReadBack(piece));
        _getters = WithCalls(static piece => piece.Role == CodeRole.Getter);
    }

    /// <summary>Whether code runs when the object is constructed.</summary>
    public bool Constructs(CodePiece piece) => _construction.Contains(piece.Code);

    /// <summary>Whether code runs when JSON sets a member.</summary>
    public bool Sets(CodePiece piece) => _setters.Contains(piece.Code);

    /// <summary>Whether code runs when a getter is called.</summary>
    public bool Gets(CodePiece piece) => _getters.Contains(piece.Code);

    private HashSet<SyntaxNode> WithCalls(Func<CodePiece, bool> begins)
    {
        var found = new HashSet<SyntaxNode>();
        var unread = new Stack<CodePiece>(_source.Pieces.Where(begins));
        while (unread.Count > 0)
        {
            var piece = unread.Pop();
            if (!found.Add(piece.Code))
                continue;
            foreach (var name in OwnNames.In(piece.Code))
                foreach (var method in _source.Find(name, piece.Level).OfType<IMethodSymbol>())
                    foreach (var called in _source.CodeOf(method))
                        unread.Push(called);
        }

        return found;
    }
}
