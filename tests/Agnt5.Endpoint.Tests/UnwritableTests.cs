using System.Net;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>A result without a JSON form fails the run with the part and the reason, and is not tried again.</summary>
public sealed class UnwritableTests
{
    [Theory]
    [InlineData("write_invoice", "NaN", "$.prices[1].amount: NaN is not a number in JSON")]
    [InlineData("write_invoice", "infinity", "$.shares.a b: Infinity is not a number in JSON")]
    [InlineData("write_invoice", "half", "$.prices[0].currency: has half of a surrogate pair")]
    [InlineData("write_invoice", "half name", "$.shares: the name 'ab\uFFFD' has half of a surrogate pair")]
    [InlineData("write_invoice", "half in data", "$.data.a[1]: has half of a surrogate pair")]
    [InlineData("write_invoice", "null", "$.id: is null, and its type does not allow that")]
    [InlineData("ask_grumpy", "", "$.mood: its getter threw FormatException: not today")]
    [InlineData("bark", "", "$: is a Dog, which Animal does not declare as a subtype: add [JsonDerivedType(typeof(Dog), \"dog\")] to Animal")]
    public async Task A_result_of_a_step_and_an_output_name_the_member_and_the_reason(string workflow, string how, string problem)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var step = await endpoint.Run(workflow, $$"""{"how":"{{how}}","inStep":true}""").SliceAsync();
        var output = await endpoint.Run(workflow, $$"""{"how":"{{how}}","inStep":false}""").SliceAsync();

        step.MustFail(problem, isFinal: true);
        output.MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_OUTPUT_SERIALIZATION_FAILED");
        Assert.Contains(problem, output.Message, StringComparison.Ordinal);
        Assert.False(output.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("tie", "{}", "$.next: contains itself")]
    [InlineData("lock", "{}", "$.animals[1]: is a Dog, which Animal does not declare as a subtype")]
    [InlineData("draw", """{"declared":false}""", "$: is a Square, which Shape does not declare as a subtype: add [JsonDerivedType(typeof(Square), \"square\")] to Shape")]
    public async Task An_output_of_a_function_does_too(string function, string input, string problem)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run(function, input, "function").SliceAsync();

        answer.MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_OUTPUT_SERIALIZATION_FAILED");
        Assert.Contains(problem, answer.Message, StringComparison.Ordinal);
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_step_that_returns_an_undeclared_subtype_is_not_tried_again_and_one_of_that_type_itself_works()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var before = Unwritable.Drawn;

        var failed = await endpoint.Run("sketch", """{"asShape":true}""").SliceAsync();
        failed.MustFail(
            "The result of step 'sketch' cannot be written as JSON, so it could not be replayed: $: is a Square, which Shape does not declare as a subtype: add [JsonDerivedType",
            isFinal: true);
        Assert.Equal(before + 1, Unwritable.Drawn);

        var run = endpoint.Run("sketch", """{"asShape":false}""");
        (await run.SliceAsync()).MustComplete("\"s\"");
        (await run.SliceAsync()).MustComplete("\"s\"");
        Assert.Equal(before + 2, Unwritable.Drawn);
    }

    [Fact]
    public async Task A_subtype_that_is_declared_is_written()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("draw", """{"declared":true}""", "function").SliceAsync()).MustComplete("""{"$type":"circle","name":"c"}""");
    }

    [Fact]
    public async Task A_subtype_is_written_as_its_base_type_where_that_says_so()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("send_fax");

        var answer = await run.SliceAsync();
        answer.MustComplete("""{"id":"f"}""");
        Assert.Equal("""{"$type":"woody","name":"o"}""", answer.Json["events"]![0]!["data"]!.ToJsonString());
        (await run.SliceAsync()).MustComplete("""{"id":"f"}""");
        (await endpoint.Run("fax", type: "function").SliceAsync()).MustComplete("""{"id":"f"}""");
        (await endpoint.Run("grow", type: "function").SliceAsync()).MustComplete("""{"$type":"woody","name":"o"}""");
    }
}
