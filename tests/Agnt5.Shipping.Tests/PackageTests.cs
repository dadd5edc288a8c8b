using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agnt5.Shipping.Tests;

/// <summary>The packages in a new project: packed, restored from a folder, generated, run.</summary>
public sealed partial class PackageTests
{
    [Fact]
    public async Task The_program_of_the_README_runs_from_the_packages_and_a_broken_declaration_is_a_build_error()
    {
        var feed = await Shipment.PackagesAsync();
        var folder = NewProject(feed, FirstProgram().Match(await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Groups["code"].Value, "Agnt5.AspNetCore");
        await File.WriteAllTextAsync(Path.Combine(folder, "Described.cs"), "public static class Described { [Agnt5.Function] public static void Greet(Agnt5.Caller caller) { } }");

        await Command.MustRunAsync(folder, "dotnet", "build", "-o", "out");

        Assert.Equal(
            ["Agnt5.Analyzers.dll", "Agnt5.CodeFixes.dll", "Agnt5.Generators.dll"],
            Directory.GetFiles(Path.Combine(folder, "packages", "agnt5", Shipment.Version, "analyzers", "dotnet", "cs")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "out", "agnt5.manifest.json")))!;
        Assert.Equal("workerless.v1", manifest["protocol_version"]!.GetValue<string>());
        Assert.NotEmpty(manifest["components"]!.AsArray());
        Assert.Contains("The authenticated subject.", manifest.ToJsonString(), StringComparison.Ordinal);
        await using (var endpoint = await RunningEndpoint.StartAsync("Development", folder, Path.Combine(folder, "out", "Packaged")))
        {
            var served = JsonNode.Parse(await endpoint.GetManifestAsync())!;
            Assert.Equal(manifest["components"]!.ToJsonString(), served["components"]!.ToJsonString());
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "Broken.cs"), "public static class Broken { [Agnt5.Function] public static int Count(ref int by) => by; }");
        var (exitCode, log) = await Command.RunAsync(folder, "dotnet", "build", "-o", "out");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error AGT1004", log, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_app_that_references_the_MCP_package_alone_is_generated_for_and_serves_its_tools()
    {
        var feed = await Shipment.PackagesAsync();
        var folder = NewProject(feed, """
            using Agnt5;
            using Microsoft.AspNetCore.Builder;

            var app = ServerlessHost.Build(args, Agnt5Components.Catalog);
            app.MapAgnt5Mcp();
            app.Run();

            public static class Tools
            {
                /// <summary>Adds one.</summary>
                /// <param name="number">To what.</param>
                [Tool]
                public static int AddOne(int number) => number + 1;
            }
            """, "Agnt5.Mcp");

        await Command.MustRunAsync(folder, "dotnet", "build", "-o", "out");

        await using var endpoint = await RunningEndpoint.StartAsync("Development", folder, Path.Combine(folder, "out", "Packaged"));
        using var client = new HttpClient();
        using var call = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"add_one","arguments":{"number":41}}}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"http://127.0.0.1:{endpoint.Port}/agnt5/mcp", call);
        Assert.Contains("\"text\":\"42\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_published_program_has_its_manifest_beside_it_also_when_it_is_a_single_file()
    {
        var feed = await Shipment.PackagesAsync();
        var folder = NewProject(feed, FirstProgram().Match(await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Groups["code"].Value, "Agnt5.AspNetCore");

        await Command.MustRunAsync(folder, "dotnet", "publish", "-o", "published");
        await Command.MustRunAsync(folder, "dotnet", "publish", "-r", "linux-x64", "--self-contained", "false", "-p:PublishSingleFile=true", "-o", "single");

        var published = await File.ReadAllTextAsync(Path.Combine(folder, "published", "agnt5.manifest.json"));
        Assert.Contains("charge_order", published, StringComparison.Ordinal);
        Assert.Equal(published, await File.ReadAllTextAsync(Path.Combine(folder, "single", "agnt5.manifest.json")));
        Assert.Equal(["Packaged", "Packaged.pdb", "agnt5.manifest.json"], Directory.GetFiles(Path.Combine(folder, "single")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_local_AGNT5_and_its_client_are_one_native_program_that_takes_a_workflow_to_its_end()
    {
        var feed = await Shipment.PackagesAsync();
        var folder = NewProject(feed, """
            using Agnt5;
            using Agnt5.Local;
            using Microsoft.Extensions.DependencyInjection;

            var key = "agnt5_sk_0123456789abcdef";
            await using var app = LocalAgnt5Host.Build(
                ["--urls", "http://127.0.0.1:0", "--AGNT5_API_KEY", key],
                Agnt5Components.Catalog,
                builder => builder.Services.Configure<LocalAgnt5Options>(options => options.Database = "agnt5.db"));
            await app.StartAsync();
            using var client = new Agnt5Client(new Agnt5ClientOptions { Gateway = new Uri(app.Urls.First()), ApiKey = key });

            var run = await client.ShipOrder(new Order("o-1", 30));
            var question = await run.WaitForQuestionAsync();
            await run.AnswerAsync("approve");
            Console.WriteLine($"{question?.Text} {(await run.WaitAsync()).Status}");

            public sealed record Order(string Id, int Total);

            public sealed record Shipment(string OrderId, string Status);

            public static class Shipping
            {
                /// <summary>Asks, sleeps and ships.</summary>
                [Workflow]
                public static async Task<Shipment> ShipOrder(WorkflowContext ctx, Order order)
                {
                    if (!await ctx.AskApprovalAsync($"Ship order {order.Id}?"))
                        return new Shipment(order.Id, "rejected");
                    await ctx.SleepAsync(TimeSpan.FromMilliseconds(10), "cool_down");
                    return new Shipment(order.Id, "shipped");
                }
            }
            """, "Agnt5.Local", "Agnt5.Client");

        var log = await Command.MustRunAsync(folder, "dotnet", "publish", "-r", "linux-x64", "-p:PublishAot=true", "-o", "native");
        var printed = await Command.MustRunAsync(folder, Path.Combine(folder, "native", "Packaged"));

        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ship order o-1? shipped", printed, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A console project outside the repository's build settings, with only the packages and the program.</summary>
    private static string NewProject(string feed, string program, params string[] packages)
    {
        var folder = Directory.CreateTempSubdirectory("agnt5-packaged-").FullName;
        var references = string.Concat(packages.Select(static package => $"""<PackageReference Include="{package}" Version="{Shipment.Version}" />"""));
        File.WriteAllText(Path.Combine(folder, "nuget.config"), Shipment.SourcesOf(feed));
        File.WriteAllText(Path.Combine(folder, "Packaged.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstProgram();
}
