using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>Edits of a project, as an editor makes them, and what the generator wrote.</summary>
internal static class Edits
{
    /// <summary>Gives one file another text.</summary>
    public static Compilation Of(Compilation compilation, int file, string source)
    {
        var tree = compilation.SyntaxTrees.ElementAt(file);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options, tree.FilePath));
    }

    /// <summary>The same source in new trees, so that nothing is remembered.</summary>
    public static Compilation Reparsed(Compilation compilation)
    {
        for (var i = 0; i < compilation.SyntaxTrees.Count(); i++)
            compilation = Of(compilation, i, compilation.SyntaxTrees.ElementAt(i).ToString());
        return compilation;
    }

    /// <summary>The generated files.</summary>
    public static Dictionary<string, string> Files(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());
}
