using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Dispatch.Components;
using Agnt5.Local.Tests.Dispatch.Hosting;
using static Agnt5.Local.Tests.Dispatch.Hosting.DispatchedRun;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>The way over HTTP, to our own endpoint on Kestrel.</summary>
public sealed class HttpConnectionTests : IDisposable
{
    private readonly EndpointClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(KestrelEndpoint.Secret)]
    [InlineData("\t " + KestrelEndpoint.Secret + " \n")]
    public async Task A_signed_invoke_reaches_the_component_and_its_output_comes_back(string secret)
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client, settings => settings with { Secret = secret });

        var result = await connection.InvokeAsync(Request("function", "weigh_parcel", """{"id":"p-1","weight":2}"""), default);

        Assert.Equal("""{"id":"p-1","weight":3}""", Text(Answered<CompletedAnswer>(result).Output));
    }

    [Fact]
    public async Task The_manifest_comes_as_its_bytes()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        Assert.StartsWith("""{"protocol_version":"workerless.v1",""", Text(await connection.GetManifestAsync(default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_that_throws_is_an_answer_and_no_loss()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        var failed = Answered<FailedAnswer>(await connection.InvokeAsync(Request("function", "break_parcel", "{}"), default));

        Assert.Equal(("WORKERLESS_HANDLER_ERROR", "it is in pieces", true), (failed.Code, failed.Message, failed.IsRetryable));
    }

    [Fact]
    public async Task A_deployment_with_another_secret_loses_the_invoke_for_good_and_says_so()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client, static settings => settings with { Secret = "another-secret-altogether" });

        var lost = Lost(await connection.InvokeAsync(Request("function", "weigh_parcel", "{}"), default));

        Assert.Equal(("WORKERLESS_SIGNATURE_INVALID", true), (lost.Code, lost.IsFinal));
        Assert.Contains("signing secret must be the deployment's", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_that_is_gone_loses_the_invoke_for_good_and_says_what_to_do()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        var lost = Lost(await connection.InvokeAsync(Request("function", "gone", "{}"), default));

        Assert.Equal(("WORKERLESS_COMPONENT_NOT_FOUND", true), (lost.Code, lost.IsFinal));
        Assert.Contains("Sync it under a new immutable ref", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_is_switched_off_may_come_back()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync(static options => options.Enabled = false);
        using var connection = endpoint.Connect(_client);

        var lost = Lost(await connection.InvokeAsync(Request("function", "weigh_parcel", "{}"), default));

        Assert.Equal(("WORKERLESS_DISABLED", false), (lost.Code, lost.IsFinal));
        var refused = await Assert.ThrowsAsync<EndpointException>(() => connection.GetManifestAsync(default));
        Assert.Equal("WORKERLESS_DISABLED", refused.Code);
    }

    [Fact]
    public async Task An_answer_of_ten_megabytes_arrives_whole()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        var result = await connection.InvokeAsync(Request("function", "print_label", """{"length":10000000}"""), default);

        Assert.Equal(10_000_002, Answered<CompletedAnswer>(result).Output.Length);
    }

    [Fact]
    public async Task A_longer_answer_than_is_kept_is_lost_with_a_clear_word()
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        var lost = Lost(await connection.InvokeAsync(Request("function", "print_label", """{"length":17000000}"""), default));

        Assert.Equal("WORKERLESS_INVALID_RESPONSE", lost.Code);
        Assert.Contains("longer than 16777216 bytes", lost.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_000_000, null)]
    [InlineData(9_000_000, "WORKERLESS_PAYLOAD_TOO_LARGE")]
    [InlineData(40_000_000, "WORKERLESS_PAYLOAD_TOO_LARGE")]
    public async Task An_invoke_that_is_too_large_for_the_endpoint_is_lost_for_good(int length, string? code)
    {
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        var result = await connection.InvokeAsync(Request("function", "weigh_parcel", $$"""{"id":"{{new string('x', length)}}","weight":1}"""), default);

        Assert.Equal((code, code is not null), result is InvokeLost lost ? (lost.Code, lost.IsFinal) : (null, false));
    }

    [Fact]
    public async Task A_caller_that_leaves_abandons_the_code_at_the_endpoint()
    {
        var losing = Parcels.LosingOf("over-http");
        await using var endpoint = await KestrelEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);
        using var caller = new CancellationTokenSource();

        var invoking = connection.InvokeAsync(Request("function", "lose_parcel", """{"id":"over-http"}"""), caller.Token);
        await losing.Began.Task;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoking);
        await losing.Ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    internal static T Answered<T>(InvokeResult result)
        where T : SliceAnswer => Assert.IsType<T>(Assert.IsType<InvokeAnswered>(result).Answer);

    internal static InvokeLost Lost(InvokeResult result) => Assert.IsType<InvokeLost>(result);

    internal static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
