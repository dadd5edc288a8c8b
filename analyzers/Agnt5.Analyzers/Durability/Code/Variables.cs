using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>The variables of a member and of the functions in it, noted while the member is read.</summary>
internal sealed class Variables
{
    private static readonly IReadOnlyList<IOperation> None = [];

    private readonly Dictionary<ISymbol, List<SyntaxNode>> _writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initial = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _builders = new(SymbolEqualityComparer.Default);

    public void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.Initializer is { Value: { } value })
            _initial[declarator.Symbol] = value;
    }

    public void Note(IOperation reference, ISymbol variable, ITypeSymbol type)
    {
        if (Assignments.Of(reference).IsWritten)
            Add(_writes, variable, reference.Syntax);
        if (type.Name == "StringBuilder")
            Add(_builders, variable, reference);
    }

    /// <summary>The value of a variable that is written once, where it is declared; otherwise <see langword="null"/>.</summary>
    public IOperation? ValueOf(ILocalSymbol variable) => !_writes.ContainsKey(variable) && _initial.TryGetValue(variable, out var value) ? value : null;

    /// <summary>The value that a variable is declared with, even if something writes it later.</summary>
    public IOperation? InitialOf(ILocalSymbol variable) => _initial.TryGetValue(variable, out var value) ? value : null;

    /// <summary>Whether a variable keeps the value that it is declared with.</summary>
    public bool IsWrittenOnce(ILocalSymbol variable) => !_writes.ContainsKey(variable);

    /// <summary>Whether a parameter keeps the value that the caller gave.</summary>
    public bool IsKept(IParameterSymbol parameter) => !_writes.ContainsKey(parameter);

    /// <summary>Whether a piece of code writes a variable.</summary>
    public bool IsWrittenIn(ISymbol variable, SyntaxNode code) =>
        _writes.TryGetValue(variable, out var writes) && writes.Any(write => code.Span.Contains(write.Span));

    /// <summary>The uses of a builder of texts.</summary>
    public IReadOnlyList<IOperation> UsesOf(ISymbol builder) => _builders.TryGetValue(builder, out var uses) ? uses : None;

    private static void Add<T>(Dictionary<ISymbol, List<T>> lists, ISymbol variable, T item)
    {
        if (!lists.TryGetValue(variable, out var list))
            lists.Add(variable, list = []);
        list.Add(item);
    }
}
