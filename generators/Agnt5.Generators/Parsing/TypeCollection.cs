using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Gathers the types of one component or call.</summary>
internal sealed class TypeCollection(KnownSymbols known, CancellationToken cancellationToken)
{
    private readonly List<TypeModel> _models = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public KnownSymbols Known { get; } = known;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether code can be generated for all types so far.</summary>
    public bool AreSound { get; private set; } = true;

    /// <summary>The rules for reading the project's types.</summary>
    public JsonScope Scope { get; } = new(known, known.Rules, cancellationToken);

    public EquatableArray<TypeModel> Models => _models.ToEquatableArray();

    /// <summary>Adds a type and all that it reaches.</summary>
    public TypeUse Add(ITypeSymbol type, JsonUse use)
    {
        var exploration = WireTypes.Explore(type, "", use, Known, CancellationToken);
        AreSound &= exploration.IsSound;
        foreach (var model in exploration.Types)
            Add(model);
        return exploration.Root;
    }

    /// <summary>The use of a type at its place.</summary>
    public TypeUse Use(ITypeSymbol type) => Scope.Use(type);

    /// <summary>Marks that no code can be generated, for a reason that is not in a type.</summary>
    public void Refuse() => AreSound = false;

    public void Add(TypeModel model)
    {
        if (_keys.Add(model.Key))
            _models.Add(model);
    }

    /// <summary>Finds the model of a type that was added.</summary>
    public TypeModel? Find(TypeUse use) => _models.FirstOrDefault(model => model.Key == use.Key);
}
