using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Tests;

/// <summary>Models that ask people: <c>ask_user</c> and <c>request_approval</c>.</summary>
public sealed class PersonToolTests
{
    private static readonly string[] Rooms = ["Garden", "Street"];

    [Fact]
    public async Task The_answer_of_a_person_is_the_result_of_the_call()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("ask_user", ("question", "Which name?"))).Says("Welcome, Ada.");
        var turn = endpoint.Turn("receptionist", "Hello");

        (await turn.SliceAsync()).MustSuspend("""
            {"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"Which name?","input_type":"text","options":[],"allow_custom":false,"skippable":true}
            """);
        (await turn.SliceAsync("""{"user_response":"Ada"}""")).MustComplete("\"Welcome, Ada.\"");

        Assert.EndsWith("tool: = Ada", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Model.Requests.Count);
        Assert.Equal(["tool_call.started", "tool_call.completed"], turn.Events.Where(static type => type.StartsWith("tool", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Garden", "Garden")]
    [InlineData("The attic", "The attic")]
    [InlineData("__skipped__", "The user skipped this question.")]
    public async Task Options_are_shown_and_a_person_may_choose_one_write_another_answer_or_skip(string response, string result)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("ask_user", ("question", "Which room?"), ("options", Rooms))).Says("Done.");
        var turn = endpoint.Turn("receptionist", "Hello");

        (await turn.SliceAsync()).MustSuspend("""
            {"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"Which room?","input_type":"select",
             "options":[{"id":"Garden","label":"Garden"},{"id":"Street","label":"Street"}],"allow_custom":true,"skippable":true}
            """);
        (await turn.SliceAsync($$"""{"user_response":"{{response}}"}""")).MustComplete("\"Done.\"");

        Assert.EndsWith($"tool: = {result}", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve", "The user approved this.")]
    [InlineData("reject", "The user rejected this.")]
    public async Task A_person_approves_or_rejects_what_the_model_is_about_to_do(string response, string result)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("request_approval", ("action", "Cancel room 7"), ("details", "It is free of charge."))).Says("Done.");
        var turn = endpoint.Turn("receptionist", "Cancel");

        (await turn.SliceAsync()).MustSuspend("""
            {"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"Cancel room 7\n\nIt is free of charge.","input_type":"approval",
             "options":[{"id":"approve","label":"Approve"},{"id":"reject","label":"Reject"}],"allow_custom":false,"skippable":false}
            """);
        Assert.Equal("user_input_required", (await turn.SliceAsync("""{"user_response":"__skipped__"}""")).Json["reason"]!.GetValue<string>());
        (await turn.SliceAsync($$"""{"user_response":"{{response}}"}""")).MustComplete("\"Done.\"");

        Assert.EndsWith($"tool: = {result}", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_questions_of_a_reply_are_asked_one_after_the_other_and_no_other_call_waits_for_them()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(
                ScriptedModel.Call("ask_user", ("question", "Which name?")),
                ScriptedModel.Call("count_stock", ("article", "key")),
                ScriptedModel.Call("request_approval", ("action", "Cancel room 7")),
                ScriptedModel.Call("ask_user", ("question", "Which room?")))
            .Says("Done.");
        var turn = endpoint.Turn("receptionist", "Hello");

        Assert.Equal("Which name?", (await turn.CutAfterEachStepAsync()).Json["question"]!.GetValue<string>());
        Assert.Equal(["count key"], endpoint.Diary);
        Assert.Equal("Cancel room 7", (await turn.CutAfterEachStepAsync("""{"user_response":"Ada"}""")).Json["question"]!.GetValue<string>());
        Assert.Equal("Which room?", (await turn.CutAfterEachStepAsync("""{"user_response":"approve","pause_index":"1"}""")).Json["question"]!.GetValue<string>());
        (await turn.CutAfterEachStepAsync("""{"user_response":"12","pause_index":"2"}""")).MustComplete("\"Done.\"");

        Assert.EndsWith("tool: = Ada = 3 = The user approved this. = 12", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Model.Requests.Count);
        Assert.Equal(["count key"], endpoint.Diary);
        Assert.Equal(
            Enumerable.Repeat<string[]>(["tool_call.started", "tool_call.completed"], 4).SelectMany(static types => types),
            turn.Events.Where(static type => type.StartsWith("tool", StringComparison.Ordinal)));
        Assert.Empty(turn.Steps);
    }

    [Theory]
    [InlineData("""{"user_response":"approve"}""")]
    [InlineData("""{"step_events":"{\"0\":\"approve\",\"1\":\"approve\"}","user_response":"approve","pause_index":"0"}""")]
    public async Task An_answer_that_nobody_asked_for_approves_nothing(string metadata)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("request_approval", ("action", "Burn it down")));

        Assert.Equal("Burn it down", (await endpoint.Turn("receptionist", "Hello").SliceAsync(metadata)).Json["question"]!.GetValue<string>());

        Assert.Single(endpoint.Model.Requests);
    }

    [Fact]
    public async Task What_the_model_asks_is_shown_with_all_characters_that_hide_or_turn_text()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        string[] options = ["y\u200Bes", "no"];
        endpoint.Model.Calls(ScriptedModel.Call("ask_user", ("question", "Delete\nfile\u202Egpj.exe\U000E0041?"), ("options", options))).Says("Done.");
        var turn = endpoint.Turn("receptionist", "Hello");

        var asked = (await turn.SliceAsync()).Json;

        Assert.Equal("Delete\nfile\\u202egpj.exe\\udb40\\udc41?", asked["question"]!.GetValue<string>());
        Assert.Equal("y\\u200bes", asked["options"]![0]!["label"]!.GetValue<string>());
        (await turn.SliceAsync("""{"user_response":"y\\u200bes"}""")).MustComplete("\"Done.\"");
    }

    [Fact]
    public async Task Arguments_that_a_person_approves_have_no_hidden_letters()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("refund", ("id", "o-1\U000E0041\u3164\uFE01😀")));

        var asked = await endpoint.Turn("support", "go").SliceAsync();

        Assert.Equal("May support call refund with {\"id\":\"o-1\\udb40\\udc41\\u3164\\ufe01😀\"}?", asked.Json["question"]!.GetValue<string>());
    }

    public static TheoryData<string, string, object?, string> Refused { get; } = new()
    {
        { "ask_user", "text", "Which name?", "$.question: is required" },
        { "ask_user", "question", " ", "$.question: is required" },
        { "ask_user", "question", 7, "$.question: expected string, got 7" },
        { "ask_user", "options", "Garden", "$.options: expected array, got \"Garden\"" },
        { "ask_user", "options", new object[] { "a", 7 }, "$.options[1]: expected string, got 7" },
        { "ask_user", "options", new[] { "a", "a " }, "$.options[1]: repeats an earlier option" },
        { "ask_user", "options", new[] { "a", "" }, "$.options[1]: is blank" },
        { "ask_user", "options", Enumerable.Range(0, 21).Select(static number => $"{number}").ToArray(), "$.options: has 21 options, and at most 20 are shown" },
        { "ask_user", "question", new string('x', 4001), "A person has to read this, and it is too long: 4016 bytes, and at most 4000." },
        { "request_approval", "details", "It is free.", "$.action: is required" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task The_model_is_told_what_is_wrong_with_its_question_and_nobody_is_asked(string tool, string argument, object? value, string problem)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        var arguments = new Dictionary<string, object?> { [argument] = value };
        if (argument == "options")
            arguments["question"] = "Which room?";
        endpoint.Model.Calls(new FunctionCallContent("call-1", tool, arguments)).Says("Sorry.");

        (await endpoint.Turn("receptionist", "Hello").SliceAsync()).MustComplete("\"Sorry.\"");

        Assert.EndsWith($"tool: = Error: {problem}", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_is_asked_may_ask_a_person_and_the_whole_run_waits()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("receptionist", ("message", "Find a room"))).Calls(ScriptedModel.Call("ask_user", ("question", "Which name?"))).Says("Room 7 for Ada.").Says("Room 7.");
        var turn = endpoint.Turn("concierge", "Hello");

        Assert.Equal("Which name?", (await turn.CutAfterEachStepAsync()).Json["question"]!.GetValue<string>());
        (await turn.CutAfterEachStepAsync("""{"user_response":"Ada"}""")).MustComplete("\"Room 7.\"");

        Assert.EndsWith("tool: = Ada", endpoint.Model.Requests[2].Text, StringComparison.Ordinal);
        Assert.Equal(4, endpoint.Model.Requests.Count);
    }

    [Fact]
    public async Task A_question_is_withdrawn_when_another_call_of_the_reply_ends_the_turn()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("ask_user", ("question", "Which name?")), ScriptedModel.Call("break"));
        var turn = endpoint.Turn("night_porter", "Hello");

        Assert.Equal("user_input_required", (await turn.SliceAsync()).Json["reason"]!.GetValue<string>());
        Assert.Equal("timer", (await turn.SliceAsync("""{"user_response":"Ada"}""")).Json["reason"]!.GetValue<string>());
        endpoint.Time.Advance(TimeSpan.FromHours(1));

        (await turn.SliceAsync()).MustComplete("\"alone\"");
        Assert.Single(endpoint.Model.Requests);
    }

    [Fact]
    public async Task The_model_is_told_in_few_words_how_to_ask()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("hi");

        await endpoint.Turn("receptionist", "Hello").SliceAsync();

        var tools = endpoint.Model.Requests[0].Options!.Tools!.OfType<AIFunctionDeclaration>().ToArray();
        Assert.Equal(
            """{"type":"object","properties":{"question":{"type":"string"},"options":{"type":"array","items":{"type":"string"},"description":"Suggested answers."}},"required":["question"]}""",
            tools[0].JsonSchema.GetRawText());
        Assert.Equal(
            """{"type":"object","properties":{"action":{"type":"string"},"details":{"type":"string","description":"What the user has to know to decide."}},"required":["action"]}""",
            tools[1].JsonSchema.GetRawText());
    }
}
