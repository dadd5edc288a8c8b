using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>A project after the generator ran.</summary>
internal sealed record GeneratedProject(ProjectUnderTest Project, CSharpCompilation Compilation, GeneratorDriverRunResult Result)
{
    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        Result.Results.Single().GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());

    /// <summary>The compiler's findings, without suggestions.</summary>
    public IEnumerable<Diagnostic> Problems => Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public BuiltProject Build()
    {
        Assert.Empty(Problems);
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = Compilation.Emit(assembly, xmlDocumentationStream: documentation);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        return new BuiltProject(Project, assembly.ToArray(), Encoding.UTF8.GetString(documentation.ToArray()));
    }
}
