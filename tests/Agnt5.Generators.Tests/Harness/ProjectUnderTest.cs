using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>A user's project: its source, and the settings of its project file.</summary>
internal sealed record ProjectUnderTest(params string[] Sources)
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsOfUsers(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public string AssemblyName { get; init; } = "My.App";

    /// <summary>The property of the project file; <see langword="null"/> when the build does not hand it on.</summary>
    public string? RootNamespace { get; init; } = "My.App";

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Whether the project has <c>GenerateDocumentationFile</c>.</summary>
    public bool GeneratesDocumentation { get; init; }

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp13;

    public bool ReferencesSdk { get; init; } = true;

    /// <summary>Whether the project has the gateway's client, and so stubs.</summary>
    public bool ReferencesClient { get; init; }

    /// <summary>Whether the project tests components.</summary>
    public bool ReferencesTesting { get; init; }

    /// <summary>Whether the project has the packages that serve: its endpoint, and a local AGNT5.</summary>
    public bool ReferencesServers { get; init; }

    public IReadOnlyList<BuiltProject> References { get; init; } = [];

    /// <summary>The XML files that the build finds next to references, and all other files that the project gives to the compiler.</summary>
    public IReadOnlyList<AdditionalFile> AdditionalFiles { get; init; } = [];

    public CSharpParseOptions ParseOptions => new(
        Language, GeneratesDocumentation ? DocumentationMode.Diagnose : DocumentationMode.None);

    /// <summary>The compilation as it enters the generator.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        AssemblyName,
        Sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Source{index}.cs")),
        Framework
            .Where(reference => ReferencesSdk || Path.GetFileName(reference.Display) != "Agnt5.dll")
            .Where(reference => ReferencesClient || Path.GetFileName(reference.Display) != "Agnt5.Client.dll")
            .Where(reference => ReferencesTesting || Path.GetFileName(reference.Display) != "Agnt5.Testing.dll")
            .Where(reference => ReferencesServers || Path.GetFileName(reference.Display) != "Agnt5.AspNetCore.dll")
            .Where(reference => ReferencesServers || ReferencesTesting || Path.GetFileName(reference.Display) != "Agnt5.Local.dll")
            .Concat(References.Select(static reference => reference.ToReference())),
        new CSharpCompilationOptions(
            OutputKind,
            nullableContextOptions: Nullable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            allowUnsafe: true,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    /// <summary>A driver as the compiler sets it up, which remembers why each stage ran.</summary>
    public GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new ComponentGenerator().AsSourceGenerator()],
        additionalTexts: AdditionalFiles,
        parseOptions: ParseOptions,
        optionsProvider: new ProjectOptions(RootNamespace),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public GeneratedProject Generate()
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        return new GeneratedProject(this, (CSharpCompilation)compilation, driver.GetRunResult());
    }

    /// <summary>Generates, compiles with warnings as errors and loads the project.</summary>
    public BuiltProject Build() => Generate().Build();

    private static bool IsOfUsers(string file) =>
        !file.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !file.StartsWith("xunit", StringComparison.Ordinal)
        && !file.StartsWith("Agnt5.Generators", StringComparison.Ordinal) && !file.StartsWith("Microsoft.TestPlatform", StringComparison.Ordinal)
        && !file.StartsWith("Microsoft.VisualStudio", StringComparison.Ordinal);

    private sealed class ProjectOptions(string? rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(rootNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new FileOptions((AdditionalFile)textFile);
    }

    private sealed class Options(string? rootNamespace) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = (key == "build_property.RootNamespace" ? rootNamespace : null)!;
            return value is not null;
        }
    }
    private sealed class FileOptions(AdditionalFile file) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = (key == "build_metadata.AdditionalFiles.Agnt5DocumentedAssembly" ? file.DocumentedAssembly : null)!;
            return value is not null;
        }
    }
}
