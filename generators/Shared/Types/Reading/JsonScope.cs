using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The scope for reading types: the compilation's symbols, and the rules.</summary>
internal sealed record JsonScope(KnownSymbols Known, JsonRules Rules, CancellationToken CancellationToken)
{
    /// <summary>A type as it is used at a member, an item, a parameter or a result.</summary>
    public TypeUse Use(ITypeSymbol type) => new(Key(type), TypeNames.CSharp(type), TypeNames.IsNullable(type));

    public string Key(ITypeSymbol type) => Rules.Context is { } context ? $"{context}|{TypeNames.Key(type)}" : TypeNames.Key(type);

    /// <summary>The metadata that the models of this scope have.</summary>
    public MetadataKind Metadata => Rules.Context is null ? MetadataKind.Own : MetadataKind.None;

    /// <summary>A member's, parameter's or tuple element's name in JSON.</summary>
    public string JsonName(string name) => JsonNames.Apply(Rules.Naming, name);
}
