using System.Xml.Linq;

namespace Agnt5.JavaScript.Tests;

/// <summary>What an engine's build has of the user's project. The host projects are written here and evaluated, and not built.</summary>
public sealed class HostProjectTests(HostProjectTests.Written shop) : IClassFixture<HostProjectTests.Written>
{
    [Fact]
    public void An_assembly_below_the_project_is_found_and_one_of_the_framework_keeps_its_name()
    {
        var references = Includes("Reference");

        Assert.Contains(Path.Combine(shop.Folder, "libs", "Scales.dll"), references);
        Assert.Contains("System.Net.Http", references);
    }

    [Fact]
    public void A_source_generator_sees_the_properties_that_the_project_shows_it_and_those_of_its_packages()
    {
        Assert.Contains("ShopColor", Includes("CompilerVisibleProperty"));
        Assert.Contains("Agnt5Host", Includes("CompilerVisibleProperty"));
        Assert.Contains("AdditionalFiles", Includes("CompilerVisibleItemMetadata"));
    }

    [Fact]
    public void Items_and_properties_that_the_project_names_are_handed_on_and_what_it_keeps_back_is_not()
    {
        Assert.Contains(Path.Combine(shop.Folder, "price.proto"), Includes("Protobuf"));
        Assert.Equal("green", Project.Descendants("ShopColor").Single().Value);
        Assert.DoesNotContain(Includes("Compile"), static file => file.EndsWith("OnlyInContainers.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wasm")]
    [InlineData("addon")]
    public async Task Constants_on_the_command_line_leave_the_one_by_which_code_knows_JavaScript_hosts(string engine)
    {
        Assert.Contains("DefineConstants", await EvaluateAsync(shop.Path, "Agnt5PropertiesOfThePublish", "-p:Agnt5Host=node"), StringComparison.Ordinal);
        Assert.Contains("FOO;AGNT5_JAVASCRIPT", await EvaluateAsync(PathOf(engine), "DefineConstants"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_an_addon_what_WebAssembly_has_not_is_a_warning_also_where_warnings_are_errors()
    {
        Assert.Contains("CA1416", await EvaluateAsync(PathOf("wasm"), "WarningsNotAsErrors"), StringComparison.Ordinal);
        Assert.DoesNotContain("CA1416", await EvaluateAsync(PathOf("addon"), "WarningsNotAsErrors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_project_beside_the_program_is_passed_over_where_a_solution_is_published()
    {
        var (exitCode, log) = await Command.RunAsync(shop.Folder, "dotnet", "msbuild", "../Shop.Tests", "-nologo", "-tl:off", "-t:Publish", "-p:Agnt5Host=web");

        Assert.True(exitCode == 0, log);
    }

    private XDocument Project => XDocument.Load(PathOf("wasm"));

    private string PathOf(string engine) => Path.Combine(shop.Folder, "obj", "agnt5", engine, "Shop.csproj");

    private string[] Includes(string type) => [.. Project.Descendants(type).Select(static item => (string?)item.Attribute("Include")).OfType<string>()];

    private Task<string> EvaluateAsync(string project, string property, params string[] arguments) =>
        Command.MustRunAsync(shop.Folder, "dotnet", ["msbuild", project, $"-getProperty:{property}", .. arguments]);

    /// <summary>The project, and its host projects.</summary>
    public sealed class Written : IAsyncLifetime
    {
        private PackedProject? _project;

        public string Folder => _project!.Folder;

        public string Path => System.IO.Path.Combine(Folder, "Shop.csproj");

        public async Task InitializeAsync()
        {
            _project = await PackedProject.CreateAsync();
            _project.Write("Shop/libs/Scales.dll", "");
            _project.Write("Shop/price.proto", "");
            _project.Write("Shop/OnlyInContainers.cs", "");
            _project.Write("Directory.Build.targets", """
                <Project>
                  <PropertyGroup>
                    <ShopColor>green</ShopColor>
                  </PropertyGroup>
                  <ItemGroup Condition="'$(AssemblyName)' == 'Shop.Components'">
                    <Reference Include="libs/Scales.dll" />
                    <Reference Include="System.Net.Http" />
                    <CompilerVisibleProperty Include="ShopColor" />
                    <CompilerVisibleItemMetadata Include="AdditionalFiles" MetadataName="Shop" />
                    <Compile Update="OnlyInContainers.cs" Agnt5JavaScript="false" />
                    <Agnt5HostItem Include="price.proto" Agnt5ItemType="Protobuf" />
                    <Agnt5HostProperty Include="ShopColor" Value="$(ShopColor)" />
                  </ItemGroup>
                </Project>
                """);
            _project.Write("Shop.Tests/Shop.Tests.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <IsPublishable>false</IsPublishable>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../Shop/Shop.csproj" />
                  </ItemGroup>
                </Project>
                """);
            await Command.MustRunAsync(Folder, "dotnet", "restore", "../Shop.Tests", "-p:PublishAot=false");
            await Command.MustRunAsync(Folder, "dotnet", "msbuild", "-nologo", "-tl:off", "-t:WriteAgnt5HostProjects", "-p:Agnt5Host=node", "-p:DefineConstants=FOO");
        }

        public Task DisposeAsync()
        {
            _project?.Dispose();
            return Task.CompletedTask;
        }
    }
}
