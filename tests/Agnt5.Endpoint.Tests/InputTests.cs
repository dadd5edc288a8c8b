using System.Net;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 4: input that binds, and the caller's message for input that does not bind.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("""{"component_type":"workflow","component_name":"hello"}""", """{"message":"hello world"}""")]
    [InlineData("""{"component_type":"workflow","component_name":"hello","input":null}""", """{"message":"hello world"}""")]
    [InlineData("""{"component_type":"workflow","component_name":"hello","input":{"name":null}}""", """{"message":"hello world"}""")]
    [InlineData("""{"component_type":"function","component_name":"echo"}""", "{}")]
    [InlineData("""{"component_type":"function","component_name":"echo","input":[1,"a",null]}""", """[1,"a",null]""")]
    [InlineData("""{"component_type":"function","component_name":"echo","input":false}""", "false")]
    [InlineData("""{"component_type":"function","component_name":"echo","input":{"\u0061":"\/ héllo 🌍 \u2028 <b>"}}""", """{"a":"/ héllo 🌍 \u2028 <b>"}""")]
    [InlineData("""{"component_type":"function","component_name":"double","input":{"value":0.25}}""", """{"value":0.5}""")]
    [InlineData("""{"component_type":"tool","component_name":"lookup_order","input":"o-1"}""", """{"message":"order none"}""")]
    [InlineData("""{"component_type":"tool","component_name":"lookup_order","input":{"id":"o-1","extra":1}}""", """{"message":"order o-1"}""")]
    public async Task Input_reaches_the_component_as_it_was_sent(string body, string output)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(body)).MustComplete(output);
    }

    [Fact]
    public async Task A_record_with_an_enum_a_guid_and_a_list_makes_the_round_trip()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        const string ticket = """{"id":"t-1","count":3,"priority":"High","owner":"0c1f2f34-0000-4000-8000-00000000000a","tags":["a"]}""";

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"relabel","input":{{ticket}}}""");

        answer.MustComplete(ticket.Replace("[\"a\"]", "[\"a\",\"seen\"]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_learns_every_problem_of_its_input_at_once_with_path_and_expectation()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(
            """{"component_type":"function","component_name":"relabel","run_id":"r-7","input":{"count":3.5,"priority":"Urgent","owner":"me","tags":["a",5]}}""");

        answer.MustRefuseTheInput();
        Assert.Equal(
            """
            $.id: is required; $.count: expected integer from -2147483648 to 2147483647, got a number; $.priority: expected one of Low, High, got a string; $.owner: expected string of format uuid, like 0f8fad5b-d9cb-469f-a165-70867728950e, got a string; $.tags[1]: expected string, got a number
            """,
            answer.Message);
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"id":null,"count":1,"priority":"Low","tags":[]}""", "$.id: expected string, got null")]
    [InlineData("""{"id":"t","count":1,"priority":1,"tags":[]}""", "$.priority: expected one of Low, High, got a number")]
    [InlineData("""{"id":"t","count":99999999999,"priority":"Low","tags":[]}""", "$.count: expected integer from -2147483648 to 2147483647, got a number")]
    [InlineData("""{"id":"t","count":"1","priority":"Low","tags":[]}""", "$.count: expected integer from -2147483648 to 2147483647, got a string")]
    [InlineData("""{"id":"t","count":1,"priority":"Low","tags":{"a":1}}""", "$.tags: expected array, got an object")]
    [InlineData("""{"ID":"t","count":1,"priority":"Low","tags":[]}""", "$.id: is required")]
    [InlineData("[]", "$: expected object, got an array")]
    [InlineData("\"text\"", "$: expected object, got a string")]
    public async Task Input_that_does_not_bind_never_reaches_user_code(string input, string message)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"relabel","input":{{input}}}""");

        answer.MustRefuseTheInput(message);
    }

    [Theory]
    [InlineData("count_by_name", """{"\ud800":1}""")]
    [InlineData("pick", """{"name":"coffee"}""")]
    public async Task Input_that_only_the_type_itself_can_refuse_is_the_callers_fault_too(string function, string input)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"{{function}}","input":{{input}}}""");

        answer.MustRefuseTheInput();
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_input_error_is_bounded_and_the_log_never_sees_the_payload()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var secretText = new string('k', 500);
        var tags = string.Join(',', Enumerable.Range(0, 5_000));

        var answer = await endpoint.InvokeAsync(
            $$$"""{"component_type":"function","component_name":"relabel","run_id":"r-9","input":{"id":"t","count":"{{{secretText}}}","priority":"Low","tags":[{{{tags}}}]}}""");

        answer.MustRefuseTheInput();
        Assert.InRange(answer.Message!.Length, 100, 8 * 1024);
        Assert.DoesNotContain(secretText[..65], answer.Message, StringComparison.Ordinal);
        Assert.Single(endpoint.Log.About("r-9"), static line => line.Level == LogLevel.Warning);
        Assert.DoesNotContain("kkk", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Components_of_a_referenced_library_are_served_and_in_the_manifest()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync("""{"component_type":"function","component_name":"quote_parcel","input":{"id":"p","kilograms":1.5}}"""))
            .MustComplete("""{"parcelId":"p","euros":3}""");
        var sent = await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"send_parcel","input":{"id":"p","kilograms":2}}""");
        sent.MustComplete("""{"parcelId":"p","euros":4}""");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"steps":{"quote":{"parcelId":"p","euros":4}}}"""), sent.Json["checkpoint"]));

        var manifest = await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"));
        string[] names = [.. manifest.Json["components"]!.AsArray().Select(static component => $"{component!["type"]}:{component["name"]}")];
        Assert.Contains("function:quote_parcel", names);
        string[] typeOrder = ["function", "workflow", "tool"];
        Assert.Equal(names.OrderBy(name => Array.IndexOf(typeOrder, name.Split(':')[0])).ThenBy(static name => name, StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task The_manifest_in_the_build_output_is_the_one_that_is_served()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var served = (await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"))).Json.AsObject();
        Assert.True(served.Remove("service_version"));

        var built = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "agnt5.manifest.json"));

        Assert.Equal(JsonNode.Parse(built)!.ToJsonString(), served.ToJsonString());
    }

    [Fact]
    public async Task A_component_without_a_value_omits_its_output_and_one_that_finds_nothing_answers_null()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var forgotten = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"forget","input":{"what":"x"}}""");
        var nothing = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"find_nothing"}""");

        Assert.Equal("""{"status":"completed"}""", forgotten.Text);
        Assert.Equal("""{"status":"completed","output":null}""", nothing.Text);
        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)nothing.Status);
    }
}
