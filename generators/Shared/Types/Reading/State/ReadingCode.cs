using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Sorts an object's code by when it runs: while the object is read from JSON, when a getter is called, or at any other time.</summary>
internal sealed class ReadingCode
{
    private readonly HashSet<SyntaxNode> _construction;
    private readonly HashSet<SyntaxNode> _setters;
    private readonly HashSet<SyntaxNode> _getters;

    /// <param name="constructor">The constructor that reads the object.</param>
    /// <param name="isReadBack">Whether JSON sets the property of a setter.</param>
    public ReadingCode(TypeSource source, IMethodSymbol constructor, Func<CodePiece, bool> isReadBack, CancellationToken cancellationToken)
    {
        // Which constructors of base types run is not followed, nor which others of the type itself are called with 'this'.
        var own = Constructor = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        var callsOthers = own is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.ValueText: "this" };
        _construction = Code(source, piece => piece.Role == CodeRole.Initializer
            || (piece.Role == CodeRole.Constructor && (piece.Code == own || callsOthers || !SymbolEqualityComparer.Default.Equals(piece.Level, constructor.ContainingType))));
        _setters = Code(source, piece => (piece.Role == CodeRole.Setter && isReadBack(piece)) || IsCalledByReader(piece));
        _getters = Code(source, static piece => piece.Role == CodeRole.Getter);
    }

    /// <summary>Whether code runs when the object is constructed.</summary>
    public bool Constructs(CodePiece piece) => _construction.Contains(piece.Code);

    /// <summary>Whether code runs when JSON sets a member, or by the interfaces for code that runs around reading.</summary>
    public bool Sets(CodePiece piece) => _setters.Contains(piece.Code);

    /// <summary>The declaration of the constructor that reads the object. A primary constructor is its type.</summary>
    public SyntaxNode? Constructor { get; }

    /// <summary>Whether code runs when a getter is called.</summary>
    public bool Gets(CodePiece piece) => _getters.Contains(piece.Code);

    private static HashSet<SyntaxNode> Code(TypeSource source, Func<CodePiece, bool> begins) => [.. source.WithCalls(begins).Select(static piece => piece.Code)];

    // What System.Text.Json calls around reading, by its interfaces.
    private static bool IsCalledByReader(CodePiece piece) => piece is { Role: CodeRole.Method, Name: "OnDeserialized" or "OnDeserializing" }
        && piece.Level.AllInterfaces.Any(implemented => implemented.Name == "IJson" + piece.Name);
}
