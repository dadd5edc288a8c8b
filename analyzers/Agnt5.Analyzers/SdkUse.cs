using System.Runtime.CompilerServices;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers;

/// <summary>
/// Whether a project uses the SDK that it references. Many projects of a solution reference it by way of others and name nothing of it: there the analyzers look at no code, but for those that
/// also report what a project does with the components of others. Code of the SDK is named, by its namespace or by a method with that word, or called by the name of a durable call, on a context
/// that a lambda of somebody else's method gets.
/// </summary>
internal static class SdkUse
{
    private static readonly string[] Words = ["Agnt5", .. DurableCallTable.All.Select(static spec => spec.Method), "\\u", "\\U"];

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> PerTree = new();
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> PerCompilation = new();

    /// <summary>The known types of a project that uses the SDK, or whose code runs in WebAssembly, where all of it is looked at.</summary>
    public static KnownSymbols? Find(Compilation compilation, AnalyzerOptions options) =>
        KnownSymbols.Of(compilation) is { } known
        && (PerCompilation.GetValue(compilation, static compilation => new(compilation.SyntaxTrees.Any(IsIn))).Value
            || TargetHosts.IncludeWasm(compilation, options.AnalyzerConfigOptionsProvider.GlobalOptions))
            ? known
            : null;

    private static bool IsIn(SyntaxTree tree) => PerTree.GetValue(tree, static tree => new(HasWord(tree))).Value;

    // The generator's own files are there in any case.
    private static bool HasWord(SyntaxTree tree)
    {
        if (Path.GetFileName(tree.FilePath).StartsWith("Agnt5.", StringComparison.Ordinal) && GeneratedFile.Is(tree))
            return false;
        var text = tree.GetText().ToString();
        return Words.Any(text.Contains);
    }
}
