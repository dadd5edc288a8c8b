using System.Text.RegularExpressions;

namespace Agnt5.JavaScript.Tests;

/// <summary>What a publish says that cannot succeed: before anything is built, and what to do.</summary>
public sealed class PublishMessageTests(PublishMessageTests.Restored shop) : IClassFixture<PublishMessageTests.Restored>
{
    [Theory]
    [InlineData("AGT1020: Agnt5Host is 'vercel', and that is no kind of host: give node, web or workers", "Agnt5Host=vercel")]
    [InlineData("AGT1020: The project is for net9.0, and the engines of JavaScript hosts run net10.0 or newer", "Agnt5Host=web", "TargetFramework=net9.0")]
    [InlineData("AGT1020: The project is a library, and a JavaScript host starts a program", "Agnt5Host=web", "OutputType=Library")]
    [InlineData("AGT1020: 'Shop Parts' is no name for an npm package", "Agnt5Host=web", "Agnt5NpmName=Shop Parts")]
    [InlineData("AGT1020: '1.2.3.4' is no version for an npm package, which has three numbers", "Agnt5Host=web", "Version=1.2.3.4")]
    [InlineData("AGT1020: '3.4.5.6' is no version for an npm package, which has three numbers", "Agnt5Host=web", "VersionOfTag=3.4.5.6")]
    [InlineData("AGT1020: Agnt5Prebuilds is 'mac', and there is no such folder", "Agnt5Host=node", "Agnt5Prebuilds=mac")]
    [InlineData("AGT1022: An addon for osx-arm64 cannot be compiled on this system (linux-", "Agnt5Host=node", "RuntimeIdentifier=osx-arm64")]
    [InlineData("-p:Agnt5Addon=false", "Agnt5Host=node", "RuntimeIdentifier=osx-arm64")]
    [InlineData("AGT1022: An addon for linux-musl-x64 cannot be compiled on this system (linux-x64)", "Agnt5Host=node", "RuntimeIdentifier=linux-musl-x64",
        "NETCoreSdkPortableRuntimeIdentifier=linux-x64")]
    [InlineData("holds files that no such publish wrote", "Agnt5Host=web", "PublishDir=../site/")]
    [InlineData("holds files that no such publish wrote", "Agnt5Host=web", "PublishDir=../app/")]
    [InlineData("holds files that no such publish wrote", "Agnt5Host=web", "PublishDir=./")]
    public async Task A_publish_that_cannot_succeed_says_why_and_what_to_do(string message, params string[] properties)
    {
        var (exitCode, log) = await shop.Project.CheckAsync(properties);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Agnt5Host=web", "PublishDir=../earlier/")]
    [InlineData("Agnt5Host=web", "PublishDir=../empty/")]
    [InlineData("Agnt5Host=web", "PublishDir=../nowhere/")]
    public async Task A_publish_takes_a_folder_that_is_new_or_that_an_earlier_one_wrote(params string[] properties)
    {
        var (exitCode, log) = await shop.Project.CheckAsync(properties);

        Assert.True(exitCode == 0, log);
    }

    [Fact]
    public async Task Without_a_linker_it_says_what_to_install_and_how_to_do_without_an_addon()
    {
        var start = Command.Describe(shop.Project.Folder, Dotnet(), "publish", "-nologo", "-tl:off", "--no-restore", "-p:Agnt5Host=node");
        start.Environment["PATH"] = Path.GetDirectoryName(Dotnet());

        using var process = System.Diagnostics.Process.Start(start)!;
        var log = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("AGT1022: There is no C linker", log, StringComparison.Ordinal);
        Assert.Contains("-p:Agnt5Addon=false", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_brings_ASP_NET_Core_is_named_with_the_way_it_comes_in()
    {
        using var project = await PackedProject.CreateAsync();
        project.Write("Pricing/Pricing.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Agnt5.AspNetCore" />
              </ItemGroup>
            </Project>
            """);

        var (exitCode, log) = await project.PublishAsync("-p:Agnt5Host=web");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("AGT1021: The reference to Pricing brings Agnt5.AspNetCore, which needs ASP.NET Core", log, StringComparison.Ordinal);
        Assert.DoesNotContain("NETSDK1082", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_compile_is_said_once_and_not_for_each_engine()
    {
        using var project = await PackedProject.CreateAsync();
        project.Write("Shop/Broken.cs", "internal sealed class Broken : Missing;");

        var (exitCode, log) = await project.PublishAsync("-p:Agnt5Host=node", "-clp:NoSummary");

        Assert.NotEqual(0, exitCode);
        Assert.Single(Regex.Matches(log, "error CS0246"));
    }

    private static string Dotnet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The project, restored.</summary>
    public sealed class Restored : IAsyncLifetime
    {
        private PackedProject? _project;

        internal PackedProject Project => _project!;

        public async Task InitializeAsync()
        {
            _project = await PackedProject.CreateAsync();
            _project.Write("site/package.json", """{ "name": "site" }""");
            _project.Write("app/package.json", """{ "name": "app", "agnt5": { "host": "node" } }""");
            _project.Write("app/lib/build.js", "export const build = 'my own';");
            _project.Write("earlier/package.json", """{ "name": "earlier", "agnt5": { "host": "node" } }""");
            _project.Write("earlier/lib/build.js", File.ReadAllText(Repository.PathOf("src", "Agnt5.JavaScript", "npm", "lib", "build.js")));
            Directory.CreateDirectory(Path.Combine(_project.Folder, "..", "empty"));
            _project.Write("Directory.Build.targets", """
                <Project>
                  <PropertyGroup Condition="'$(VersionOfTag)' != ''">
                    <GetPackageVersionDependsOn>$(GetPackageVersionDependsOn);TakeVersionOfTag</GetPackageVersionDependsOn>
                  </PropertyGroup>
                  <Target Name="TakeVersionOfTag">
                    <PropertyGroup>
                      <PackageVersion>$(VersionOfTag)</PackageVersion>
                    </PropertyGroup>
                  </Target>
                </Project>
                """);
            // Nothing is compiled here, so no native compiler is needed.
            await Command.MustRunAsync(_project.Folder, "dotnet", "restore", "-p:PublishAot=false");
        }

        public Task DisposeAsync()
        {
            _project?.Dispose();
            return Task.CompletedTask;
        }
    }
}
