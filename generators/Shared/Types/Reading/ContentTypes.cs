using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The contents of messages to models: texts, images, files. Their package knows how to read and write them.</summary>
internal static class ContentTypes
{
    private const string Namespace = "global::Microsoft.Extensions.AI.";

    /// <summary>The model of such a type, or <see langword="null"/> for all other types.</summary>
    public static TypeNode? Find(INamedTypeSymbol type, JsonScope scope)
    {
        var name = TypeNames.CSharp(type);
        if (!name.StartsWith(Namespace, StringComparison.Ordinal) || !IsContent(type))
            return null;
        return TypeNode.Of(new ConverterModel
        {
            Key = scope.Key(type),
            CSharpName = name,
            Metadata = scope.Metadata,
            Converter = "",
            Factory = $"global::Agnt5.Generated.GeneratedJson.Content<{name}>",
        });
    }

    private static bool IsContent(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (TypeNames.CSharp(current) == Namespace + "AIContent")
                return true;
        return false;
    }
}
