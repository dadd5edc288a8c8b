using Agnt5;
using Agnt5.Local;
using Agnt5.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace SupportAgent.Tests;

/// <summary>The agents of the desk, with a model that follows a script.</summary>
public sealed class AssistantTests
{
    private readonly OrderBook _orders = new();

    [Fact]
    public async Task A_question_about_an_order_is_answered_from_the_order_book()
    {
        var model = new ScriptedChatClient().Calls("lookup_order", ("orderId", "o-1")).Says("It is on its way.");
        await using var agnt5 = await StartAsync(model);

        Assert.Equal("It is on its way.", await agnt5.Assistant("Where is my order o-1?").OutputAsync());
        Assert.Contains("shipped", ToldTo(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_money_is_paid_back_before_a_person_agrees()
    {
        var model = new ScriptedChatClient().Calls("refund", ("orderId", "o-1")).Says("You get it back.");
        await using var agnt5 = await StartAsync(model);
        var run = await agnt5.Assistant("I want a refund for o-1");

        Assert.Equal("""May assistant call refund with {"orderId":"o-1"}?""", (await run.WaitForQuestionAsync()).Text);
        await run.ApproveAsync();

        Assert.Equal("You get it back.", await run.OutputAsync());
        Assert.Contains("42.5", ToldTo(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_that_a_person_rejects_is_not_made_and_the_model_is_told_so()
    {
        var model = new ScriptedChatClient().Calls("refund", ("orderId", "o-1")).Says("I may not do that.");
        await using var agnt5 = await StartAsync(model);
        var run = await agnt5.Assistant("I want a refund for o-1");

        await run.RejectAsync();

        Assert.Equal("I may not do that.", await run.OutputAsync());
        Assert.DoesNotContain("42.5", ToldTo(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_angry_customer_is_handed_over_to_complaints()
    {
        var model = new ScriptedChatClient().Calls("transfer_to_complaints").Says("We are very sorry.");
        await using var agnt5 = await StartAsync(model);

        Assert.Equal("We are very sorry.", await agnt5.Assistant("Never again!").OutputAsync());
        Assert.Contains(model.Asked[^1], static message => message.Text.Contains("You calm angry customers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ticket_that_is_not_urgent_waits_an_hour_for_more()
    {
        var model = new ScriptedChatClient()
            .Says("""{"topic":"Delivery","isUrgent":false,"orderId":"o-2"}""")
            .Says("It is packed.");
        await using var agnt5 = await StartAsync(model);
        var run = await agnt5.HandleTicket(new Ticket("c-1", "Where is o-2?"));

        Assert.Equal(TimeSpan.FromHours(1), (await run.WaitForSleepAsync()).Until - agnt5.Now);
        Assert.Equal(1, model.Left);
        await agnt5.AdvanceAsync(hours: 1);

        Assert.Equal(new HandledTicket(Topic.Delivery, "It is packed."), await run.OutputAsync());
    }

    [Fact]
    public async Task The_desk_remembers_what_a_customer_said_before()
    {
        var model = new ScriptedChatClient().Says("Hello Ada.").Says("Your name is Ada.");
        await using var agnt5 = await StartAsync(model);
        var session = new LocalRunOptions { SessionId = "c-1" };
        await agnt5.Assistant("My name is Ada.", session).OutputAsync();

        await agnt5.Assistant("What is my name?", session).OutputAsync();

        Assert.Contains(model.Asked[^1], static message => message.Text == "My name is Ada.");
    }

    private static string ToldTo(ScriptedChatClient model) =>
        string.Concat(model.Asked[^1].SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Select(static result => result.Result));

    private Task<LocalAgnt5> StartAsync(IChatClient model) =>
        LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddSingleton(_orders).AddSingleton(model));
}
