using Agnt5.Durability.Tests.Platform;
using Microsoft.Extensions.AI;

namespace Agnt5.Durability.Tests.Workflows;

/// <summary>Agents, and what their models say. The tools act at the simulation's gates, under the keys of their records.</summary>
public sealed partial class Conversations(World world)
{
    private const string Turn = "agnt5:agent:run_1:0:";
    private const string First = Turn + "1:";
    private const string Second = Turn + "2:";
    private const string Reader = "agnt5:agent:reader:0:1:";
    private const string OtherReader = "agnt5:agent:other_reader:0:1:";

    /// <summary>Looks something up.</summary>
    /// <param name="what">What to look up.</param>
    [Tool]
    public Task<string> LookUp(FunctionContext ctx, string what, CancellationToken cancellationToken) => ActAsync(ctx, what, cancellationToken);

    /// <summary>Pays something out.</summary>
    /// <param name="what">What to pay.</param>
    [Tool(RequiresConfirmation = true)]
    public Task<string> PayOut(FunctionContext ctx, string what, CancellationToken cancellationToken) => ActAsync(ctx, what, cancellationToken);

    /// <summary>Two iterations with three tools at once, then an answer.</summary>
    [Agent("research_things", Model = "gated", Instructions = First, Tools = [nameof(LookUp)])]
    public static partial Task<string> Research(AgentContext ctx, string message);

    /// <summary>Two payments that people have to approve, beside a tool that nobody has to.</summary>
    [Agent("pay_people", Model = "gated", Instructions = First, Tools = [nameof(PayOut), nameof(LookUp)])]
    public static partial Task<string> Pay(AgentContext ctx, string message);

    /// <summary>Its own steps and a sleep between two runs of the loop.</summary>
    [Agent("write_twice", Model = "gated", Instructions = First, Tools = [nameof(LookUp)])]
    public async Task<string> WriteTwice(AgentContext ctx, string message)
    {
        var draft = await ctx.RunAsync(message);
        await world.TellAsync(ctx, draft);
        await ctx.SleepAsync(TimeSpan.FromHours(1), "mull");
        var title = await ctx.StepAsync("title", () => "a title");
        var final = await ctx.RunAsync(title, new AgentRunOptions { Instructions = $"{Second}|2" });
        world.Note($"wrote {final}");
        return final;
    }

    [Agent("reader", Model = "gated", Instructions = Reader, Tools = [nameof(LookUp)], Description = "Reads.")]
    public static partial Task<string> Read(AgentContext ctx, string message);

    [Agent("other_reader", Model = "gated", Instructions = OtherReader, Tools = [nameof(PayOut)], Description = "Reads, too.")]
    public static partial Task<string> ReadToo(AgentContext ctx, string message);

    /// <summary>Two agents at once, a question of the workflow's own beside that of one of them, and a step.</summary>
    [Workflow]
    public async Task<string> AskReaders(WorkflowContext ctx)
    {
        var reading = Task.WhenAll(ctx.RunAgentAsync("reader", "one"), ctx.RunAgentAsync("other_reader", "two"));
        await world.StepAsync(ctx, "do_meanwhile");
        var read = await reading;
        await ctx.AskAsync("Good?");
        await world.StepAsync(ctx, "do_print");
        world.Note("printed");
        return string.Join(" and ", read);
    }

    /// <summary>What the model of a loop says after so many replies.</summary>
    internal static List<AIContent> Reply(string loop, int said, IReadOnlyList<ChatMessage> conversation) => (loop, said) switch
    {
        (First or Reader, 0) when Tools(conversation) is "research" => [Call("look_up", "a"), Call("look_up", "b"), Call("look_up", "c")],
        (First, 1) when Tools(conversation) is "research" => [Call("look_up", "d")],
        (First, 0) when Tools(conversation) is "pay" => [Call("pay_out", "a"), Call("look_up", "b"), Call("pay_out", "c")],
        (First, 0) when Tools(conversation) is "write" => [Call("look_up", "a")],
        (OtherReader, 0) => [Call("pay_out", "x")],
        _ => [new TextContent(
            $"answered after {said}: {string.Join(", ", conversation.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Select(static result => result.Result))}")],
    };

    // What the user said says what to do.
    private static string Tools(IReadOnlyList<ChatMessage> conversation) => conversation[1].Text switch
    {
        "one" => "research",
        var said => said,
    };

    private static FunctionCallContent Call(string tool, string what) => new($"call_{what}", tool, new Dictionary<string, object?> { ["what"] = what });

    private async Task<string> ActAsync(FunctionContext ctx, string what, CancellationToken cancellationToken)
    {
        var execution = world.Begin(ctx.IdempotencyKey[(ctx.RunId.Length + 1)..]);
        await ctx.EmitAsync("began", execution.ToString());
        await execution.PassAsync(cancellationToken);
        await ctx.EmitAsync("ended", execution.ToString());
        return $"{what} done";
    }
}
