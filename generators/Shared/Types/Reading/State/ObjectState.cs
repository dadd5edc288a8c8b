using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// Follows what the getters of an object read: state that comes back with the object, because JSON or the constructor sets it, or state that is lost. It goes by the syntax of the type, and
/// calls state lost only where code of the type, or of its callers, can change it.
/// </summary>
/// <param name="constructor">The constructor that reads the object.</param>
/// <param name="isReadBack">Whether JSON sets a member.</param>
internal sealed class ObjectState(
    INamedTypeSymbol type, IReadOnlyList<JsonMember> members, IMethodSymbol constructor, Func<JsonMember, bool> isReadBack, JsonScope scope)
{
    private readonly TypeSource _source = new(type, scope);
    private readonly HashSet<ISymbol> _written = new(
        members.Where(static member => !member.IsIgnored && member.Getter != GetterKind.None).Select(static member => member.Symbol), SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _told = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _judged = new(SymbolEqualityComparer.Default);
    private HashSet<ISymbol>? _carried;
    private StateWrites? _writes;
    private ReadingCode? _reading;
    private OwnValue? _own;

    private StateWrites Writes => _writes ??= new(_source.Pieces);

    private ReadingCode Reading => _reading ??= new(
        _source, constructor, piece => members.Any(member => member.Symbol.Name == piece.Name && isReadBack(member)), scope.CancellationToken);

    private OwnValue Own => _own ??= new(_source, Reading, constructor, scope);

    /// <summary>
    /// The state that a getter reads and that no JSON brings back, or <see langword="null"/> when there is none, none that is certain, or only state that an earlier getter was told for.
    /// </summary>
    public ISymbol? FindLost(JsonMember member)
    {
        if (_source.HasUnseenParts)
            return null;
        var visited = new HashSet<SyntaxNode>();
        foreach (var getter in _source.CodeOf(member.Symbol))
            if ((FindLost(getter.Code, getter, visited) ?? FindExposed(getter, member.Type)) is { } lost)
                return _told.Add(lost) ? lost : null;
        return null;
    }

    /// <summary>Whether a property with a value of its own, which JSON does not set, has the same value in the object that comes back.</summary>
    /// <param name="other">The code that may make another value, where it is known.</param>
    public bool IsAlike(JsonMember member, out string? other)
    {
        other = null;
        if (member.Symbol is not IPropertySymbol property || !IsInSource(property) || CanBeSetElsewhere(property))
            return false;
        if (_source.CodeOf(property).Any())
            return !IsLost(property);
        if (!Immutability.Stays(member.Type) || Writes.MayAssignElsewhere(property.Name))
            return false;
        foreach (var write in Writes.Of(property))
        {
            // A new array is there to be filled.
            if (write.Change != StateChange.Set || !Reading.Constructs(write.Piece) || write.Value is ArrayCreationExpressionSyntax { Initializer: null })
                return false;
            other = Own.FindOther(write) ?? FindLostBehind(write, [])?.Name;
            if (other is not null)
                return false;
        }

        return true;
    }

    /// <summary>The state that is lost among what code reads.</summary>
    /// <param name="around">The code that it is a part of.</param>
    private ISymbol? FindLost(SyntaxNode code, CodePiece around, HashSet<SyntaxNode> visited)
    {
        if (!visited.Add(code))
            return null;
        foreach (var name in OwnNames.In(code))
        {
            if (code != around.Code && around.Declares(name))
                continue;
            foreach (var read in Find(name, around))
            {
                var lost = read switch
                {
                    // It has a finding of its own.
                    _ when _written.Contains(read) => null,
                    IFieldSymbol or IParameterSymbol => IsLost(read) ? read : null,
                    IPropertySymbol property when JsonMember.StoresValue(property) => IsLost(read) ? read : null,
                    _ => _source.CodeOf(read).Select(piece => FindLost(piece.Code, piece, visited)).FirstOrDefault(static found => found is not null),
                };
                if (lost is not null)
                    return lost;
            }
        }

        return null;
    }

    private IEnumerable<ISymbol> Find(string name, CodePiece around)
    {
        var found = _source.Find(name, around.Level);
        if (found.Any())
            return found.Where(static member => member is { IsStatic: false } and (IFieldSymbol or IPropertySymbol) or IMethodSymbol);

        // A parameter of the primary constructor, which the object keeps.
        return around.Level.InstanceConstructors.FirstOrDefault(IsPrimary)?.Parameters.Where(parameter => parameter.Name == name) ?? [];
    }

    private bool IsPrimary(IMethodSymbol constructor) =>
        SymbolEqualityComparer.Default.Equals(constructor, constructor.ContainingType.InstanceConstructors[0])
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.CancellationToken) is TypeDeclarationSyntax;

    private bool IsLost(ISymbol state)
    {
        if (_judged.TryGetValue(state, out var known))
            return known;
        // Code that comes back to it while it is judged adds nothing.
        _judged.Add(state, false);
        return _judged[state] = Judge(state);
    }

    private bool Judge(ISymbol state)
    {
        if (_source.HasUnseenParts || !IsInSource(state) || IsCarried(state))
            return false;
        var writes = Writes.Of(state).Where(write => ChangeRule.Changes(write, state, scope)).ToArray();
        if (writes.Any(write => Reading.Sets(write.Piece) && !ConstantValue.IsLiteral(write.Value)))
            return false;
        var isCache = writes.Any(write => Reading.Gets(write.Piece));
        if (!isCache && CanBeSetElsewhere(state))
            return true;
        // Where the constructor makes it of its arguments, other ways to construct the object may only say the same in other words.
        var isOfArguments = writes.Any(write => Reading.Constructs(write.Piece) && Own.IsOfArguments(write) && !DiffersNextTime(write));
        return writes.Any(write => Reading.Constructs(write.Piece) || Reading.Sets(write.Piece) || Reading.Gets(write.Piece)
            ? DiffersNextTime(write)
            : !(isCache && ChangeRule.Clears(write)) && !(isOfArguments && write.IsConstruction));
    }

    private bool DiffersNextTime(StateWrite write)
    {
        var visited = new HashSet<SyntaxNode>();
        return FindLostBehind(write, visited) is not null
            || Variables.Behind(write.Value, write.Piece).Any(value => Unrepeatable.IsIn(value) || Own.IsCounted(value, write.Piece))
            || visited.Any(static code => code is MethodDeclarationSyntax && Unrepeatable.IsIn(code));
    }

    private ISymbol? FindLostBehind(StateWrite write, HashSet<SyntaxNode> visited) =>
        Variables.Behind(write.Value, write.Piece).Select(value => FindLost(value, write.Piece, visited)).FirstOrDefault(static lost => lost is not null);

    // What JSON sets has the value of its member; what its getter reads has it before it was written.
    private bool IsCarried(ISymbol state)
    {
        if (_carried is null)
        {
            _carried = new(SymbolEqualityComparer.Default);
            foreach (var member in members.Where(isReadBack))
            {
                _carried.Add(member.Symbol);
                foreach (var getter in _source.CodeOf(member.Symbol))
                    AddRead(getter, []);
            }
        }

        return _carried.Contains(state);
    }

    private void AddRead(CodePiece piece, HashSet<SyntaxNode> visited)
    {
        if (!visited.Add(piece.Code))
            return;
        foreach (var read in OwnNames.In(piece.Code).SelectMany(name => Find(name, piece)))
        {
            _carried!.Add(read);
            foreach (var code in _source.CodeOf(read))
                AddRead(code, visited);
        }
    }

    /// <summary>The collection or object that a getter gives to callers, who alone can put something into it.</summary>
    private ISymbol? FindExposed(CodePiece getter, ITypeSymbol returned) =>
        ExposedState.FindReturned(getter.Code) is { } name
        && Find(name.Identifier.ValueText, getter).FirstOrDefault() is IFieldSymbol field
        && CollectionTypes.CanBeFilled(returned) && !IsCarried(field)
        && Writes.Of(field).Any() && Writes.Of(field).All(static write => write.Change == StateChange.Set && ConstantValue.IsEmpty(write.Value))
            ? field
            : null;

    private bool IsInSource(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, scope.Known.Compilation.Assembly);

    private static bool CanBeSetElsewhere(ISymbol state) => state switch
    {
        IFieldSymbol field => !field.IsReadOnly && IsOpen(field.DeclaredAccessibility),
        IPropertySymbol { SetMethod: { } setter } => IsOpen(setter.DeclaredAccessibility),
        _ => false,
    };

    private static bool IsOpen(Accessibility accessibility) => accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
