using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Every kind of response with all of its members (protocol section 5): one member more or less is a change of the wire.</summary>
public sealed class ResponseTests
{
    [Theory]
    [InlineData("workflow", "hello", "{}", """{"status":"completed","output":{"message":"hello world"}}""")]
    [InlineData("function", "forget", """{"what":"x"}""", """{"status":"completed"}""")]
    [InlineData("function", "find_nothing", "{}", """{"status":"completed","output":null}""")]
    [InlineData("workflow", "three_steps", "{}", """{"status":"completed","output":"done","checkpoint":{"steps":{"one":null,"two":null,"three":null}}}""")]
    [InlineData("workflow", "emit_together", "{}",
        """{"status":"completed","checkpoint":{"steps":{"quick":null,"slow":null,"agnt5:events":1,"agnt5:order":["quick","slow"]}},"events":[{"event_type":"first","data":1,"data_type":"json"},{"event_type":"second","data":2,"data_type":"json"},{"event_type":"third","data":3,"data_type":"json"}]}""")]
    [InlineData("workflow", "emit_badly", """{"how":"blank type"}""",
        """{"status":"failed","error":{"code":"WORKERLESS_HANDLER_ERROR","message":"The value cannot be an empty string or composed entirely of whitespace. (Parameter 'eventType')"}}""")]
    [InlineData("function", "double", """{"value":"two"}""",
        """{"status":"failed","error":{"code":"WORKERLESS_INPUT_INVALID","message":"$.value: expected number, got a string","retryable":false}}""")]
    public async Task A_response_that_ends_the_run(string type, string component, string input, string response)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run(component, input, type).SliceAsync()).MustBeExactly(200, response);
    }

    [Theory]
    [InlineData("""["sleep 1000"]""",
        """{"status":"suspended","reason":"timer","ready_at_ms":1900000001000,"timer_key":"sleep-0","checkpoint":{"steps":{"sleep-0":1900000000000}}}""")]
    [InlineData("""["retry 40000"]""",
        """{"status":"suspended","reason":"timer","ready_at_ms":1900000040000,"timer_key":"retry-0","checkpoint":{"steps":{"agnt5:retry:retry-0":{"attempt":1,"ready_at_ms":1900000040000}}}}""")]
    [InlineData("""["signal"]""",
        """{"status":"suspended","reason":"signal","signal_name":"go","waiting_step":"0"}""")]
    [InlineData("""["signal 5000"]""",
        """{"status":"suspended","reason":"signal","wait_timeout_ms":5000,"signal_name":"go","waiting_step":"0","checkpoint":{"steps":{"agnt5:since:signal:go:0":1900000000000}}}""")]
    [InlineData("""["signal","sleep 1000"]""",
        """{"status":"suspended","reason":"signal","signal_name":"go","waiting_step":"0","timeout_ms":1000,"checkpoint":{"steps":{"sleep-1":1900000000000}}}""")]
    [InlineData("""["signal 5000","sleep 1000"]""",
        """{"status":"suspended","reason":"signal","wait_timeout_ms":5000,"signal_name":"go","waiting_step":"0","timeout_ms":1000,"checkpoint":{"steps":{"agnt5:since:signal:go:0":1900000000000,"sleep-1":1900000000000}}}""")]
    [InlineData("""["ask"]""",
        """{"status":"suspended","reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"?","input_type":"text","options":[],"allow_custom":false,"skippable":false,"checkpoint":{"steps":{"agnt5:asked:0":{"hash":"0207ad3d03e9dbd915297befa18b13a40aae0840ca1a38530affeccaec80a81b","times":1}}}}""")]
    [InlineData("""["ask 7000"]""",
        """{"status":"suspended","reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"?","input_type":"text","options":[],"allow_custom":false,"skippable":false,"wait_timeout_ms":7000,"checkpoint":{"steps":{"agnt5:since:answer:0":1900000000000,"agnt5:asked:0":{"hash":"0207ad3d03e9dbd915297befa18b13a40aae0840ca1a38530affeccaec80a81b","times":1}}}}""")]
    [InlineData("""["ask","sleep 1000"]""",
        """{"status":"suspended","reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"?","input_type":"text","options":[],"allow_custom":false,"skippable":false,"timeout_ms":1000,"checkpoint":{"steps":{"sleep-1":1900000000000,"agnt5:asked:0":{"hash":"0207ad3d03e9dbd915297befa18b13a40aae0840ca1a38530affeccaec80a81b","times":1}}}}""")]
    [InlineData("""["ask 7000","sleep 1000"]""",
        """{"status":"suspended","reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"?","input_type":"text","options":[],"allow_custom":false,"skippable":false,"timeout_ms":1000,"wait_timeout_ms":7000,"checkpoint":{"steps":{"agnt5:since:answer:0":1900000000000,"sleep-1":1900000000000,"agnt5:asked:0":{"hash":"0207ad3d03e9dbd915297befa18b13a40aae0840ca1a38530affeccaec80a81b","times":1}}}}""")]
    public async Task A_suspension_with_and_without_a_timeout_and_beside_a_timer(string waits, string response)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("wait_for_several", $$"""{"waits":{{waits}}}""").SliceAsync()).MustBeExactly(200, response);
    }

    [Theory]
    [InlineData("three_steps", "{}",
        """{"status":"suspended","reason":"budget","budget":{"deadline_ms":1900000001000},"checkpoint":{"steps":{"one":null}}}""")]
    [InlineData("yield_there", "{}",
        """{"status":"suspended","reason":"budget","budget":{"deadline_ms":1900000001000}}""")]
    [InlineData("yield_there", """{"reason":"page done"}""",
        """{"status":"suspended","reason":"page done","budget":{"deadline_ms":1900000001000}}""")]
    public async Task A_suspension_at_the_budgets_end_or_of_the_workflows_own(string component, string input, string response)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run(component, input).SliceUntilAsync(1000, yieldBeforeMs: 1000)).MustBeExactly(200, response);
    }

    [Fact]
    public async Task A_suspension_with_events_and_a_failure_with_records()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("report");

        (await run.SliceAsync()).MustBeExactly(200, """
            {"status":"suspended","reason":"timer","ready_at_ms":1900000001000,"timer_key":"nap",
             "checkpoint":{"steps":{"work":null,"agnt5:failed:fail":[{"type":"System.TimeoutException","message":"silence","types":["System.SystemException"]}],"nap":1900000000000,"agnt5:events":3}},
             "events":[{"event_type":"run.begun","data":{"percent":0,"note":null},"data_type":"json"},
              {"event_type":"work.done","data":50,"data_type":"json"},
              {"event_type":"run.worked","data":60,"data_type":"json"},
              {"event_type":"work.failing","data":70,"data_type":"json"},
              {"event_type":"run.caught","data":80,"data_type":"json"}]}
            """);
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync()).MustBeExactly(200, """
            {"status":"failed","error":{"code":"WORKERLESS_HANDLER_ERROR","message":"after all"},
             "checkpoint":{"steps":{"work":null,"agnt5:failed:fail":[{"type":"System.TimeoutException","message":"silence","types":["System.SystemException"]}],"nap":1900000000000,"agnt5:fired:nap":true,"agnt5:events":4}},
             "events":[{"event_type":"run.done","data":100,"data_type":"json"}]}
            """);
    }
}
