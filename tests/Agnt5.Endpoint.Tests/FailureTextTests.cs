using System.Text;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 5: the message of a failure reaches the caller whole where that is possible, and otherwise says that it was cut.</summary>
public sealed class FailureTextTests
{
    [Fact]
    public async Task A_message_of_three_megabytes_is_cut_and_says_so()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"fail_at_length","input":{"length":1500000}}""");

        answer.MustFail("… (cut, 1500000 characters in all)", isFinal: false);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Message!), 8 * 1024 - 3, 8 * 1024);
    }

    [Fact]
    public async Task A_message_that_fits_is_not_touched()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"fail_at_length","input":{"length":4096}}""");

        Assert.Equal(new string('é', 4096), answer.Message);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_a_message_becomes_the_replacement_character()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync("""{"component_type":"function","component_name":"fail_with_half"}""")).MustFail("ab\uFFFD", isFinal: false);
    }
}
