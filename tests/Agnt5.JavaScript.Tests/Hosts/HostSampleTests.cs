namespace Agnt5.JavaScript.Tests.Hosts;

/// <summary>The apps of <c>samples/JavaScriptHosts</c> do what their READMEs say, and what <c>docs/hosts.md</c> says of their hosts.</summary>
public sealed class HostSampleTests
{
    [Theory]
    [InlineData("node", "not_found")]
    [InlineData("express", "the shop")]
    [InlineData("fastify", "the shop")]
    [InlineData("koa", "the shop")]
    [InlineData("hono", "the shop")]
    [InlineData("deno", "not_found")]
    public async Task A_sample_answers_the_manifest_and_signed_invokes_and_leaves_other_routes_to_the_app(string host, string atRoot)
    {
        var sample = await (await HostSample.CopyAsync(host)).InstallAsync();
        await using var app = await sample.StartAsync();

        await MustAnswerAsync(app);
        Assert.Contains(atRoot, (await app.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("express", "app.use(agnt5Express)", "app.use('/hooks', agnt5Express)")]
    [InlineData("fastify", "app.register(agnt5Fastify)", "app.register(agnt5Fastify, { prefix: '/hooks' })")]
    [InlineData("koa", "app.use(agnt5Koa)", "app.use(createAgnt5Koa({ prefix: '/hooks' }))", "agnt5Koa }", "createAgnt5Koa }")]
    [InlineData("hono", "app.use(agnt5Hono)", "app.use(createAgnt5Hono({ prefix: '/hooks' }))", "agnt5Hono }", "createAgnt5Hono }")]
    public async Task An_endpoint_answers_under_a_prefix_and_the_app_at_the_root(string host, string mount, string mountedUnder, string? import = null, string? imported = null)
    {
        var sample = await HostSample.CopyAsync(host);
        sample.Change("server.js", (mount, mountedUnder));
        if (import is not null)
            sample.Change("server.js", (import, imported!));
        await sample.InstallAsync();
        await using var app = await sample.StartAsync("/hooks");

        await MustAnswerAsync(app);
        var (_, body) = await app.GetAsync("/.well-known/agnt5");
        Assert.DoesNotContain("components", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_parser_in_front_is_named_as_the_cause_and_not_taken_for_a_wrong_signature()
    {
        var sample = await HostSample.CopyAsync("express");
        await sample.Change("server.js", ("app.use(agnt5Express)", "app.use(express.json());\napp.use(agnt5Express)")).InstallAsync();
        await using var app = await sample.StartAsync();

        var (status, body) = await app.GreetAsync();

        Assert.Equal((500, true), (status, body.Contains("WORKERLESS_HANDLER_ERROR", StringComparison.Ordinal)));
        Assert.Contains("BODY_TAKEN", app.Output, StringComparison.Ordinal);
        Assert.Contains("before the body parser", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_was_kept_as_it_came_is_taken()
    {
        var sample = await HostSample.CopyAsync("express");
        await sample.Change("server.js", ("app.use(agnt5Express)", "app.use(express.raw({ type: '*/*' }));\napp.use(agnt5Express)")).InstallAsync();
        await using var app = await sample.StartAsync();

        await MustAnswerAsync(app);
    }

    [Fact]
    public async Task Files_that_are_missing_are_named_in_the_log()
    {
        var sample = await HostSample.CopyAsync("node");
        await sample.InstallAsync(static package =>
        {
            Directory.Delete(Path.Combine(package, "wasm"), recursive: true);
            Directory.Delete(Path.Combine(package, "prebuilds"), recursive: true);
        });
        await using var app = await sample.StartAsync();

        Assert.Equal(500, (await app.GetManifestAsync()).Status);
        Assert.Contains("FILES_MISSING", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deno_without_native_code_runs_the_components_on_WebAssembly()
    {
        var sample = await HostSample.CopyAsync("deno");
        await sample.Change("package.json", (" --allow-ffi", "")).InstallAsync();
        await using var app = await sample.StartAsync();

        await MustAnswerAsync(app);
    }

    [Fact]
    public async Task Deno_checks_an_app_in_TypeScript_against_the_types_of_the_package()
    {
        var sample = await HostSample.CopyAsync("deno");
        await sample.InstallAsync();
        File.Move(Path.Combine(sample.Folder, "main.js"), Path.Combine(sample.Folder, "main.ts"));

        await Command.MustRunAsync(sample.Folder, "npx", "--no-install", "deno", "check", "main.ts");
    }

    internal static async Task MustAnswerAsync(RunningApp app)
    {
        var (status, manifest) = await app.GetManifestAsync();
        Assert.True(status == 200 && manifest.Contains("\"price_order\"", StringComparison.Ordinal), $"{status} {manifest}\n{app.Output}");
        Assert.Equal((200, """{"status":"completed","output":"hello Zoë"}"""), await app.GreetAsync());
        var (refused, why) = await app.GreetAsync(isSigned: false);
        Assert.Equal((401, true), (refused, why.Contains("WORKERLESS_SIGNATURE_MISSING", StringComparison.Ordinal)));
    }
}
