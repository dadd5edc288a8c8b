using Agnt5.Lambda.Hosting;
using Agnt5.Lambda.Logging;
using Agnt5.Lambda.Runtime;
using Agnt5.Lambda.Tests.Emulation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Lambda.Tests;

/// <summary>A function serves one event after the other, from its start to its end.</summary>
public sealed class LoopTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const string Agent = """{"component_type":"agent","component_name":"support_agent","input":"hi"}""";

    [Fact]
    public async Task Events_are_answered_one_after_the_other_whatever_came_before()
    {
        await using var function = await TestFunction.StartAsync();

        for (var i = 0; i < 200; i++)
        {
            Assert.NotNull((await function.Aws.InvokeAsync("[]")).Failure);
            (await function.InvokeAsync(Hello)).MustComplete("""{"message":"hello world"}""");
        }
    }

    [Fact]
    public async Task A_function_that_AWS_ends_between_two_events_ends_cleanly()
    {
        await using var function = await TestFunction.StartAsync();
        await function.Aws.WhenAskedAsync(1);

        await function.SignalStopAsync();

        Assert.Equal(0, await function.EndAsync());
    }

    [Fact]
    public async Task A_run_that_is_under_way_when_AWS_ends_the_function_is_still_answered()
    {
        var model = new BlockedModel();
        await using var function = await TestFunction.StartAsync(builder => builder.Services.AddSingleton<IChatClient>(model));
        var running = function.InvokeAsync(Agent);
        await model.WhenAskedAsync();

        await function.SignalStopAsync();
        model.Answer();

        (await running).MustComplete("\"done\"");
        Assert.Equal(0, await function.EndAsync());
    }

    [Fact]
    public async Task Services_are_disposed_when_the_function_ends()
    {
        var service = new Disposed();
        await using var function = await TestFunction.StartAsync(builder => builder.Services.AddSingleton(_ => service).AddSingleton<IChatClient>(services =>
        {
            _ = services.GetRequiredService<Disposed>();
            return new BlockedModel();
        }));
        var running = function.InvokeAsync(Agent, deadline: DateTimeOffset.UtcNow.AddMilliseconds(1_000));
        await running;

        await function.SignalStopAsync();
        await function.EndAsync();

        Assert.True(service.IsDisposed);
    }

    [Fact]
    public async Task A_function_that_cannot_start_tells_AWS_why_and_ends_with_1()
    {
        await using var function = await TestFunction.StartAsync(static builder => builder.Options.SignatureWindow = TimeSpan.FromDays(1));

        var failure = await function.Aws.InitErrorAsync();

        Assert.Equal("Agnt5.InitFailed", failure.Type);
        Assert.Contains("SignatureWindow", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await function.EndAsync());
        Assert.Equal(0, function.Aws.Asked);
        Assert.Contains("SignatureWindow", function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_whose_own_set_up_fails_tells_AWS_why_too()
    {
        await using var function = await TestFunction.StartAsync(static _ => throw new FileNotFoundException("prices.json is missing"));

        Assert.Equal("prices.json is missing", (await function.Aws.InitErrorAsync()).Message);
        Assert.Equal(1, await function.EndAsync());
    }

    [Fact]
    public async Task A_function_without_its_runtime_API_ends_and_does_not_spin()
    {
        using var nobody = new RuntimeApi("127.0.0.1:9");
        using var output = new MemoryStream();
        using var log = LambdaLog.Of(static _ => null, output, TimeProvider.System);

        Assert.Equal(1, await LambdaFunction.RunAsync(nobody, log, Agnt5Components.Catalog, configure: null, CancellationToken.None));
    }

    [Theory]
    [InlineData(null, "7", "7")]
    [InlineData("3f2c1ab", "7", null)]
    [InlineData(null, "$LATEST", null)]
    public void The_manifest_has_the_published_version_of_the_function_unless_a_commit_is_named(string? commit, string version, string? expected) =>
        Assert.Equal(expected ?? ServiceVersionDefault.Find(), FunctionVersion.Find(name => name == "GIT_SHA" ? commit : name == "AWS_LAMBDA_FUNCTION_VERSION" ? version : null));

    private sealed class Disposed : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
