using System.Collections.Immutable;
using Agnt5.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Benchmarks.Generating;

/// <summary>A project in memory that the generator runs on, with one file that has nothing to do with components.</summary>
internal sealed class GeneratorProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    // The framework and the SDK; what else stands beside this program would bring its own components along.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Append(typeof(ServerlessEndpoint).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ImmutableArray<SyntaxTree> _components;
    private readonly SyntaxTree _unrelated = Parse("namespace Shop; internal static class Unrelated { public static int Answer() => 41; }");
    private readonly SyntaxTree _unrelatedEdited = Parse("namespace Shop; internal static class Unrelated { public static int Answer() => 42; }");

    public GeneratorProject(int components)
    {
        _components = [.. ComponentSources.Create(components).Select(Parse)];
        Compilation = Compile();
    }

    public Compilation Compilation { get; }

    /// <summary>The project as if it had just been opened: nothing about it is bound yet.</summary>
    public Compilation Compile() => CSharpCompilation.Create(
        "Shop", [.. _components, _unrelated], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The project after a keystroke in the unrelated file.</summary>
    public Compilation EditUnrelated() => Compilation.ReplaceSyntaxTree(_unrelated, _unrelatedEdited);

    public static GeneratorDriver CreateDriver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new ComponentGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);
}
