using System.Text.RegularExpressions;

namespace Agnt5.Shipping.Tests;

/// <summary>What the pages of the samples tell a reader to type.</summary>
public sealed partial class SamplePageTests
{
    [Theory]
    [InlineData("TripBooking", "\"question\":\"Book Lisbon for Ada at 720.00 euros?\"", "\"reason\":\"There is no hotel in Venice.\"", "\"output\":{\"status\":\"rejected\"")]
    [InlineData("PhoneVerification", "\"waiting_step\":\"attempt_1\"", "\"signal_name\":\"code\",\"resumed\":true", "\"component\":\"verify_phone\"")]
    [InlineData("BulkImport", "\"output\":{\"imported\":497,\"failed\":[{\"id\":\"tea-013\"", "\"data\":{\"done\":500,\"total\":500}")]
    public async Task The_commands_of_a_sample_s_page_show_what_it_says(string name, params string[] expected)
    {
        var sample = Repository.PathOf("samples", name);
        await using var endpoint = await RunningEndpoint.StartAsync("Development", sample, "dotnet", BuiltApp.In(sample));
        var page = (await File.ReadAllTextAsync(Path.Combine(sample, "README.md"))).ReplaceLineEndings("\n");
        var blocks = Block().Matches(page).Select(static block => block.Groups["text"].Value).ToArray();
        var script = string.Concat(blocks[1..]).Replace("127.0.0.1:8787", $"127.0.0.1:{endpoint.Port}", StringComparison.Ordinal);

        var printed = await Command.MustRunAsync(Repository.Root, "bash", "-euo", "pipefail", "-c", script);

        Assert.Equal($"dotnet run --project samples/{name}\n", blocks[0]);
        Assert.All(expected, text => Assert.Contains(text, printed, StringComparison.Ordinal));
    }

    [GeneratedRegex("^```sh\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
