using Agnt5.Cli.Commands.Smoke;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

/// <summary><c>smoke</c> without a URL: it starts what it checks, and leaves nothing behind.</summary>
public sealed class SmokeStartTests : IDisposable
{
    // It checks signatures as an endpoint does, and says what its secret is, as none should.
    private const string Server = """
        import { createServer } from 'node:http';
        import { createHmac } from 'node:crypto';
        const secret = process.env.AGNT5_SERVERLESS_SIGNING_SECRET;
        console.log(`my secret is ${secret}`);
        const text = async request => { let all = ''; for await (const part of request) all += part; return all; };
        createServer(async (request, response) => {
          if (request.method === 'GET')
            return response.end(JSON.stringify({ protocol_version: 'workerless.v1', components: [{ name: 'w', type: 'workflow' }] }));
          const body = await text(request), headers = request.headers;
          const mac = createHmac('sha256', secret).update(`${headers['x-agnt5-timestamp']}.${headers['x-agnt5-attempt-id']}.${body}`).digest('hex');
          if (headers['x-agnt5-signature'] !== `sha256=${mac}`) {
            response.statusCode = 401;
            return response.end(JSON.stringify({ status: 'failed', error: { code: 'WORKERLESS_SIGNATURE_INVALID', message: 'another signature', retryable: false } }));
          }
          const steps = JSON.parse(body).checkpoint?.steps ?? { price: 4 };
          response.end(JSON.stringify({ status: 'completed', output: 1, checkpoint: { steps } }));
        }).listen(process.env.PORT, '127.0.0.1');
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_app_of_Node_is_started_with_a_secret_of_its_own_checked_and_ended()
    {
        Write("app.js", Server);
        Write("package.json", """{"type":"module","scripts":{"start":"node app.js"}}""");

        var run = await SmokeAsync("node", "--hello", "w", "--steps", "w", "--waits", "w");

        Assert.Contains("ok      signed invoke: completed", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok      wrong signature: refused", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok      replayed step: price did not run again", run.Output, StringComparison.Ordinal);
        // The check of a pause fails here, so what the app wrote is shown, without the secret.
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("| my secret is (the secret)", run.Error, StringComparison.Ordinal);
        Assert.Empty(RunningProcesses.Of(_folder.FullName));
    }

    [Fact]
    public async Task A_project_is_built_started_checked_and_ended()
    {
        using var project = new EditedProject();
        // The settings of development may have a secret of their own, which is not that of the checks.
        File.WriteAllText(Path.Combine(project.Folder, "appsettings.json"), """{ "Agnt5": { "SigningSecret": "of-the-project" }, "Logging": { "LogLevel": { "Default": "Warning" } } }""");

        var run = await CommandLineRun.OfAsync("smoke", "http", "--project", project.Folder, "--hello", "ship_order");

        Assert.Contains("ok      manifest: 1 components", run.Output, StringComparison.Ordinal);
        Assert.Contains("ok      signed invoke: suspended", run.Output, StringComparison.Ordinal);
        Assert.Contains("failed  no signature: not refused", run.Output, StringComparison.Ordinal);
        Assert.Contains("| my setting is (the secret)", run.Error, StringComparison.Ordinal);
        Assert.Contains("Starting Shop.csproj at http://127.0.0.1:", run.Error, StringComparison.Ordinal);
        Assert.Empty(RunningProcesses.Of(project.Folder));
    }

    [Fact]
    public async Task Ctrl_C_ends_what_was_started()
    {
        Write("server.js", "setInterval(() => {}, 1000);");
        using var stop = new CancellationTokenSource();
        using var error = new LiveOutput();
        var command = CommandLineProgram.RunAsync(["smoke", "node", "--project", _folder.FullName], TextWriter.Null, error, stop.Token);
        await error.LineWithAsync("Starting server.js", command);
        while (OperatingSystem.IsLinux() && !RunningProcesses.Of(_folder.FullName).Any())
            await Task.Delay(10);

        await stop.CancelAsync();

        Assert.Equal(130, await command);
        Assert.Empty(RunningProcesses.Of(_folder.FullName));
    }

    [Fact]
    public async Task An_app_that_ends_at_once_is_told_with_its_last_words()
    {
        Write("server.js", "console.error('no such order'); process.exit(7);");

        var run = await SmokeAsync("node");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("server.js ended with the exit code 7 before it answered.", run.Error, StringComparison.Ordinal);
        Assert.Contains("no such order", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_app_leaves_behind_does_not_hold_the_command()
    {
        // Windows has another shell, and ends no process for another.
        if (OperatingSystem.IsWindows())
            return;
        Write("server.js", "require('node:child_process').spawn('sh', ['-c', 'sleep 25 &'], { stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', () => process.exit(7));");

        var run = await SmokeAsync("node");

        Assert.Contains("server.js ended with the exit code 7 before it answered.", run.Error, StringComparison.Ordinal);
        Assert.Contains("server.js was ended, and something that it has started may still run.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S=abc", "abc")]
    [InlineData(" export S = abc # note", "abc")]
    [InlineData("S=\"abc\" # note", "abc")]
    [InlineData("S='a # \"b\"'", "a # \"b\"")]
    [InlineData("S=\"abc", "\"abc")]
    [InlineData("S=a=b==", "a=b==")]
    [InlineData("S=", "")]
    public void A_secret_of_dev_vars_is_the_one_that_wrangler_reads(string line, string secret) =>
        Assert.Equal([KeyValuePair.Create("S", secret)], DevVars.Read(["# S=comment", "", line]).Where(static variable => variable.Key == "S"));

    [Theory]
    [InlineData("vercel", "vercel deploy")]
    [InlineData("cloudflare", "npm install --save-dev wrangler")]
    [InlineData("node", "Start the app yourself")]
    [InlineData("http", "There is no project in")]
    public async Task Where_nothing_can_be_started_the_command_says_what_to_do(string host, string advice)
    {
        var run = await SmokeAsync(host);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLineRun> SmokeAsync(string host, params string[] options) => CommandLineRun.OfAsync(["smoke", host, "--project", _folder.FullName, .. options]);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);
}
