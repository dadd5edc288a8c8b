using System.Text.Json.Nodes;

namespace Agnt5.Shipping.Tests;

/// <summary>The recorded corpus, and the listed answers that differ from it.</summary>
internal sealed class ConformanceSuite
{
    private static readonly string Folder = Repository.PathOf("tests", "conformance");

    private readonly JsonNode _differences = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "differences.json")))!;

    public static string Server { get; } = Repository.PathOf("tests", "Agnt5.ConformanceServer");

    /// <summary>The cases that differ on purpose.</summary>
    public IReadOnlySet<string> Deliberate => _differences["deliberate"]!.AsObject().Select(static difference => difference.Key).ToHashSet();

    /// <summary>Sends the whole corpus to four copies of a server.</summary>
    /// <param name="name">What to call the run's files.</param>
    /// <param name="command">Starts the server, in a shell.</param>
    public static async Task<ConformanceReport> RunAsync(string name, string command)
    {
        var folder = Repository.EmptyFolder($"conformance-{name}");
        var results = Path.Combine(folder, "results.json");

        // It ends with an error when cases differ. The caller decides which may differ.
        var (_, log) = await Command.RunAsync(Folder, "node", "suite.mjs", "compare", $"{command} --port {{port}}", "golden.json", "--json", results);

        Assert.True(File.Exists(results), $"The suite did not get to its end:\n{log}");
        var cases = JsonNode.Parse(await File.ReadAllTextAsync(results))!.AsArray();
        return new ConformanceReport(cases.ToDictionary(static row => row!["id"]!.GetValue<string>(), static row => row!["verdict"]!.GetValue<string>()), log);
    }
}

/// <summary>The result of one run of the corpus.</summary>
/// <param name="Verdicts">The verdict by case.</param>
/// <param name="Log">What the runner printed.</param>
internal sealed record ConformanceReport(IReadOnlyDictionary<string, string> Verdicts, string Log);
