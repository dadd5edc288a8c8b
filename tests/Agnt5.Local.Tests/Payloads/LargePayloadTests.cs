using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Local.Tests.Dispatch.Hosting;
using static Agnt5.Local.Tests.Dispatch.Hosting.DispatchedRun;
using static Agnt5.Local.Tests.Dispatch.HttpConnectionTests;

namespace Agnt5.Local.Tests.Payloads;

/// <summary>Protocol section 7 with our own endpoint: inputs that it fetches, and outputs that it stores.</summary>
public sealed class LargePayloadTests : IDisposable
{
    private readonly EndpointClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_large_input_is_fetched_and_a_large_output_is_stored()
    {
        await using var server = await PayloadServer.StartAsync(clock: TimeProvider.System);
        await using var endpoint = await StartEndpointAsync();
        using var connection = endpoint.Connect(_client);
        var sender = new SliceSender(server.Store, TimeProvider.System) { Links = server.Links };
        var input = Encoding.UTF8.GetBytes($$"""{"id":"{{new string('y', 3_000_000)}}","weight":2}""");
        server.Inputs[RunId] = input;

        var answer = Answered<CompletedAnswer>(await sender.SendAsync(connection, Of("function", "weigh_parcel"), Deployment(), input, default));

        Assert.True(answer.Output.IsEmpty);
        var stored = server.Store.Find(answer.OutputRef!)!;
        Assert.Equal(input.Length, stored.Content.Length);
        Assert.EndsWith(""","weight":3}""", Encoding.UTF8.GetString(stored.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Small_payloads_go_with_the_invoke_and_leave_nothing_in_the_store()
    {
        await using var server = await PayloadServer.StartAsync(clock: TimeProvider.System);
        await using var endpoint = await StartEndpointAsync();
        using var connection = endpoint.Connect(_client);
        var sender = new SliceSender(server.Store, TimeProvider.System) { Links = server.Links };

        var answer = Answered<CompletedAnswer>(await sender.SendAsync(connection, Of("function", "print_label"), Deployment(), """{"length":3}"""u8.ToArray(), default));

        Assert.Equal(("\"xxx\"", null), (Text(answer.Output), answer.OutputRef));
    }

    [Fact]
    public async Task An_output_that_could_not_be_stored_fails_the_attempt_with_the_reason()
    {
        await using var server = await PayloadServer.StartAsync(clock: TimeProvider.System);
        await using var endpoint = await KestrelEndpoint.StartAsync(static options => options.OutboundGuard.RequireHttps = false);
        using var connection = endpoint.Connect(_client);
        var sender = new SliceSender(server.Store, TimeProvider.System) { Links = server.Links };

        var failed = Answered<FailedAnswer>(await sender.SendAsync(connection, Of("function", "print_label"), Deployment(), """{"length":2000000}"""u8.ToArray(), default));

        Assert.Equal("WORKERLESS_OUTPUT_REF_UPLOAD_FAILED", failed.Code);
    }

    [Theory]
    [InlineData("out.other", 2, "OK", "names out.other, and the invoke's output_upload named out.1")]
    [InlineData("out.1", 3, "OK", "another size or hash")]
    [InlineData("out.1", 2, "00", "another size or hash")]
    [InlineData("out.1", 2, "OK", null)]
    public void An_answer_must_name_what_was_uploaded(string name, long size, string hash, string? problem)
    {
        var store = new MemoryPayloadStore();
        var saved = SavedPayload.Of("{}"u8.ToArray());
        store.TrySave("out.1", saved);
        var answer = new CompletedAnswer { OutputRef = name, OutputSize = size, OutputSha256 = hash == "OK" ? saved.Sha256 : hash };

        AssertProblem(problem, UploadedOutput.ProblemOf(answer, new UploadLink("", "out.1", 1, 1, 1), store));
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("", "not JSON")]
    [InlineData(" [1] ", null)]
    public void What_was_uploaded_must_be_JSON(string content, string? problem)
    {
        var store = new MemoryPayloadStore();
        var saved = SavedPayload.Of(Encoding.UTF8.GetBytes(content));
        store.TrySave("out.1", saved);
        var answer = new CompletedAnswer { OutputRef = "out.1", OutputSize = saved.Content.Length, OutputSha256 = saved.Sha256 };

        AssertProblem(problem, UploadedOutput.ProblemOf(answer, new UploadLink("", "out.1", 1, 1, 1), store));
    }

    [Fact]
    public async Task An_answer_that_names_an_upload_that_nobody_made_is_lost()
    {
        var hash = new string('0', 64);
        using var server = RawServer.Answering(RawServer.Response("200 OK", $$$"""{"status":"completed","output_ref":{"ref":"out.1","size_bytes":1,"sha256":"{{{hash}}}"}}"""));
        using var connection = server.Connect(_client);
        var sender = new SliceSender(new MemoryPayloadStore(), TimeProvider.System);

        var lost = Lost(await sender.SendAsync(connection, Of("function", "any"), Deployment(), default, default));

        Assert.Equal("WORKERLESS_INVALID_RESPONSE", lost.Code);
        Assert.Contains("$.output_ref is there, and the invoke had no output_upload", lost.Message, StringComparison.Ordinal);
    }

    private static void AssertProblem(string? expected, string? problem)
    {
        if (expected is null)
            Assert.Null(problem);
        else
            Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    private static Task<KestrelEndpoint> StartEndpointAsync() => KestrelEndpoint.StartAsync(static options =>
    {
        options.OutboundGuard.AllowPrivateNetworks = true;
        options.OutboundGuard.RequireHttps = false;
        options.OutboundGuard.AllowedPorts.Add(0);
    });
}
