using System.Globalization;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>A number beyond the range of double or float would become infinity, which cannot go out again: it is refused where it comes in.</summary>
public sealed class NumberRangeTests
{
    private const string Zeros = "0000000000000000000000000000000000000000";

    private static string Reach(string far = "1", string near = "null", string many = "[]", string named = "{}", string keyed = "{}", string any = "null") =>
        $$"""{"far":{{far}},"near":{{near}},"many":{{many}},"named":{{named}},"keyed":{{keyed}},"any":{{any}}}""";

    public static TheoryData<string, string> Beyond => new()
    {
        { Reach(far: "1e400"), "$.far: expected number, got one beyond its range" },
        { Reach(far: "-1E+400"), "$.far: expected number, got one beyond its range" },
        { Reach(near: "3.5e38"), "$.near: expected number, got one beyond its range" },
        { Reach(near: $"1{Zeros}"), $"$.near: expected number, got one beyond its range" },
        { Reach(many: "[1,1e309]"), "$.many[1]: expected number, got one beyond its range" },
        { Reach(named: """{"a":1e39}"""), "$.named[member 0]: expected number, got one beyond its range" },
        { Reach(keyed: """{"1e400":1}"""), "$.keyed[member 0]: expected a name that is number" },
        { Reach(far: "1e400", many: "[-1e400]"), "$.far: expected number, got one beyond its range; $.many[0]: expected number, got one beyond its range" },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task A_number_beyond_the_range_of_its_type_is_an_input_error_with_its_path(string input, string message)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"extend","input":{{input}}}""");

        answer.MustRefuseTheInput(message);
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    public static TheoryData<string> Within =>
    [
        Reach(far: "1e308", near: "3.4e38", many: "[1e-400,0e999]", keyed: """{"1e300":1}"""),
        Reach(far: $"1{Zeros}", any: """{"a":1e400,"b":["1e400"]}"""),
        Reach(named: """{"1e400":1,"3e8a":2}"""),
    ];

    [Theory]
    [MemberData(nameof(Within))]
    public async Task Large_numbers_that_fit_and_those_of_untyped_members_come_back_as_they_were(string input)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"extend","input":{{input}}}""");

        answer.MustBe("completed");
        if (input.Contains("1e400", StringComparison.Ordinal))
            Assert.Contains("1e400", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e400", false)]
    [InlineData("Infinity", true)]
    public async Task Numbers_in_texts_are_held_to_the_range_and_infinity_may_be_said(string text, bool binds)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"word","input":{"far":"{{text}}"} }""");

        if (binds)
            answer.MustComplete("true");
        else
            answer.MustRefuseTheInput("$.far: expected number, got a string");
    }

    [Fact]
    public async Task Records_and_payloads_are_held_to_it_too()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"step_far","checkpoint":{"steps":{"far":1e400}}}"""))
            .MustFail("The recorded result of step 'far' does not bind to System.Double: $: expected number, got one beyond its range", isFinal: true);
        (await endpoint.Run("await_far").SliceAsync("""{"signal_name":"go","signal_payload":"-1e400"}""")).MustFail("does not bind to System.Double: $: expected number", isFinal: true);
    }

    [Theory]
    [InlineData("1e39", "$.named[member 1]: expected number, got one beyond its range")]
    [InlineData("\"x\"", "$.named[…]: expected number, got a value that the type refuses")]
    public async Task The_place_in_a_large_input_has_no_keys_of_the_document(string value, string message)
    {
        var content = Encoding.UTF8.GetBytes(Reach(many: $"[1{string.Concat(Enumerable.Repeat(",1", 600_000))}]", named: $$"""{"a":1,"4111":{{value}}}"""));
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("function", "extend", InputRef(store.Url(), content)))).MustRefuseTheInput(message);
    }

    [Fact]
    public async Task What_cannot_go_out_again_is_no_number_beyond_the_range_in_a_large_input()
    {
        var content = Encoding.UTF8.GetBytes(Reach(many: $"[1{string.Concat(Enumerable.Repeat(",1", 600_000))}]", any: """["\ud83d",1e400]"""));
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "extend", InputRef(store.Url(), content)));

        Assert.DoesNotContain("beyond its range", answer.Text, StringComparison.Ordinal);
        Assert.Contains("half of a surrogate pair", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_input_that_is_bound_while_it_arrives_is_held_to_it_too()
    {
        var measurements = string.Join(',', Enumerable.Range(0, 30_000).Select(static id => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{id}},"sensor":"3e8 sensor","value":1e3,"tags":[]}""")));
        var content = Encoding.UTF8.GetBytes($$"""{"measurements":[{{measurements}},{"id":1,"sensor":"s","value":1e400,"tags":[]}]}""");
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "count_measurements", InputRef(store.Url(), content)));

        answer.MustRefuseTheInput("$.measurements[30000].value: expected number, got one beyond its range");
    }
}
