using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Shipping.Tests;

/// <summary>From nothing to a project that runs, with the packages, the templates and the tool as they are published, and the commands of the pages as they stand there.</summary>
public sealed partial class TemplatesTests
{
    private static readonly string Readme = Repository.PathOf("README.md");

    private static readonly string FirstWorkflow = Repository.PathOf("docs", "first-workflow.md");

    private static readonly string Page = Repository.PathOf("docs", "templates.md");

    [Fact]
    public async Task The_README_leads_from_nothing_to_a_project_whose_order_is_shipped_and_whose_tests_pass()
    {
        using var user = await TemplateUser.CreateAsync();
        var blocks = PageBlocks.Of(Readme, "## Write your own");
        var create = blocks[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("cd Shop", "dotnet agnt5 dev"), (create[^2], create[^1]));

        await user.RunAsync("", string.Join('\n', create[..^2]));
        await using (var dev = await DevProcess.StartAsync(user, "Shop", create[^1]))
        {
            foreach (var command in blocks[2].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                // A busy machine types faster than the workflow comes to its sleep.
                if (command.Contains(" skip ", StringComparison.Ordinal))
                    await dev.SaysAsync("sleeps until");
                await user.RunAsync("Shop", command, ("AGNT5_GATEWAY_URL", dev.Gateway));
            }

            await dev.SaysAsync(ShippedOrder().Match(await File.ReadAllTextAsync(Readme)).Groups["output"].Value);
            foreach (var line in PageBlocks.Of(FirstWorkflow, "## Run it", "").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries))
                await dev.SaysAsync(line.TrimEnd('…'));
        }

        // The first two commands of the page are the README's.
        var tested = await user.RunAsync("", string.Join('\n', PageBlocks.Of(Page, "# Templates")[0].Split('\n')[2..]));
        await user.RunAsync("", "dotnet new uninstall Agnt5.Templates");

        Assert.Contains("Passed!", tested, StringComparison.Ordinal);
        Assert.Equal(
            [
                "FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build", "WORKDIR /src", "COPY . .", "RUN dotnet publish -c Release -o /app",
                "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", "WORKDIR /app", "COPY --from=build /app .", "USER $APP_UID", "ENV PORT=8080", "EXPOSE 8080",
                """ENTRYPOINT ["dotnet", "Shop.dll"]""",
            ],
            await DockerfileAsync(Path.Combine(user.Folder, "Shop")));
        Assert.Contains($"\"{Shipment.Version}\"", await File.ReadAllTextAsync(Path.Combine(user.Folder, "Shop", "Shop.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_first_workflow_has_the_commands_of_the_README_and_the_workflow_of_the_template()
    {
        var readme = PageBlocks.Of(Readme, "## Write your own");
        var workflow = PageBlocks.Of(FirstWorkflow, "## Make a project", "cs").Single().Split('\n').Select(static line => line.Length == 0 ? "" : $"    {line}");

        Assert.Equal([readme[1]], PageBlocks.Of(FirstWorkflow, "## Make a project"));
        Assert.Equal(readme[2], string.Concat(PageBlocks.Of(FirstWorkflow, "## Run it")));
        Assert.Contains(string.Join('\n', workflow), await File.ReadAllTextAsync(Repository.PathOf("src", "Agnt5.Templates", "templates", "agnt5", "Orders.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_every_option_and_odd_names_its_tests_pass_and_it_answers_each_request_of_its_http_file()
    {
        const string Name = "My-Shop 1";
        using var user = await TemplateUser.CreateAsync();
        await user.RunAsync("", $"""
            dotnet new install Agnt5.Templates
            dotnet tool install --global Agnt5.Cli --prerelease
            dotnet new agnt5 -n "{Name}" --agents --mcp --aot --no-restore
            dotnet new agnt5-library -n 1.Taxes --no-restore
            dotnet add "{Name}" reference 1.Taxes
            """);
        var folder = Path.Combine(user.Folder, Name);
        var page = Path.Combine(folder, "README.md");

        Assert.Equal(
            [
                "FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build", "RUN apt-get update && apt-get install -y --no-install-recommends clang zlib1g-dev", "WORKDIR /src", "COPY . .",
                "# Symbols are larger than the program, and stay in this stage.",
                "RUN dotnet publish -c Release --use-current-runtime -p:CopyOutputSymbolsToPublishDirectory=false -o /app",
                "FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", "WORKDIR /app", "COPY --from=build /app .", "USER $APP_UID", "ENV PORT=8080", "EXPOSE 8080",
                $"""ENTRYPOINT ["/app/{Name}"]""",
            ],
            await DockerfileAsync(folder));

        var tested = await user.RunAsync(Name, PageBlocks.Of(page, "## Test it").Single());

        Assert.Contains("Passed!", tested, StringComparison.Ordinal);
        await using var provider = await CannedProvider.StartAsync();
        provider.Replies(new OpenAIChatWire().Says("Tea costs 4.20 euros."));
        var settings = new Dictionary<string, string> { ["Model__Key"] = "key-of-the-test", ["Model__Address"] = provider.Address.ToString() };
        await using var endpoint = await RunningEndpoint.StartAsync("Development", settings, folder, "dotnet", Path.Combine(folder, "bin", "Debug", "net10.0", $"{Name}.dll"));
        await using var dev = await DevProcess.StartAsync(user, Name, $"dotnet agnt5 dev http://127.0.0.1:{endpoint.Port} --secret-file obj/agnt5.development-secret");
        var requests = PageBlocks.Of(page, "## Send requests");
        await user.RunAsync(Name, requests[0]);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, ".env")));
        var environment = await File.ReadAllTextAsync(Path.Combine(folder, ".env"));
        var data = Path.Combine(user.Home, ".local", "share");
        await PowerShell.MustRunAsync(folder, $"$env:LOCALAPPDATA = '{data}'\n{PageBlocks.Of(page, "## Send requests", "powershell").Single()}");
        Assert.Equal(environment, await File.ReadAllTextAsync(Path.Combine(folder, ".env")));
        var signed = await user.RunAsync(Name, requests[1].Replace("8787", $"{endpoint.Port}", StringComparison.Ordinal));

        var answers = await HttpFile.SendAsync(Path.Combine(folder, $"{Name}.http"), ("http://127.0.0.1:34181", dev.Gateway), ("http://127.0.0.1:8787", $"http://127.0.0.1:{endpoint.Port}"));

        Assert.Matches(@"output\s+4\.20", signed);
        var names = JsonNode.Parse(answers[0])!["components"]!.AsArray().Select(static component => component!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);
        Assert.Equal(["add_tax", "lookup_price", "ship_order", "support", "tax_in"], names);
        Assert.Contains("Ship order o-1 for 4.20 euros?", answers[1], StringComparison.Ordinal);
        Assert.Contains("\"status\":\"completed\"", answers[2], StringComparison.Ordinal);
        Assert.Contains("run.completed", answers[3], StringComparison.Ordinal);
        Assert.Contains("4.20", answers[4], StringComparison.Ordinal);
        Assert.Contains("Tea costs 4.20 euros.", answers[5], StringComparison.Ordinal);
        Assert.Contains("\"text\":\"4.20\"", answers[6], StringComparison.Ordinal);
        Assert.Equal(7, answers.Count);
        Assert.Equal("gpt-5-mini", provider.Requests.Single().Body["model"]!.GetValue<string>());
    }

    private static async Task<string[]> DockerfileAsync(string folder) =>
        [.. (await File.ReadAllLinesAsync(Path.Combine(folder, "Dockerfile"))).Where(static line => line.Length > 0)];

    [GeneratedRegex("The run ends with `(?<output>[^`]+)`")]
    private static partial Regex ShippedOrder();
}
