using System.Collections.Immutable;
using Agnt5.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Benchmarks.Generating;

/// <summary>A project in memory that the generator runs on, with one file that has nothing to do with components.</summary>
internal sealed class GeneratorProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    // Only the framework and the SDK: other assemblies of this program would add their components.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Append(typeof(ServerlessEndpoint).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly SyntaxTree _unrelated = Unrelated("public static int Answer() => 42;");
    private int _edits;

    public GeneratorProject(IEnumerable<string> sources)
    {
        Compilation = CSharpCompilation.Create(
            "Shop",
            [.. sources.Select(Parse), _unrelated],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The project as it was just opened.</summary>
    public Compilation Compilation { get; }

    /// <summary>The project after a keystroke in a method of the unrelated file.</summary>
    public Compilation EditBody() => Edit($"public static int Answer() => {++_edits};");

    /// <summary>The project after the unrelated file got another method.</summary>
    public Compilation EditDeclarations() => Edit($"public static int Answer{++_edits}() => 42;");

    public static GeneratorDriver CreateDriver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new ComponentGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    private Compilation Edit(string member) => Compilation.ReplaceSyntaxTree(_unrelated, Unrelated(member));

    private static SyntaxTree Unrelated(string member) => Parse($$"""namespace Shop; internal static class Unrelated { {{member}} }""");

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);
}
