namespace Agnt5.JavaScript.Tests;

/// <summary>What a publish says that cannot succeed: before anything is built, and what to do.</summary>
public sealed class PublishMessageTests(PublishMessageTests.Restored shop) : IClassFixture<PublishMessageTests.Restored>
{
    [Theory]
    [InlineData("AGT1020: Agnt5Host is 'vercel', and that is no kind of host: give node, web or workers", "-p:Agnt5Host=vercel")]
    [InlineData("AGT1020: The project is for net9.0, and the engines of JavaScript hosts run net10.0 or newer", "-p:Agnt5Host=web", "-p:TargetFramework=net9.0")]
    [InlineData("AGT1020: The project is a library, and a JavaScript host starts a program", "-p:Agnt5Host=web", "-p:OutputType=Library")]
    [InlineData("AGT1020: 'Shop Parts' is no name for an npm package", "-p:Agnt5Host=web", "-p:Agnt5NpmName=Shop Parts")]
    [InlineData("AGT1020: '1.2.3.4' is no version for an npm package, which has three numbers", "-p:Agnt5Host=web", "-p:Version=1.2.3.4")]
    [InlineData("AGT1020: Agnt5Prebuilds is 'mac', and there is no such folder", "-p:Agnt5Host=node", "-p:Agnt5Prebuilds=mac")]
    [InlineData("AGT1022: An addon for osx-arm64 cannot be compiled on this system (linux-", "-p:Agnt5Host=node", "-r", "osx-arm64")]
    [InlineData("holds a package.json that no such publish wrote", "-p:Agnt5Host=web", "-o", "../site")]
    public async Task A_publish_that_cannot_succeed_says_why_and_what_to_do(string message, params string[] arguments)
    {
        var (exitCode, log) = await shop.Project.PublishAsync([.. arguments, "--no-restore"]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, log, StringComparison.Ordinal);
        Assert.DoesNotContain("Generating native code", log, StringComparison.Ordinal);
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
            await Command.MustRunAsync(_project.Folder, "dotnet", "restore");
        }

        public Task DisposeAsync()
        {
            _project?.Dispose();
            return Task.CompletedTask;
        }
    }
}
