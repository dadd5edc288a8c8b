using System.Text.Json;
using System.Text.RegularExpressions;
using Agnt5.Agents.Tests.Components;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents.Tests;

/// <summary>The texts of exceptions, which may hold what models and users must not know.</summary>
public sealed partial class DisclosureTests
{
    private const string Reference = "[0-9a-f]{12}";

    private static readonly AIFunction PickLock = AIFunctionFactory.Create(new Func<string>(static () => throw new InvalidOperationException(Vault.Secret)), "pick_lock");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_byte_of_an_exception_reaches_a_model_an_event_or_a_session(bool isCut)
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.AddKeyedSingleton("vault_guard", PickLock));
        endpoint.Model
            .Calls(ScriptedModel.Call("open_vault"), ScriptedModel.Call("knock_at_vault"), ScriptedModel.Call("close_vault"), ScriptedModel.Call("list_vault"), ScriptedModel.Call("pick_lock"))
            .Calls(ScriptedModel.Call("vault_keeper", ("message", "hi")))
            .Says("kept")
            .Calls(ScriptedModel.Call("vault_cleaner", ("message", "hi")))
            .Calls(ScriptedModel.Call("vault_counter", ("message", "hi")))
            .Calls(ScriptedModel.Call("vault_keeper", ("message", "again")))
            .Throws(new HttpRequestException(Vault.Secret, null, System.Net.HttpStatusCode.Unauthorized))
            .Says("nobody came in");
        var turn = endpoint.Turn("vault_guard", "let nobody in");

        (isCut ? await turn.CutAfterEachStepAsync() : await turn.SliceAsync()).MustComplete("\"nobody came in\"");

        Assert.DoesNotContain("hunter2", string.Join('\n', endpoint.Model.Requests.Select(Everything)), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Join('\n', turn.EventTexts), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", turn.Checkpoint!.ToJsonString(), StringComparison.Ordinal);
        var told = endpoint.Model.Requests[^1].Text;
        Assert.Matches($"= Error: Failed with InvalidOperationException. The endpoint's log has the reason, under reference {Reference}. = Error: Failed with TaskCanceledException. ", told);
        Assert.Contains(" = Error: The vault closes at six. = Error: Failed with UnwritableException. ", told, StringComparison.Ordinal);
        Assert.Contains(" = Error: Failed with HttpRequestException. ", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_log_has_each_failure_once_under_the_reference_that_the_model_was_given(bool isCut)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("open_vault"), ScriptedModel.Call("knock_at_vault"))
            .Calls(ScriptedModel.Call("vault_keeper", ("message", "hi")))
            .Says("kept")
            .Calls(ScriptedModel.Call("vault_cleaner", ("message", "hi")))
            .Calls(ScriptedModel.Call("vault_keeper", ("message", "again")))
            .Throws(new HttpRequestException(Vault.Secret, null, System.Net.HttpStatusCode.Unauthorized))
            .Says("done");
        var turn = endpoint.Turn("vault_guard", "go");

        (isCut ? await turn.CutAfterEachStepAsync() : await turn.SliceAsync()).MustComplete("\"done\"");

        var references = References().Matches(endpoint.Model.Requests[^1].Text).Select(static match => match.Groups[1].Value).ToArray();
        Assert.Equal(5, references.Distinct().Count());
        foreach (var reference in references)
        {
            var line = Assert.Single(endpoint.Log.About($"(reference {reference})"));
            Assert.Contains("hunter2", line.Exception!.ToString(), StringComparison.Ordinal);
            Assert.Contains(reference, string.Join('\n', turn.EventTexts), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_that_fails_tells_agnt5_the_exception_and_its_events_the_reference_of_the_log()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("open_vault"));
        var turn = endpoint.Turn("vault_coward", "go");

        (await turn.SliceAsync()).MustFail(Vault.Secret, isFinal: false);

        Assert.DoesNotContain("hunter2", string.Join('\n', turn.EventTexts), StringComparison.Ordinal);
        var reference = References().Matches(turn.EventTexts[^1]).Single().Groups[1].Value;
        Assert.Single(endpoint.Log.About($"tool open_vault failed, called by agent vault_coward (reference {reference})"));
    }

    [Fact]
    public async Task A_run_that_its_own_code_fails_is_found_in_the_log_by_its_id()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("kept");
        var turn = endpoint.Turn("vault_keeper", "go");

        (await turn.SliceAsync()).MustFail(Vault.Secret, isFinal: false);

        Assert.Contains("\"error\":\"Failed with InvalidOperationException. ", turn.EventTexts[^1], StringComparison.Ordinal);
        Assert.EndsWith("under reference run-1.\"}", turn.EventTexts[^1], StringComparison.Ordinal);
        Assert.Contains(endpoint.Log.About("run-1"), static line => line.Exception?.ToString().Contains("hunter2", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_workflow_that_goes_on_after_an_agents_failure_leaves_it_in_the_log_and_out_of_the_events()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("kept");
        var run = endpoint.Run("workflow", "visit_vault", "{}");

        await run.CutAfterEachStepAsync();
        endpoint.Time.Advance(TimeSpan.FromHours(1));
        (await run.CutAfterEachStepAsync()).MustComplete("\"left\"");

        Assert.DoesNotContain("hunter2", string.Join('\n', run.EventTexts), StringComparison.Ordinal);
        Assert.Single(endpoint.Log.About("agent vault_keeper failed, asked by another component (reference "));
    }

    [Fact]
    public async Task In_development_the_model_and_the_events_have_the_exceptions_own_words()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.Configure<ServerlessOptions>(static options => options.IsDevelopment = true));
        endpoint.Model.Calls(ScriptedModel.Call("open_vault")).Says("done");
        var turn = endpoint.Turn("vault_guard", "go");

        (await turn.SliceAsync()).MustComplete("\"done\"");

        Assert.Contains($"= Error: Cannot log in with {Vault.Secret}", endpoint.Model.Requests[^1].Text, StringComparison.Ordinal);
        Assert.Contains(Vault.Secret, string.Join('\n', turn.EventTexts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_app_decides_what_models_are_told_and_a_replay_tells_the_same(bool isCut)
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.Configure<ServerlessOptions>(static options =>
            options.FailureMessageForModels = static failure =>
                failure.Is<TaskCanceledException>() ? "The vault is slow today." : failure.Is<HttpRequestException>() ? throw new FormatException(Vault.Secret) : null));
        endpoint.Model
            .Calls(ScriptedModel.Call("open_vault"), ScriptedModel.Call("knock_at_vault"))
            .Calls(ScriptedModel.Call("vault_keeper", ("message", "again")))
            .Throws(new HttpRequestException(Vault.Secret, null, System.Net.HttpStatusCode.Unauthorized))
            .Says("done");
        var turn = endpoint.Turn("vault_guard", "go");

        (isCut ? await turn.CutAfterEachStepAsync() : await turn.SliceAsync()).MustComplete("\"done\"");

        var told = endpoint.Model.Requests[^1].Text;
        Assert.Matches($"Failed with InvalidOperationException. .*{Reference}. = Error: The vault is slow today.", told);
        Assert.Contains("Failed with HttpRequestException. ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_a_provider_answers_with_stays_in_the_log_and_a_models_refusal_is_told()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Does(static _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent($"No account for {Vault.Secret}") { ErrorCode = "account_closed" }])))
            .Does(static _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent("I will not.") { ErrorCode = "Refusal" }])));

        var broken = await endpoint.Turn("support", "go").SliceAsync();
        var refused = await endpoint.Turn("support", "go on").SliceAsync();

        broken.MustFail("The model of agent 'support' gave no answer but the error account_closed; the endpoint's log has its text.", isFinal: true);
        refused.MustFail("The model of agent 'support' refused to answer: I will not.", isFinal: true);
        Assert.Single(endpoint.Log.About($"account_closed instead of a reply: No account for {Vault.Secret}"));
    }

    [Fact]
    public async Task A_model_reads_its_own_values_in_the_problems_of_its_answer()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("""{"mood":"calm","score":"very"}""").Says("""{"mood":"calm","score":2}""");

        (await endpoint.Turn("reader", "read").SliceAsync()).MustComplete("""{"mood":"calm","score":2}""");

        Assert.Contains("$.score: expected integer", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("got \"very\"", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_reads_why_a_setter_refuses_what_it_wrote()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("dial_code", ("digits", "12"))).Says("""{"digits":"123"}""").Says("""{"digits":"1234"}""");

        (await endpoint.Turn("vault_dialer", "dial").SliceAsync()).MustComplete("""{"digits":"1234"}""");

        Assert.Contains("= Error: $.digits: '12' has not four digits", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("$.digits: '123' has not four digits", endpoint.Model.Requests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_code_asks_an_agent_is_repeated_to_nobody_where_the_agent_refuses_it()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("vault_asker", ("message", "hi"))).Says("done");
        var run = endpoint.Run("workflow", "count_secrets", "{}");
        var turn = endpoint.Turn("vault_chief", "go");

        var failed = await run.SliceAsync();
        (await turn.SliceAsync()).MustComplete("\"done\"");

        Assert.Equal("$: expected object, got a string", failed.Message);
        Assert.DoesNotContain("hunter2", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Join('\n', [.. run.EventTexts, .. turn.EventTexts]), StringComparison.Ordinal);
        Assert.Contains("expected object", endpoint.Model.Requests[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Everything(endpoint.Model.Requests[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_leaves_out_an_argument_of_a_function_is_told_which_one()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(
            static services => services.AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create((string shelf, int row, string? note = null) => $"{shelf}{row}{note}", "find_book")));
        endpoint.Model.Calls(ScriptedModel.Call("find_book", ("shelf", "A"))).Calls(ScriptedModel.Call("find_book", ("shelf", "A"), ("row", 7))).Says("done");

        (await endpoint.Turn("librarian", "find").SliceAsync()).MustComplete("\"done\"");

        Assert.Contains("= Error: $.row: is required", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("= A7", endpoint.Model.Requests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_whose_schema_requires_what_it_has_a_default_for_runs_without_it()
    {
        var find = AIFunctionFactory.Create((string shelf, string note = "fine") => $"{shelf} {note}", "find_book");
        await using var endpoint = await AgentEndpoint.StartAsync(services => services.AddKeyedSingleton<AIFunction>("librarian", new StrictFunction(find)));
        endpoint.Model.Calls(ScriptedModel.Call("find_book", ("shelf", "A"))).Says("done");

        (await endpoint.Turn("librarian", "find").SliceAsync()).MustComplete("\"done\"");

        Assert.Contains("= A fine", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    /// <summary>A function with a strict schema, which lists every parameter as required.</summary>
    private sealed class StrictFunction(AIFunction inner) : DelegatingAIFunction(inner)
    {
        public override JsonElement JsonSchema { get; } =
            JsonSerializer.SerializeToElement(new { type = "object", properties = new { shelf = new { type = "string" }, note = new { type = "string" } }, required = new[] { "shelf", "note" } });
    }

    private static string Everything(ScriptedModel.Request request) =>
        $"{request.Text}\n{string.Join('\n', request.Messages.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Select(static result => result.Exception))}";

    [GeneratedRegex($"under reference ({Reference})")]
    private static partial Regex References();
}
