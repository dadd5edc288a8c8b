using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Types;

/// <summary>The properties by which a diagnostic about a type informs the code fixes.</summary>
internal static class TypeProblemHints
{
    /// <summary>The property with the <c>JsonSerializerContext</c> that should cover the type.</summary>
    public const string Context = "Context";

    /// <summary>The declaration that has to change, if it is in this project.</summary>
    public static IEnumerable<Location> Locations(TypeProblem problem, Compilation compilation) =>
        problem.Cause?.Locations.Where(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)) ?? [];

    public static ImmutableDictionary<string, string?> Properties(TypeProblem problem) => problem.Context is { } context
        ? ImmutableDictionary<string, string?>.Empty.Add(Context, context)
        : ImmutableDictionary<string, string?>.Empty;
}
