using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators;

/// <summary>AGT1019: generated code needs C# 12. In a project with an older one nothing is generated but the bodies of agents.</summary>
internal static class OldLanguage
{
    /// <summary>The version of a project that uses Agnt5, if it is too old.</summary>
    public static string? Of(Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: var version } && IsTooOld(version) && KnownSymbols.Of(compilation) is not null
            ? version.ToDisplayString()
            : null;

    /// <summary>Whether a node is in such a project.</summary>
    public static bool Has(SyntaxNode node) => node.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var version } && IsTooOld(version);

    private static bool IsTooOld(LanguageVersion version) => version < LanguageVersion.CSharp12;
}
