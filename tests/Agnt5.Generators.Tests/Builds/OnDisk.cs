using Agnt5.Tests.Shared;

namespace Agnt5.Generators.Tests.Builds;

/// <summary>A project that the .NET SDK builds.</summary>
/// <param name="Name">Its name, which is the assembly's and the root namespace's.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Files">Its files: name and text.</param>
internal sealed record OnDisk(string Name, string Properties, params (string Name, string Text)[] Files)
{
    /// <summary>Everything that generated code must not add a warning to.</summary>
    private const string Strict = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>"
        + "<GenerateDocumentationFile>true</GenerateDocumentationFile><CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>";

    private const string Ordinary = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>";

    private const string Hidden = "public static class Orders { [Agnt5.Function] public static int Count() => 1; [Agnt5.Function] private static int Hidden() => 1; }";

    public string Extension { get; init; } = ".csproj";

    public string Items { get; init; } = "";

    /// <summary>Projects in each version of C# that the SDK offers from 12 on.</summary>
    public static IReadOnlyList<OnDisk> InEachLanguage { get; } =
    [
        .. from form in (string[])["12-disable", "12-enable", "13-disable", "14-enable", "latest-disable", "preview-disable"]
           let parts = form.Split('-')
           select new OnDisk($"CSharp-{form}", $"<LangVersion>{parts[0]}</LangVersion><Nullable>{parts[1]}</Nullable>{Strict}", ("Awkward.cs", AwkwardSource.Text)),
    ];

    /// <summary>The types of the corpus, in the oldest C# and the newest.</summary>
    public static IReadOnlyList<OnDisk> Corpora { get; } =
    [
        new("Agnt5.TypeCorpus.Snake", Ordinary) { Items = Sources("Agnt5.TypeCorpus.Snake") },
        .. from language in (string[])["12", "preview"]
           select new OnDisk($"Corpus-{language}", $"<LangVersion>{language}</LangVersion>{Ordinary}")
           {
               // Without its program, which serves unsigned requests as no user should (AGT5002).
               Items = Sources("Agnt5.TypeCorpus/Types") + "<ProjectReference Include=\"../Agnt5.TypeCorpus.Snake/Agnt5.TypeCorpus.Snake.csproj\" />",
           },
    ];

    /// <summary>Projects whose names, or the names around them, are awkward.</summary>
    public static IReadOnlyList<OnDisk> Named { get; } =
    [
        new("class", Strict, ("Orders.cs", Plain("class"))),
        new("record", Strict, ("Orders.cs", Plain("record"))),
        new("4th.my-app.v2", Strict, ("Orders.cs", Plain("fourth"))),
        new(
            "Shared.Library",
            Strict + "<RootNamespace>Shop</RootNamespace>",
            ("Orders.cs", Plain("library")),
            ("Friends.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shared.App\")]")),
        new(
            "Shared.App",
            Strict + "<RootNamespace>Shop</RootNamespace><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>",
            ("Orders.cs", Plain("app")),
            ("Program.cs", """
                #pragma warning disable CA1515, CS1591
                namespace Shop;
                internal static class Program { private static int Main() => Agnt5Components.Catalog.Components.Count; }
                """)) { Items = "<ProjectReference Include=\"../Shared.Library/Shared.Library.csproj\" />" },
    ];

    /// <summary>Projects that have a broken component, and settings by which no analyzer reports it.</summary>
    public static IReadOnlyList<OnDisk> Silenced { get; } =
    [
        new("Off", "<RunAnalyzers>false</RunAnalyzers>", ("Orders.cs", Hidden)),
        new("Off.InBuilds", "<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild><NoWarn>$(NoWarn);AGT1015</NoWarn><WarningsNotAsErrors>AGT1015</WarningsNotAsErrors>", ("Orders.cs", Hidden)),
        new("Off.Implicitly", "<IsImplicitlyTriggeredBuild>true</IsImplicitlyTriggeredBuild>", ("Orders.cs", Hidden)),
        new("NoWarn", "<NoWarn>$(NoWarn);AGT1001;AGT1015</NoWarn>", ("Orders.cs", Hidden)),
        new("Bulk", "", ("Orders.cs", Hidden), (".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.severity = suggestion\ndotnet_diagnostic.AGT1015.severity = none\n")),
        new("Category", "", ("Orders.cs", Hidden), (".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Agnt5.Declarations.severity = suggestion\n")),
        new("Global", "", ("Orders.cs", Hidden), (".globalconfig", "is_global = true\ndotnet_diagnostic.AGT1001.severity = none\ndotnet_diagnostic.AGT1015.severity = none\n")),
        new("Pragma", "", ("Orders.cs", "#pragma warning disable\n" + Hidden)),
        new("Suppressed", "", ("Orders.cs", Hidden), ("Suppressions.cs", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Agnt5\", \"AGT1001\")]")),
        new("Marked", "", ("Orders.cs", "// <auto-generated/>\n" + Hidden)),
    ];

    /// <summary>A project whose broken component an analyzer reports.</summary>
    public static OnDisk Told { get; } = new("Told", "", ("Orders.cs", Hidden));

    /// <summary>A project for WebAssembly and elsewhere, which says so in a list.</summary>
    public static OnDisk Several { get; } = new(
        "Several",
        "<RuntimeIdentifiers>linux-x64;browser-wasm</RuntimeIdentifiers>",
        ("Orders.cs", """
            using System.Threading.Tasks;
            public static class Orders { [Agnt5.Workflow] public static Task<int> Count(Agnt5.WorkflowContext ctx, double of) => Task.FromResult((int)of); }
            """),
        (".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AGT4023.severity = warning\n"));

    public static OnDisk Old { get; } = new(
        "Old",
        "<LangVersion>10</LangVersion>",
        ("Orders.cs", "public static class Orders { [Agnt5.Function] public static int Count() => 1; public static object Served => Agnt5Components.Catalog; }"));

    /// <summary>A project with components in an extension block, which only the newer compilers know.</summary>
    public static OnDisk Extended { get; } = new("Extended", "<LangVersion>14</LangVersion>", ("Orders.cs", """
        public static class Orders
        {
            extension(string name)
            {
                [Agnt5.Function] public static int Count(int from) => from;
                [Agnt5.Function] public int Long() => name.Length;
            }
        }
        """));

    public static IReadOnlyList<OnDisk> VisualBasic { get; } =
    [
        new("Basic", "", ("Orders.vb", "Public Module Orders\n    <Agnt5.[Function]>\n    Public Function Total(count As Integer) As Integer\n        Return count\n    End Function\nEnd Module\n"))
        {
            Extension = ".vbproj",
        },
        new("Basic.Plain", "", ("Orders.vb", "Public Class Order\n    Public Property Id As String\nEnd Class\n")) { Extension = ".vbproj" },
    ];

    /// <summary>Projects that compile nothing, as those of the SDKs that only copy files, or build databases and installers.</summary>
    public static IReadOnlyList<OnDisk> CompilingNothing { get; } =
    [
        .. from language in (string[])["", "SQL"]
           select new OnDisk(
               $"Nothing{language}",
               $"<Language>{language}</Language><CustomAfterMicrosoftCommonTargets>$(MSBuildProjectDirectory)/nothing.targets</CustomAfterMicrosoftCommonTargets>",
               ("nothing.targets", """
                   <Project>
                     <Target Name="CreateManifestResourceNames" />
                     <Target Name="CoreCompile" />
                     <Target Name="CopyFilesToOutputDirectory" />
                   </Project>
                   """)) { Extension = ".proj" },
    ];

    public static IEnumerable<OnDisk> All => [.. InEachLanguage, .. Corpora, .. Named, .. Silenced, Told, Several, Old, Extended, .. VisualBasic, .. CompilingNothing];

    public static string Props(string configuration) => $"""
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <UseSharedCompilation>false</UseSharedCompilation>
            <Agnt5BuildTasks>{Built("generators/Agnt5.Build", configuration)}</Agnt5BuildTasks>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Agnt5.dll")}" />
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Microsoft.Extensions.AI.Abstractions.dll")}" />
          </ItemGroup>
        </Project>
        """;

    public static string Targets(string configuration) => $"""
        <Project>
          <ItemGroup Condition="'$(Language)' == 'C#'">
            <Analyzer Include="{Built("generators/Agnt5.Generators", configuration)}" />
            <Analyzer Include="{Built("analyzers/Agnt5.Analyzers", configuration)}" />
          </ItemGroup>
          <Import Project="{Path.Combine(RepositoryRoot.Folder, "src/Agnt5/buildTransitive/Agnt5.targets")}" />
        </Project>
        """;

    private static string Sources(string project) =>
        $"<Compile Include=\"{RepositoryRoot.Folder}/tests/{project}/**/*.cs\" Exclude=\"{RepositoryRoot.Folder}/tests/{project}/bin/**;{RepositoryRoot.Folder}/tests/{project}/obj/**\" />";

    private static string Built(string project, string configuration) =>
        Path.Combine(RepositoryRoot.Folder, project, "bin", configuration, "netstandard2.0", Path.GetFileName(project) + ".dll");

    private static string Plain(string name) => $$"""
        #pragma warning disable
        [assembly: System.CLSCompliant(true)]
        public sealed record Order(string Id, int Count = 1);
        public static class Orders
        {
            [Agnt5.Function("{{name}}")]
            public static Order Echo(Order order, int times = 2) => order;
            public static object Served => Agnt5Components.Catalog;
        }

        """;
}
