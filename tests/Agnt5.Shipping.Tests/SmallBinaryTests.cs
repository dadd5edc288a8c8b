using System.Text;

namespace Agnt5.Shipping.Tests;

/// <summary>What a native binary weighs, and what one without large payloads answers to who sends them.</summary>
[Collection(QuickStartCollection.Name)]
public sealed class SmallBinaryTests
{
    private static readonly string Sample = Repository.PathOf("samples", "QuickStart");
    private static readonly string Bare = Repository.PathOf("tests", "load", "Agnt5.BareEndpoint");

    [Fact]
    public async Task Without_large_payloads_a_binary_has_no_HTTP_client_and_says_so_to_who_needs_it()
    {
        var whole = await Shipment.NativeAppAsync(Sample);
        var bare = await Shipment.NativeAppAsync(Bare);
        var folder = Repository.EmptyFolder("small");
        var published = await Command.MustRunAsync(
            Repository.Root,
            "dotnet", "publish", Sample, "--no-build", "-c", "Release", "-f", "net10.0", "-r", "linux-x64", "-nologo", "-v:minimal", "-tl:off", "-p:Agnt5LargePayloads=false", "-o", folder);
        var small = Path.Combine(folder, "QuickStart");

        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        // What the SDK may weigh, in bytes over an endpoint of a few lines. tests/load/README.md has the figures.
        Assert.InRange(SizeOf(whole) - SizeOf(bare), 0, 7_500_000);
        Assert.InRange(SizeOf(small) - SizeOf(bare), 0, 2_900_000);

        var unsigned = new Dictionary<string, string> { ["Agnt5__AllowUnsigned"] = "true" };
        await using var endpoint = await RunningEndpoint.StartAsync("Development", unsigned, folder, small);
        Assert.Equal("""200 {"status":"completed","output":{"message":"hello Ada"}}""", await InvokeAsync(endpoint, "\"input\":{\"name\":\"Ada\"}"));
        Assert.Equal(
            "400 {\"status\":\"failed\",\"error\":{\"code\":\"WORKERLESS_INPUT_REF_UNSUPPORTED\",\"message\":\"The input_ref cannot be used: this endpoint was built without large payloads "
            + "(Agnt5LargePayloads=false in its project). Send a smaller input, or build the endpoint with them.\",\"retryable\":false}}",
            await InvokeAsync(endpoint, "\"input_ref\":{\"url\":\"https://store.example.com/in.json\",\"size_bytes\":2}"));
        Assert.Equal(
            "413 {\"status\":\"failed\",\"error\":{\"code\":\"WORKERLESS_PAYLOAD_TOO_LARGE\",\"message\":\"The output cannot be stored: it has 23 bytes, more than its threshold_bytes, "
            + "and this endpoint was built without large payloads (Agnt5LargePayloads=false in its project). Return a smaller output, or build the endpoint with them.\",\"retryable\":false}}",
            await InvokeAsync(endpoint, "\"input\":{\"name\":\"Ada\"},\"output_upload\":{\"url\":\"https://store.example.com/out.json\",\"ref\":\"o\",\"threshold_bytes\":8}"));
    }

    private static long SizeOf(string file) => new FileInfo(file).Length;

    private static async Task<string> InvokeAsync(RunningEndpoint endpoint, string members)
    {
        using var client = new HttpClient();
        using var body = new StringContent($$"""{"component_type":"workflow","component_name":"hello",{{members}}}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{endpoint.Port}/agnt5/invoke"), body);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
