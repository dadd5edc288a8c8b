using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The <c>JsonSerializerContext</c>s that the project wrote, and the types that they cover: those that are listed, and the objects that these reach.</summary>
internal sealed class JsonContexts
{
    // A value of JsonSourceGenerationMode.
    private const int SerializationOnly = 2;

    private readonly Dictionary<ITypeSymbol, JsonRules> _covering = new(SymbolEqualityComparer.Default);

    private JsonContexts()
    {
    }

    public static JsonContexts Find(KnownSymbols known)
    {
        var contexts = new JsonContexts();
        if (known.JsonSerializerContext is null || known.JsonSerializableAttribute is null)
            return contexts;

        // In the order of their names, so that the first of several contexts that cover a type is the same wherever the files stand.
        var found = ContextDeclarations.TypesIn(known.Compilation)
            .Where(type => SymbolEqualityComparer.Default.Equals(type.BaseType, known.JsonSerializerContext) && Barrier.Find(type, known) is null)
            .OrderBy(TypeNames.CSharp, StringComparer.Ordinal);
        foreach (var context in found)
            contexts.Add(context, known);
        return contexts;
    }

    /// <summary>The rules of the context that covers a type, or <see langword="null"/> when none does.</summary>
    public JsonRules? FindCovering(ITypeSymbol type) => _covering.TryGetValue(type, out var rules) ? rules : null;

    private void Add(INamedTypeSymbol context, KnownSymbols known)
    {
        var listed = context.GetAttributes()
            .Where(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.JsonSerializableAttribute) && !IsForWritingOnly(data))
            .Select(static data => data.ConstructorArguments is [{ Value: ITypeSymbol type }] ? type : null)
            .OfType<ITypeSymbol>()
            .ToArray();
        if (listed.Length == 0)
            return;

        var scope = new JsonScope(known, ContextRules.Of(context, known), CancellationToken.None);
        var reached = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in listed)
        {
            Cover(type, scope.Rules);
            CoverWhatIsReached(type, scope, reached);
        }
    }

    private void CoverWhatIsReached(ITypeSymbol type, JsonScope scope, HashSet<ITypeSymbol> reached)
    {
        var plain = TypeNames.WithoutOwnNullability(type);
        if (!reached.Add(plain))
            return;
        var node = scope.Known.TypeNodes.Get(plain, scope);
        if (node.Model is ObjectModel)
            Cover(plain, scope.Rules);
        foreach (var edge in node.Edges)
            CoverWhatIsReached(edge.Type, scope, reached);
    }

    private void Cover(ITypeSymbol type, JsonRules rules)
    {
        if (!_covering.ContainsKey(type))
            _covering.Add(type, rules);
    }

    private static bool IsForWritingOnly(AttributeData data) =>
        JsonAttributes.Named<int>(data, "GenerationMode") == SerializationOnly;
}
