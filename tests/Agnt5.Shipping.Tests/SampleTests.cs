namespace Agnt5.Shipping.Tests;

/// <summary>The sample, started in the way that the README tells newcomers.</summary>
[Collection(QuickStartCollection.Name)]
public sealed class SampleTests
{
    private static readonly string Sample = Repository.PathOf("samples", "QuickStart");

    [Fact]
    public async Task The_one_command_serves_the_sample_and_the_printed_commands_get_hello_Ada()
    {
        await Shipment.IsCompiledAsync(Sample);
        await using var endpoint = await RunningEndpoint.StartAsync("Development", Repository.Root, "dotnet", "run", "--project", Sample);

        var answer = await Command.MustRunAsync(Repository.Root, "bash", "-c", await endpoint.PrintedCommandsAsync());

        Assert.Equal("{\"status\":\"completed\",\"output\":{\"message\":\"hello Ada\"}}\nHTTP 200", answer.Trim());
    }

    [Fact]
    public async Task Who_starts_it_from_PowerShell_is_given_the_commands_for_PowerShell()
    {
        await using var endpoint = await RunningEndpoint.StartAsync(
            "Development", new Dictionary<string, string> { ["PSModulePath"] = "/modules" }, Sample, "dotnet", BuiltApp.In(Sample));

        var answer = await PowerShell.MustRunAsync(Repository.Root, await endpoint.PrintedCommandsAsync("$secret =", "}).Content"));

        Assert.Equal("""{"status":"completed","output":{"message":"hello Ada"}}""", answer.Trim());
    }

    [Fact]
    public async Task The_native_binary_publishes_without_a_warning_and_answers_the_same()
    {
        var binary = await Shipment.NativeAppAsync(Sample);
        // A container without a working directory starts it here, and a host that watches its folder for changes would look at every file of the machine.
        await using var endpoint = await RunningEndpoint.StartAsync("Development", "/", binary);

        var answer = await Command.MustRunAsync(Repository.Root, "bash", "-c", await endpoint.PrintedCommandsAsync());

        Assert.Equal("{\"status\":\"completed\",\"output\":{\"message\":\"hello Ada\"}}\nHTTP 200", answer.Trim());
        Assert.Contains("\"service_name\":\"quick-start\"", await endpoint.GetManifestAsync(), StringComparison.Ordinal);
        Assert.Contains("\"service_version\":\"0.1.0-beta.1\"", await endpoint.GetManifestAsync(), StringComparison.Ordinal);
        var published = Directory.GetFiles(Path.GetDirectoryName(binary)!).Select(Path.GetFileName).ToArray();
        Assert.Contains("agnt5.manifest.json", published);
        // The local AGNT5 is for dotnet run: neither its gateway nor its database is published.
        Assert.DoesNotContain(published, static file => file!.Contains("sqlite", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("AGNT5 itself", endpoint.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_for_NET_10_runs_the_trim_and_AOT_analyzers_as_errors()
    {
        await Shipment.IsCompiledAsync(Sample);
        // A call that Native AOT cannot make is compiled into the sample. The sample's references are built already and stay unchanged.
        var folder = Repository.EmptyFolder("aot-probe");
        await File.WriteAllTextAsync(Path.Combine(folder, "Probe.cs"), "static class Probe { static object? Make(System.Type type) => System.Activator.CreateInstance(type); }");
        var targets = Path.Combine(folder, "Probe.targets");
        await File.WriteAllTextAsync(targets, """
            <Project>
              <ItemGroup Condition="'$(MSBuildProjectName)' == 'QuickStart'">
                <Compile Include="$(MSBuildThisFileDirectory)Probe.cs" />
              </ItemGroup>
            </Project>
            """);

        var (exitCode, log) = await Command.RunAsync(
            Repository.Root, "dotnet", "build", Sample, "-c", "Release", "-f", "net10.0", "--no-dependencies", $"-p:CustomAfterMicrosoftCommonTargets={targets}");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error IL2067", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_only_Development_accepts_invokes()
    {
        await using var endpoint = await RunningEndpoint.StartAsync("Production", Sample, "dotnet", BuiltApp.In(Sample));
        using var client = new HttpClient();

        var answer = await client.PostAsync($"http://127.0.0.1:{endpoint.Port}/agnt5/invoke", new StringContent("{}"));

        Assert.Contains("WORKERLESS_SIGNING_SECRET_REQUIRED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET=", endpoint.Output, StringComparison.Ordinal);
    }
}
