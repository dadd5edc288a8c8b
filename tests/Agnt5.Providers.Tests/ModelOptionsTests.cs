using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>The options of model calls: what the attribute and a policy set, and what reaches a provider.</summary>
public sealed class ModelOptionsTests
{
    public static TheoryData<string> Providers => [.. Provider.All.Select(static provider => provider.Name)];

    [Theory]
    [InlineData("OpenAI chat", "max_completion_tokens")]
    [InlineData("OpenAI responses", "max_output_tokens")]
    [InlineData("Anthropic", "max_tokens")]
    public async Task The_length_of_a_reply_reaches_the_provider(string provider, string name)
    {
        var body = await RequestOf(provider, "terse");

        Assert.Equal(77, body[name]!.GetValue<int>());
    }

    [Fact]
    public async Task The_temperature_reaches_every_provider_but_Anthropic()
    {
        Assert.Equal(0.5, (await RequestOf("OpenAI chat", "terse"))["temperature"]!.GetValue<double>());
        Assert.Equal(0.5, (await RequestOf("OpenAI responses", "terse"))["temperature"]!.GetValue<double>());
        Assert.Equal(0.5, (await RequestOf("Ollama", "terse"))["options"]!["temperature"]!.GetValue<double>());
        // docs/agents.md says so. When this changes, change the page.
        Assert.Null((await RequestOf("Anthropic", "terse"))["temperature"]);
    }

    [Fact]
    public async Task Without_a_length_the_client_of_Anthropic_asks_for_1024_tokens() => Assert.Equal(1024, (await RequestOf("Anthropic", "librarian"))["max_tokens"]!.GetValue<int>());

    [Fact]
    public async Task A_policy_sets_what_only_one_provider_has()
    {
        var body = await RequestOf("OpenAI chat", "librarian", static services => services.AddKeyedSingleton<IModelOptionsPolicy>("librarian", new Policy(static options =>
        {
            options.Seed = 7;
            (options.AdditionalProperties ??= [])["strict"] = true;
        })));

        Assert.Equal(7, body["seed"]!.GetValue<int>());
        Assert.True(body["tools"]![0]!["function"]!["strict"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_policy_of_an_agent_wins_over_the_policy_of_all()
    {
        var body = await RequestOf("OpenAI chat", "librarian", static services => services
            .AddSingleton<IModelOptionsPolicy>(new Policy(static options => options.Seed = 1))
            .AddKeyedSingleton<IModelOptionsPolicy>("librarian", new Policy(static options => options.Seed = 2)));

        Assert.Equal(2, body["seed"]!.GetValue<int>());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_policy_cannot_take_what_the_loop_needs(string provider)
    {
        var policy = new Policy(static options =>
        {
            options.Tools = [AIFunctionFactory.CreateDeclaration("other", "Not a tool of the agent.", System.Text.Json.JsonDocument.Parse("{}").RootElement)];
            options.ToolMode = ChatToolMode.None;
            options.ResponseFormat = ChatResponseFormat.Json;
            options.ModelId = "other";
            options.ConversationId = "other";
        });
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider), services => services.AddSingleton<IModelOptionsPolicy>(policy));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "find_book", """{"title":"Emma"}""")), run.Wire.Says("There are three."), run.Wire.Says("""{"result":7}"""));

        await run.Turn("librarian", "?").SliceAsync();
        var number = await run.Turn("number", "?").SliceAsync();

        Assert.Equal(["find_book Emma"], run.Endpoint.Diary);
        Assert.Equal(7, number.Json["output"]!.GetValue<int>());
        Assert.NotNull(run.Wire.AnswerFormOf(run.Server.Requests[2].Body));
        Assert.All(run.Server.Requests, request => Assert.DoesNotContain("other", request.Text, StringComparison.Ordinal));
        Assert.Equal(["librarian", "librarian", "number"], policy.Agents);
    }

    [Fact]
    public async Task A_policy_that_throws_fails_the_turn_and_the_model_is_not_called()
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, static services => services
            .AddSingleton<IModelOptionsPolicy>(new Policy(static _ => throw new InvalidOperationException("no options today"))));

        var answer = await run.Turn("librarian", "?").SliceAsync();

        Assert.Equal("failed", answer.Json["status"]!.GetValue<string>());
        Assert.Empty(run.Server.Requests);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(ModelThrottledException))]
    public async Task A_policy_that_throws_is_asked_once_although_the_same_failure_of_a_model_is_tried_again(Type type)
    {
        var policy = new Policy(_ => throw (Exception)Activator.CreateInstance(type)!);
        var classifier = new AlwaysAgain();
        await using var run = await ProviderRun.StartAsync(
            Provider.OpenAIChat, services => services.AddSingleton<IModelOptionsPolicy>(policy).AddSingleton<IModelFailureClassifier>(classifier));

        var answer = await run.Turn("librarian", "?").SliceAsync(deadlineInMs: 500);

        Assert.Equal("failed", answer.Json["status"]!.GetValue<string>());
        Assert.Equal(["librarian"], policy.Agents);
        Assert.Empty(run.Server.Requests);
        Assert.Equal(0, classifier.Asked);
    }

    private static async Task<JsonObject> RequestOf(string provider, string agent, Action<IServiceCollection>? services = null)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider), services);
        run.Server.Replies(run.Wire.Says("Done."));
        await run.Turn(agent, "?").SliceAsync();
        return run.Server.Requests.Single().Body;
    }

    private sealed class Policy(Action<ChatOptions> change) : IModelOptionsPolicy
    {
        private readonly List<string> _agents = [];

        public IReadOnlyList<string> Agents => _agents;

        public void Apply(ChatOptions options, ModelCall call)
        {
            _agents.Add(call.AgentName);
            change(options);
        }
    }

    private sealed class AlwaysAgain : IModelFailureClassifier
    {
        public int Asked { get; private set; }

        public ModelFailureVerdict Classify(Exception failure, ModelFailureVerdict proposed)
        {
            Asked++;
            return new ModelFailureVerdict(IsTransient: true);
        }
    }
}
