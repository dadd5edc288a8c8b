using System.Text;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

/// <summary>Runs every command with secrets that can be recognised, and looks for them in all that the commands write.</summary>
public sealed class SecretLeakTests : IDisposable
{
    private const string Mark = "n0b0dy-sees-this";
    private const string Signing = $"signing-{Mark}";

    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["AGNT5_SERVERLESS_SIGNING_SECRET"] = Signing,
        ["VERCEL_AUTOMATION_BYPASS_SECRET"] = $"bypass-{Mark}",
        ["VERCEL_PROTECTION_BYPASS"] = $"protection-{Mark}",
        ["HOOK_SECRET"] = $"hook-{Mark}",
        ["HEADER_SECRET"] = $"header-{Mark}",
        ["OTHER_SECRET"] = $"other-{Mark}",
        ["OPENAI_API_KEY"] = $"openai-{Mark}",
        ["ANTHROPIC_API_KEY"] = $"anthropic-{Mark}",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");
    private readonly StringBuilder _leaks = new();
    private readonly HashSet<string> _commands = new(StringComparer.Ordinal);

    public SecretLeakTests()
    {
        foreach (var (name, value) in Secrets)
            Environment.SetEnvironmentVariable(name, value);
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", _folder.FullName);
    }

    public void Dispose()
    {
        foreach (var name in Secrets.Keys)
            Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", null);
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_command_writes_a_secret_anywhere()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var endpoint = await TestEndpoint.StartAsync(Signing);
        await using var other = await TestEndpoint.StartAsync("another");
        var secretFile = Path.Combine(_folder.FullName, "own-secret");
        var run = await gateway.RunAsync("run", "ship", "--input", """{"id":"o-1","total":3}""", "-o", "json");
        var runId = System.Text.Json.JsonDocument.Parse(run.Output).RootElement.GetProperty("run_id").GetString()!;
        string[][] ofGateways =
        [
            ["run", "double", "--input", """{"number":2}"""], ["run", "break", "--input", """{"number":2}"""], ["run", "nobody"], ["runs"], ["runs", runId], ["runs", "run_nobody"],
            ["answer", runId, "approve"], ["skip", runId], ["signal", runId, "paid", "7"], ["cancel", runId], ["publish", "order.created", """{"id":"o-1","total":1}"""],
            ["webhook", "github", "main", "--event", "issues.opened", "--secret-env", "HOOK_SECRET", "--add"],
            ["sync", endpoint.Url, "--immutable-ref", "v1", "--signing-secret-env", "AGNT5_SERVERLESS_SIGNING_SECRET", "--replace-route-owners", "--invoke-header-env", "x-pass=HEADER_SECRET"],
            ["sync", WithPassword(endpoint.Url), "--immutable-ref", "v2", "--signing-secret-env", "OTHER_SECRET"],
            ["sync", endpoint.Url, "--provider", "vercel", "--env", "e", "--immutable-ref", "v1", "--signing-secret-env", "AGNT5_SERVERLESS_SIGNING_SECRET", "--remote"],
            ["status"], ["status", "--verify", "--signing-secret-env", "OTHER_SECRET"], ["disable", "--deployment-id", "dep_nobody", "--reason", "r"], ["enable", "--deployment-id", "dep_nobody"],
        ];
        foreach (var command in ofGateways)
        {
            Environment.SetEnvironmentVariable("AGNT5_API_KEY", TestGateway.Key);
            await RunAsync([.. command, "--gateway", gateway.Url], TestGateway.Key);
            await RunAsync([.. command, "--gateway", "http://127.0.0.1:1"], TestGateway.Key);
            Environment.SetEnvironmentVariable("AGNT5_API_KEY", $"key-{Mark}");
            await RunAsync([.. command, "--gateway", gateway.Url]);
            await RunAsync([.. command, "--gateway", WithPassword("http://127.0.0.1:1")]);
            await RunAsync([.. command, "--gateway", WithPassword("http://agnt5.example")]);
        }

        string[] urls =
        [
            endpoint.Url, other.Url, "http://127.0.0.1:1", WithPassword(endpoint.Url),
            WithPassword("http://127.0.0.1:1"), WithPassword("http://192.0.2.1"), $"{endpoint.Url}/?token={Mark}", $"http://{Mark}:x",
        ];
        foreach (var url in urls)
        {
            await RunAsync(["invoke", url, "double", "--input", """{"number":2}""", "--invoke-header-env", "x-pass=HEADER_SECRET"]);
            await RunAsync(["invoke", url, "double", "--secret-env", "OTHER_SECRET"]);
            await RunAsync(["smoke", "vercel", url, "--hello", "double"]);
            await RunAsync(["manifest", url]);
            await RunAsync(["validate", url]);
            await RunAsync(["dev", url, "--port", new Uri(gateway.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--secret-env", "OTHER_SECRET"]);
            await RunAsync(["diagram", "ship", "--project", url]);
        }

        await RunAsync(["smoke", "node", "--project", _folder.FullName]);
        await RunAsync(["secret", "new", secretFile]);
        await RunAsync(["secret", "new", secretFile]);
        await RunAsync(["invoke", endpoint.Url, "double", "--secret-file", secretFile]);
        await RunAsync(["completion", "bash"]);
        await RunAsync(["complete", "18", "dotnet-agnt5 run --"]);

        Assert.Equal("", _leaks.ToString());
        Assert.Equal(CommandTree.Create().Subcommands.Select(static command => command.Name).Order(StringComparer.Ordinal), _commands.Order(StringComparer.Ordinal));
        Assert.Empty(FilesWith(Mark));
        Assert.Equal([secretFile], FilesWith((await File.ReadAllTextAsync(secretFile)).Trim()));
    }

    [Fact]
    public async Task A_database_of_dev_holds_no_secret_that_can_be_read()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Signing);
        var database = Path.Combine(_folder.FullName, "dev.db");
        await using (var dev = DevSession.Start(endpoint.Url, "--secret-env", "AGNT5_SERVERLESS_SIGNING_SECRET", "--database", database, "-o", "json"))
        {
            await dev.LineWithAsync("dev.synced");
            Check(["dev"], dev.Output.ToString() + dev.Error, TestGateway.Key);
        }

        Assert.Equal("", _leaks.ToString());
        Assert.True(new FileInfo(database).Length > 0);
        Assert.Empty(FilesWith(Mark));
        Assert.DoesNotContain(database, FilesWith(TestGateway.Key));
    }

    private static string WithPassword(string url) => url.Replace("://", $"://me:{Mark}@", StringComparison.Ordinal);

    private async Task RunAsync(string[] command, params string[] more)
    {
        _commands.Add(command[0]);
        foreach (var words in (string[][])[command, [.. command, "-o", "json"]])
        {
            var run = await CommandLineRun.OfAsync(words);
            Check(words, run.Output + run.Error, more);
        }
    }

    private void Check(string[] command, string said, params string[] more)
    {
        if (more.Append(Mark).Any(secret => said.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            _leaks.AppendLine($"{string.Join(' ', command)}\n  {said}");
    }

    private IEnumerable<string> FilesWith(string secret) => _folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllBytes(file.FullName).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0).Select(static file => file.FullName);
}
