using System.Text.Json;
using Agnt5.Cli.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Cli.Tests;

public sealed class ManifestTests : IDisposable
{
    private static readonly string Assembly = typeof(ManifestTests).Assembly.Location;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_assembly_and_its_endpoint_have_one_manifest()
    {
        await using var endpoint = await TestEndpoint.StartAsync("s3cret");

        var compiled = await CommandLineRun.OfAsync("manifest", Assembly, "-o", "json");
        var served = await CommandLineRun.OfAsync("manifest", endpoint.Url, "-o", "json");

        Assert.Equal((0, 0), (compiled.ExitCode, served.ExitCode));
        Assert.True(JsonElement.DeepEquals(Components(compiled), Components(served)));
    }

    [Fact]
    public async Task A_project_shows_the_manifest_of_its_assembly()
    {
        var project = Path.Combine(_folder.FullName, "Shop.csproj");
        await File.WriteAllTextAsync(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <AssemblyName>Agnt5.Cli.Tests</AssemblyName>
              </PropertyGroup>
            </Project>
            """);
        var early = await CommandLineRun.OfAsync("manifest", project, "--no-build");
        var output = Path.Combine(_folder.FullName, "bin", "Debug", "net10.0");
        Directory.CreateDirectory(output);
        File.Copy(Assembly, Path.Combine(output, "Agnt5.Cli.Tests.dll"));

        var run = await CommandLineRun.OfAsync("manifest", _folder.FullName, "--no-build");

        Assert.Equal(1, early.ExitCode);
        Assert.Contains("was not built yet", early.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("order.created", Assert.Single(run.Output.Split('\n'), static line => line.TrimStart().StartsWith("greet ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Gives a number back.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_assembly_with_components_is_told()
    {
        var nonsense = Path.Combine(_folder.FullName, "nonsense.dll");
        await File.WriteAllTextAsync(nonsense, "MZ and nothing else");

        var broken = await CommandLineRun.OfAsync("manifest", nonsense);
        var foreign = await CommandLineRun.OfAsync("manifest", typeof(FactAttribute).Assembly.Location);
        var absent = await CommandLineRun.OfAsync("manifest", Path.Combine(_folder.FullName, "absent.dll"));

        Assert.Equal((1, 1, 2), (broken.ExitCode, foreign.ExitCode, absent.ExitCode));
        Assert.Contains("is no .NET assembly", broken.Error, StringComparison.Ordinal);
        Assert.Contains("There are no components", foreign.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_of_ten_megabytes_is_not_read()
    {
        await using var endpoint = await HostileEndpoint.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{\"components\":\"");
            for (var block = 0; block < 160; block++)
                await context.Response.WriteAsync(new string('x', 65_536));
            await context.Response.WriteAsync("\"}");
        });

        var run = await CommandLineRun.OfAsync("manifest", endpoint.Url);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("longer than 4194304 bytes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await HostileEndpoint.StartAsync("""{"protocol_version":"workerless.v1","components":[]}""");
        await using var endpoint = await HostileEndpoint.StartAsync(context =>
        {
            context.Response.Redirect($"{other.Url}/.well-known/agnt5");
            return Task.CompletedTask;
        });

        var run = await CommandLineRun.OfAsync("manifest", endpoint.Url);

        Assert.Equal((1, 0), (run.ExitCode, other.Requests));
        Assert.Contains("redirects", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>hello</html>", 1)]
    [InlineData("[1,2]", 1)]
    [InlineData("{\"a\":", 1)]
    [InlineData("", 1)]
    [InlineData("{\"components\":[7,{\"name\":\"a\\u001b[2Jb\",\"triggers\":{\"event_name\":1}}]}", 0)]
    public async Task Nonsense_neither_breaks_the_command_nor_the_terminal(string answer, int exitCode)
    {
        await using var endpoint = await HostileEndpoint.StartAsync(answer);

        var run = await CommandLineRun.OfAsync("manifest", endpoint.Url);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.DoesNotContain("UNEXPECTED", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    [Theory]
    [InlineData("http://192.0.2.1", 2)]
    [InlineData("https://user:pass@orders.example.com", 2)]
    [InlineData("http://127.0.0.1:1", 3)]
    public async Task Addresses_that_cannot_be_asked_have_exit_codes_of_their_own(string url, int exitCode)
    {
        var run = await CommandLineRun.OfAsync("manifest", url);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.DoesNotContain("pass", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_valid_manifest_is_valid_and_a_broken_one_tells_all_its_problems()
    {
        await using var endpoint = await HostileEndpoint.StartAsync(
            """{"protocol_version":"workerless.v2","components":[{"name":" a","type":"workflow"},{"name":"b","type":"job"}]}""");

        var valid = await CommandLineRun.OfAsync("validate", Assembly);
        var broken = await CommandLineRun.OfAsync("validate", endpoint.Url);
        var json = await CommandLineRun.OfAsync("validate", endpoint.Url, "-o", "json");

        Assert.Equal((0, 1, 1), (valid.ExitCode, broken.ExitCode, json.ExitCode));
        Assert.Equal(3, broken.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("$.components[1].type", broken.Output, StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(json.Output).RootElement.GetProperty("valid").GetBoolean());
    }

    private static JsonElement Components(CommandLineRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("components");
}
