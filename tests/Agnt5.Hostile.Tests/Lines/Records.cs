using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Lines;

/// <summary>Checkpoint records that this SDK does not write (protocol section 6). They are read strictly, so that a run fails instead of taking a different path.</summary>
[Collection(OneEndpoint.Name)]
public sealed class Records(HostileEndpoint endpoint)
{
    private const string Never = "4102444800000";

    [Theory]
    [InlineData("fetch", "agnt5:failed:fetch", "[]", "completed \"fetched\"")]
    [InlineData("fetch", "agnt5:failed:fetch", """[{"type":"t","message":"broken"}]""", "failed broken")]
    [InlineData("fetch", "agnt5:failed:fetch", """[{"type":null,"message":null}]""", "failed The component failed without a message")]
    [InlineData("fetch", "agnt5:retry:fetch", """{"attempt":1,"ready_at_ms":1}""", "completed \"fetched\"")]
    [InlineData("fetch", "agnt5:retry:fetch", """{"attempt":2147483646,"ready_at_ms":-9223372036854775808}""", "completed \"fetched\"")]
    [InlineData("fetch", "agnt5:retry:fetch", """{"attempt":0,"ready_at_ms":9223372036854775807}""", "suspended timer")]
    [InlineData("fetch", "agnt5:zzz", "{}", "completed \"fetched\"")]
    [InlineData("pair", "agnt5:order", "[]", "completed 30")]
    [InlineData("pair", "agnt5:order", """["b","a"]""", "completed 30")]
    [InlineData("pair", "agnt5:order", """["a","a","nobody","agnt5:failed:a","b","b"]""", "completed 30")]
    [InlineData("nap", "wait", "1", "completed \"rested\"")]
    [InlineData("nap", "wait", "1e3", "completed \"rested\"")]
    [InlineData("nap", "wait", "-9007199254740991", "completed \"rested\"")]
    [InlineData("nap", "wait", "9007199254740991", "suspended timer")]
    [InlineData("nap", "agnt5:fired:wait", "true", "completed \"rested\"")]
    [InlineData("clock", "agnt5:now", "[7,8]", "completed 7")]
    [InlineData("clock", "agnt5:now", "[9223372036854775807]", "completed 253402300799999")]
    [InlineData("clock", "agnt5:now", "[-9223372036854775808]", "completed -62135596800000")]
    [InlineData("ask", "agnt5:answer:0", "null", "completed null")]
    [InlineData("ask_for_an_hour", "agnt5:since:answer:0", "1", "failed Question 0 was not answered")]
    [InlineData("ask_for_an_hour", "agnt5:timeout:answer:0", "true", "failed Question 0 was not answered")]
    [InlineData("ask_for_an_hour", "agnt5:since:answer:0", "9007199254740991", "suspended user_input_required")]
    [InlineData("hear", "agnt5:signal:raw:raw", "null", "completed null")]
    public async Task A_record_means_one_thing(string workflow, string key, string record, string outcome) =>
        Assert.StartsWith(outcome, await Line.OutcomeAsync(endpoint, Line.Resume(workflow, $"{{\"{key}\":{record}}}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("fetch", "fetch", "7", "[]", "{\"a\":1}")]
    [InlineData("fetch", "agnt5:failed:fetch", "null", "1", "{}", "\"x\"", "[null]", "[1]", "[{}]", """[{"type":"t"}]""", """[{"message":"m"}]""", """[{"type":1,"message":"m"}]""", """[{"type":"t","message":"\ud800"}]""")]
    [InlineData("fetch", "agnt5:retry:fetch", "null", "1", "[]", "{}", """{"attempt":1}""", """{"ready_at_ms":1}""", """{"attempt":-1,"ready_at_ms":1}""", """{"attempt":1.5,"ready_at_ms":1}""", """{"attempt":2147483647,"ready_at_ms":1}""", """{"attempt":1,"ready_at_ms":1e300}""", """{"attempt":1,"ready_at_ms":"1"}""")]
    [InlineData("pair", "agnt5:order", "null", "true", "{}", "\"a\"", "[1]", "[[]]", "[\"\\ud800\"]")]
    [InlineData("nap", "wait", "null", "true", "1.5", "1e300", "1e999", "\"text\"", "\"1\"", "[]", "{}", "9223372036854775808")]
    [InlineData("clock", "agnt5:now", "null", "5", "{}", "\"x\"", "[1.5]", "[\"1\"]", "[null]", "[1e999]", "[9223372036854775808]")]
    [InlineData("ask", "agnt5:asked:0", "null", "1", "[]", "\"x\"", "{}", """{"hash":"x"}""", """{"times":1}""", """{"hash":1,"times":1}""", """{"hash":"x","times":1.5}""", """{"hash":"x","times":"1"}""", """{"hash":"\ud800","times":1}""")]
    [InlineData("ask", "agnt5:answer:0", "5", "true", "[]", "{}", "\"\\ud800\"")]
    [InlineData("ask_for_an_hour", "agnt5:since:answer:0", "null", "true", "1.5", "\"1\"", "1e999")]
    [InlineData("tell", "agnt5:events", "null", "1.5", "\"1\"", "[]", "1e999", "9223372036854775808")]
    public async Task A_record_that_cannot_be_read_ends_the_run_and_is_named(string workflow, string key, params string[] records)
    {
        foreach (var record in records)
        {
            var answer = await Line.SendAsync(endpoint, Line.Resume(workflow, $"{{\"{key}\":{record}}}"));
            Assert.Contains($"'{key}'", answer.Text, StringComparison.Ordinal);
            Assert.Contains("\"status\":\"failed\",\"error\":{\"code\":\"WORKERLESS_HANDLER_ERROR\"", answer.Text, StringComparison.Ordinal);
            Assert.Contains("\"retryable\":false", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("1", 1)]
    [InlineData("2", 0)]
    [InlineData("9007199254740991", 0)]
    [InlineData("-5", 2)]
    public async Task Events_that_went_out_do_not_go_out_again(string delivered, int events)
    {
        var answer = await Line.SendAsync(endpoint, Line.Resume("tell", $"{{\"agnt5:events\":{delivered}}}"));
        Assert.Equal(events, answer.Text.Split("\"event_type\"").Length - 1);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"steps":null}""")]
    [InlineData("""{"steps":[1]}""")]
    [InlineData("""{"steps":"x","agent_sessions":5,"zzz":{}}""")]
    [InlineData("""{"steps":{"":1,"agnt5:":2,"agnt5:order:x":3}}""")]
    public async Task A_checkpoint_of_another_form_is_as_good_as_none(string checkpoint) =>
        Assert.Equal("completed \"fetched\"", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "fetch", members: $"\"checkpoint\":{checkpoint}")));

    [Fact]
    public async Task The_order_of_a_run_that_failed_in_parallel_still_ends_when_the_list_is_huge()
    {
        var order = string.Join(',', Enumerable.Range(0, 200_000).Select(static i => $"\"k{i}\""));
        Assert.Equal("completed 30", await Line.OutcomeAsync(endpoint, Line.Resume("pair", $"{{\"a\":10,\"b\":20,\"agnt5:order\":[{order},\"b\",\"a\"],\"wait\":{Never}}}")));
    }
}
