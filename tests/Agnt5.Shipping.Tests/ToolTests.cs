using System.Text.Json.Nodes;

namespace Agnt5.Shipping.Tests;

/// <summary>The command line as its users get it: packed, installed from a folder into a clean place, and run.</summary>
public sealed class ToolTests
{
    [Fact]
    public async Task The_tool_that_is_installed_from_its_package_tells_of_itself_and_works()
    {
        var feed = await Shipment.PackagesAsync();
        var folder = Repository.EmptyFolder("tool");
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """);

        await Command.MustRunAsync(folder, "dotnet", "tool", "install", "Agnt5.Cli", "--tool-path", "tools", "--version", Shipment.Version);
        var tool = Path.Combine(folder, "tools", "dotnet-agnt5");
        var help = await Command.MustRunAsync(folder, tool, "--help");
        var made = await Command.MustRunAsync(folder, tool, "secret", "new", Path.Combine(folder, "secret"), "--output", "json");
        var (exitCode, refused) = await Command.RunAsync(folder, tool, "runs", "--gateway", "http://agnt5.example");

        Assert.Contains("dotnet-agnt5 [command] [options]", help, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(folder, "secret"), JsonNode.Parse(made)!["file"]!.GetValue<string>());
        Assert.Equal(2, exitCode);
        Assert.Contains("in clear text", refused, StringComparison.Ordinal);
    }
}
