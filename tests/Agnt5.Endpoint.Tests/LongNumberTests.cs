using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Reading and writing digits costs more time for each further digit, so a number has no more than 4,096 of them.</summary>
public sealed class LongNumberTests
{
    private const int Most = 4_096;

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    public async Task A_whole_number_of_any_size_has_a_bounded_length(string sign)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Invoke("name_long_number", sign + new string('9', Most)))).MustComplete("\"another\"");
        var refused = await endpoint.InvokeAsync(Invoke("name_long_number", sign + new string('9', Most + 1)));
        refused.MustRefuseTheInput();
        Assert.StartsWith("$: expected integer of at most 4096 digits, got ", refused.Message, StringComparison.Ordinal);
        (await endpoint.InvokeAsync(Invoke("name_long_number", sign + new string('9', 1_000_000)))).MustRefuseTheInput();
        (await endpoint.InvokeAsync(Invoke("name_long_number", $"{sign}1e1000000"))).MustRefuseTheInput();
    }

    [Fact]
    public async Task So_has_the_name_of_a_member()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Invoke("name_long_keys", $"{{\"{new string('9', Most)}\":1}}"))).MustComplete("\"1\"");
        var refused = await endpoint.InvokeAsync(Invoke("name_long_keys", $"{{\"{new string('9', 1_000_000)}\":1}}"));
        refused.MustRefuseTheInput();
        Assert.EndsWith("expected a name that is integer of at most 4096 digits", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_number_is_not_written_either()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        Assert.Contains($"\"output\":1{new string('0', Most - 1)}}}", (await endpoint.InvokeAsync(Invoke("make_long_number", $"{Most}"))).Text, StringComparison.Ordinal);
        foreach (var digits in new[] { Most + 1, 1_000_000 })
        {
            var answer = await endpoint.InvokeAsync(Invoke("make_long_number", $"{digits}"));
            Assert.Equal("WORKERLESS_OUTPUT_SERIALIZATION_FAILED", answer.Code);
            Assert.Contains("more than 4096 digits", answer.Message, StringComparison.Ordinal);
        }
    }

    private static string Invoke(string name, string input) => $$"""{"component_type":"function","component_name":"{{name}}","input":{{input}}}""";
}
