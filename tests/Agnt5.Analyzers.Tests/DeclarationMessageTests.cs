using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>A message says what, where, and what to do.</summary>
public sealed class DeclarationMessageTests
{
    [Theory]
    [InlineData("[Function] private static void Approve() { }", "'Orders.Approve' is private: generated code calls it, so make it internal or public")]
    [InlineData(
        "protected class Inner { [Function] public static void Approve() { } }",
        "'Orders.Inner.Approve' is inside 'Orders.Inner', which is protected: generated code names that type, so make it internal or public")]
    [InlineData(
        "[Workflow(\"approve \")] public static void ApproveOrderAsync() { }",
        "'Orders.ApproveOrderAsync' has a workflow name that begins or ends with white space: "
            + "AGNT5 finds components by their exact name; correct it, or leave it out to get 'approve_order'")]
    [InlineData(
        "[Function] public static void Approve(ref int count) { }",
        "'Orders.Approve' takes 'ref int count': a component's parameters come from JSON, so they cannot be ref, in or out")]
    [InlineData(
        "[Function] public static void Approve<T>() { }",
        "'Orders.Approve<T>' is generic: a component's types must be known when it is compiled, so it cannot have type parameters")]
    [InlineData(
        "[Function] public static async void Approve() => await Task.Yield();",
        "'Orders.Approve' is async void: AGNT5 could not wait for it; return Task")]
    [InlineData(
        "[Function] public static Task<IAsyncEnumerable<int>> Approve() => null!;",
        "'Orders.Approve' returns 'Task<IAsyncEnumerable<int>>': only IAsyncEnumerable<T> itself is streamed, "
            + "not in a task and not a type that implements it; return that, or a list")]
    [InlineData(
        "[Workflow] public static void Approve(FunctionContext context) { }",
        "'Orders.Approve' takes a 'FunctionContext' and is a workflow: take a WorkflowContext or a ComponentContext")]
    [InlineData(
        "[Workflow, Tool] public static void Approve() { }",
        "'Orders.Approve' is marked as a workflow and as a tool: a method is one component, so keep one attribute and write a second method for the other")]
    [InlineData(
        "private Orders() { } [Function] public void Approve() { }",
        "'Orders.Approve' needs an instance of 'Orders', which has no public constructor: add one, or make the method static")]
    [InlineData(
        "[Function] public static void Approve(TimeProvider time) { }",
        "'Orders.Approve' takes 'TimeProvider time' from its input, and that is a service, which JSON cannot hold: mark it [FromServices]")]
    [InlineData(
        "public interface IPayments { void Charge(); } [Function] public static void Approve(string id, IPayments payments) { }",
        "'Orders.Approve' takes 'Orders.IPayments payments' from its input, and nothing says which class to make of the JSON: mark it [FromServices] if it is a service; "
            + "if it is data, take a class or a record, or declare the derived types with [JsonDerivedType]")]
    [InlineData(
        "[Function] public static void Approve(Microsoft.AspNetCore.Builder.WebApplication app) { }",
        "'Orders.Approve' takes 'WebApplication app' from its input, and JSON cannot become one: mark it [FromServices] if it is a service; if it is data, take a type of your own")]
    [InlineData(
        "[Function] public static void Approve(Microsoft.AspNetCore.Http.HttpContext http) { }",
        "'Orders.Approve' takes 'HttpContext http' from its input, and a component runs without a request of the web server: take the values that it needs, by themselves or in a record")]
    [InlineData(
        "[Agent(Model = \"m\")] public static partial Task<string> Approve(AgentContext ctx, string message, TimeProvider time);",
        "'Orders.Approve' has no body and takes the service 'time', and its loop does not use services: remove it, or write a body")]
    [InlineData(
        "public Orders(WorkflowContext ctx) { } [Workflow] public void Approve() { }",
        "'Orders.Approve' needs an instance of 'Orders', which has a constructor that takes 'WorkflowContext ctx': "
            + "that comes with each call and is no service, so take it as a parameter of the method")]
    [InlineData(
        "[Function(MaxConcurrency = 0)] public static void Approve() { }",
        "'Orders.Approve' sets MaxConcurrency to 0: it must be at least 1")]
    [InlineData("[Function, Retries(101)] public static void Approve() { }", "'Orders.Approve' sets maxAttempts to 101: it must be from 1 to 100")]
    [InlineData(
        "[Function, Retries(2, Multiplier = 0.5)] public static void Approve() { }",
        "'Orders.Approve' sets Multiplier to 0.5: it must be a number of at least 1")]
    [InlineData(
        "[Function, Concurrency(2, Scope = (ConcurrencyScope)7)] public static void Approve() { }",
        "'Orders.Approve' sets Scope to 7: it must be a member of ConcurrencyScope")]
    [InlineData(
        "[Function, Throttle(2)] public static void Approve() { }",
        "'Orders.Approve' limits by [Throttle] without a period: set PeriodMs or WindowMs")]
    [InlineData(
        "[Function, RateLimit(2, PeriodMs = 1, WindowMs = 1)] public static void Approve() { }",
        "'Orders.Approve' limits by [RateLimit] with two periods: set PeriodMs or WindowMs, not both")]
    [InlineData(
        "[Tool] public static void Approve() { }",
        "'Orders.Approve' is a tool without a description, and a model chooses tools by their descriptions: write a <summary> that says what it does and when to use it")]
    [InlineData(
        "[Tool(Description = \"Approves.\")] public static void Approve(string id) { }",
        "'Orders.Approve' takes 'id' without a description, and a model knows nothing else of it: write a <param> that says what it is and what it looks like")]
    [InlineData(
        "[Retries(2)] public static void Approve() { }",
        "'Orders.Approve' has [Retries] and is not a component, so nothing reads it: add [Workflow] or [Function], or remove [Retries]")]
    [InlineData(
        "[Cron(\"0 3 * * *\")] public static void Approve() { }",
        "'Orders.Approve' has [Cron] and is not a component, so nothing reads it: add [Workflow], or remove [Cron]")]
    [InlineData(
        "[Function, OnEvent(\"a\")] public static void Approve() { }",
        "'Orders.Approve' has [OnEvent] and is a function: events, webhooks and schedules start only workflows; make it a [Workflow], or remove [OnEvent]")]
    [InlineData(
        "[Tool(Description = \"Approves.\"), Debounce(2)] public static void Approve() { }",
        "'Orders.Approve' has [Debounce] and is a tool: flow control goes on workflows and functions; make it a [Workflow], or remove [Debounce]")]
    [InlineData(
        "public static int Approved { [Singleton] get => 1; }",
        "'Orders.Approved.get' has [Singleton] and cannot be a component, so nothing reads it: put [Singleton] on a method with [Workflow], or remove it")]
    [InlineData(
        "[Singleton] public class Inner;",
        "'Orders.Inner' has [Singleton] and is not an attribute class, so nothing reads it: put [Singleton] on the workflows and functions, or remove it")]
    [InlineData(
        "[Singleton] public class OneAttribute : Attribute; [One] public static void Approve() { }",
        "'Orders.Approve' has [One], which carries policies, and is not a component, so nothing reads it: add [Workflow] or [Function], or remove [One]")]
    [InlineData(
        "[Workflow, Agent] public static void Approve() { }",
        "'Orders.Approve' is marked as a workflow and as an agent: a method is one component, so keep one attribute and write a second method for the other")]
    [InlineData(
        "[Agent] public static void Approve(FunctionContext context, string message) { }",
        "'Orders.Approve' takes a 'FunctionContext' and is an agent: take an AgentContext or a ComponentContext")]
    [InlineData(
        "[Agent] public static partial Task<string> Approve(AgentContext ctx, string message);",
        "'Orders.Approve' has no body and no model for its loop to call: set Model, for example to \"anthropic/claude-sonnet-4-5\", or write a body")]
    [InlineData(
        "[Agent(Model = \"m\")] public Task<string> Approve(AgentContext ctx, string message);",
        "'Orders.Approve' has no body, and the generator writes one only for static partial methods of partial types: make it static partial, or write a body")]
    [InlineData(
        "public class Inner { [Agent(Model = \"m\")] public static partial Task<string> Approve(AgentContext ctx, string message); }",
        "'Orders.Inner.Approve' has no body, and the generator writes one only for static partial methods of partial types: make 'Orders.Inner' partial, or write a body")]
    [InlineData(
        "[Agent(Model = \"m\")] public static partial Task<string> Approve(AgentContext ctx, string a, string b);",
        "'Orders.Approve' has no body and takes 'b' from the input: its loop takes only the message, a string without [Input]; take that and nothing else, or write a body")]
    [InlineData(
        "[Agent(Model = \"m\")] public static partial string Approve(AgentContext ctx, string message);",
        "'Orders.Approve' has no body and returns 'string': its loop is awaited and returns an answer; return Task<string>, or Task<T> for a typed answer")]
    [InlineData(
        "[Agent(InstructionsMethod = \"Rules\")] public static string Approve(string message) => message; public static string Rules(string city) => city;",
        "'Orders.Approve' takes its instructions from 'Rules', which takes 'string city': it runs before the input is read, and takes only a FunctionContext, a token and services")]
    [InlineData(
        "[Agent(InstructionsMethod = \"Rules\")] public static string Approve(string message) => message; private Orders() { } public string Rules() => \"\";",
        "'Orders.Approve' takes its instructions from 'Rules', which needs an instance of 'Orders', which has no public constructor: add one, or make the method static")]
    [InlineData(
        "[Agent(InstructionsFile = \"a.md\", Instructions = \"a\")] public static string Approve(string message) => message;",
        "'Orders.Approve' has InstructionsFile and Instructions: the model is given one text, so keep one of them")]
    [InlineData(
        "[Agent(Tools = [\"look\"])] public static string Approve(string message) => message; [Tool(\"looks\", Description = \"Looks.\")] public static void LookUp() { }",
        "'Orders.Approve' names 'look' as a tool, and no tool and no agent has that name: did you mean 'looks'?")]
    [InlineData(
        "[Agent(Tools = [\"Orders.LookUp\"])] public static string Approve(string message) => message;",
        "'Orders.Approve' names 'Orders.LookUp' as a tool, and no tool and no agent of this project or of one that it references has that name: "
            + "use nameof for a method of the same class, otherwise the name on the wire")]
    [InlineData(
        "[Agent(Tools = [nameof(LookUp)])] public static string Approve(string message) => message; public static void LookUp() { }",
        "'Orders.Approve' names 'LookUp' as a tool, a method that is no tool and no agent: mark 'Orders.LookUp' with [Tool] or [Agent], or name another")]
    [InlineData(
        "[Agent(Handoffs = [\"look_up\"])] public static string Approve(string message) => message; [Tool(Description = \"Looks.\")] public static void LookUp() { }",
        "'Orders.Approve' names 'look_up' to hand over to, which is a tool and no agent: name one that is, from this project or from one that it references")]
    [InlineData(
        "[Agent(Handoffs = [\"approve\"])] public static string Approve(string message) => message;",
        "'Orders.Approve' names itself to hand over to: remove it, or name another agent")]
    [InlineData(
        "[Agent(Tools = [nameof(LookUp), \"look_up\"])] public static string Approve(string message) => message; [Tool(Description = \"Looks.\")] public static void LookUp() { }",
        "'Orders.Approve' names 'look_up' as a tool twice: keep one of them")]
    [InlineData(
        "[Agent(Tools = [\"b\"])] public static string Approve(string message) => message; [Agent] public static string B(string message) => message;",
        "'Orders.B' is an agent that another agent calls or hands over to, and has no description for the model to choose it by: "
            + "write a <summary> that says what it does and when to use it")]
    [InlineData(
        "[Workflow, OnEvent(\"a\")] public static void Approve(TriggerEvent<WebhookDelivery> e) { }",
        "'Orders.Approve' takes 'TriggerEvent<WebhookDelivery> e', and a 'WebhookDelivery' inside the input would be empty: "
            + "take the type of the payload there, and a WebhookDelivery as another parameter; the context's Trigger has the rest of the event")]
    [InlineData(
        "private static Task<T> Approve<T>(AgentContext ctx) => ctx.RunAsync<T>(\"a\");",
        "'RunAsync' puts a 'T' on the wire, and only the caller knows 'T': its JSON metadata cannot be generated here, so make the call where the type is known")]
    public async Task A_mistake_in_a_declaration_is_explained(string members, string message) =>
        Assert.Equal(message, await Verify.MessageAsync($"public partial class Orders {{ {members} }}"));

    [Fact]
    public async Task The_second_of_two_names_tells_where_the_first_is() =>
        Assert.Equal(
            "'Orders.ApproveAsync()' is a second tool named 'approve', after 'Orders.Approve(string)': "
                + "AGNT5 finds components by type and name, so rename one of them",
            await Verify.MessageAsync("""
                public static class Orders
                {
                    [Tool(Description = "Approves.")]
                    public static void Approve([System.ComponentModel.Description("The order.")] string id) { }

                    [Tool(Description = "Approves.")]
                    public static Task ApproveAsync() => Task.CompletedTask;
                }
                """));
}
