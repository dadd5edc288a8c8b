using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4004: makes the call a step.</summary>
public sealed class InputOutputFixTests
{
    [Theory]
    [InlineData("var a = await http.GetStringAsync(\"/\"); // page", "var a = await ctx.StepAsync(\"get_string\", ct => http.GetStringAsync(\"/\", ct)); // page")]
    [InlineData(
        "var a = (await http.GetStringAsync(\"/\").ConfigureAwait(true)).Length;", "var a = (await ctx.StepAsync(\"get_string\", ct => http.GetStringAsync(\"/\", ct)).ConfigureAwait(true)).Length;")]
    [InlineData("var a = await http.GetStringAsync(\"/\", ctx.CancellationToken);", "var a = await ctx.StepAsync(\"get_string\", ct => http.GetStringAsync(\"/\", ct));")]
    [InlineData("await File.WriteAllTextAsync(\"a\", \"b\", CancellationToken.None);", "await ctx.StepAsync(\"write_all_text\", () => File.WriteAllTextAsync(\"a\", \"b\", CancellationToken.None));")]
    [InlineData("var a = File.ReadAllText(\"a\").Length;", "var a = (await ctx.StepAsync(\"read_all_text\", () => File.ReadAllText(\"a\"))).Length;")]
    [InlineData("File.Delete(\"a\");", "await ctx.StepAsync(\"delete\", () => File.Delete(\"a\"));")]
    [InlineData("try { File.Delete(\"a\"); } catch (Exception) { }", "try { await ctx.StepAsync(\"delete\", () => File.Delete(\"a\")); } catch (Exception) { }")]
    [InlineData("var taken = \"delete\";\n        File.Delete(taken);", "var taken = \"delete\";\n        await ctx.StepAsync(\"delete_2\", () => File.Delete(taken));")]
    [InlineData("var a = await Helper();\n\n        async Task<string> Helper() => await http.GetStringAsync(\"/\");",
        "var a = await Helper();\n\n        async Task<string> Helper() => await ctx.StepAsync(\"get_string\", ct => http.GetStringAsync(\"/\", ct));")]
    public async Task A_call_becomes_a_step_named_after_it(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4004", WorkflowSource.Run(before), WorkflowSource.Run(after));

    [Theory]
    [InlineData("var a = await model.GetResponseAsync([]); // all", "var a = await ctx.CallModelAsync([]); // all")]
    [InlineData("var a = (await model.GetResponseAsync(new List<ChatMessage>(), new ChatOptions(), ctx.CancellationToken)).Text;",
        "var a = (await ctx.CallModelAsync(new List<ChatMessage>(), new ChatOptions())).Text;")]
    [InlineData("var a = await model.GetResponseAsync(cancellationToken: default, messages: []);", "var a = await ctx.CallModelAsync([]);")]
    [InlineData("var a = model.GetResponseAsync(message);\n        await a;", "var a = ctx.CallModelAsync([new(ChatRole.User, message)]);\n        await a;")]
    [InlineData("await ChatClientExtensions.GetResponseAsync(model, new ChatMessage(ChatRole.User, message));", "await ctx.CallModelAsync([new ChatMessage(ChatRole.User, message)]);")]
    public async Task An_agent_that_calls_a_model_past_its_context_can_call_its_own(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4004", Agent(before), Agent(after), "Call the agent's model, recorded");

    [Theory]
    [InlineData("Model = \"anthropic/claude\"", "using var own = new CancellationTokenSource(); await model.GetResponseAsync([], null, own.Token);")]
    [InlineData("Model = \"anthropic/claude\"", "try { await model.GetResponseAsync([]); } catch (HttpRequestException) { }")]
    [InlineData("Model = \"anthropic/claude\"", "await foreach (var part in model.GetStreamingResponseAsync([])) { }")]
    [InlineData("Description = \"has no model\"", "await model.GetResponseAsync([]);")]
    public async Task A_model_call_that_says_more_than_the_contexts_can_stays(string declared, string body) =>
        await VerifyFix.OffersNothingAsync("AGT4004", Agent(body, declared));

    [Fact]
    public async Task A_value_task_is_awaited_in_the_step() =>
        await VerifyFix.ChangesAsync("AGT4004", Cache("await cache.GetAsync(\"a\")"), Cache("await ctx.StepAsync(\"get\", async ct => await cache.GetAsync(\"a\", ct))"));

    [Fact]
    public async Task A_call_on_several_lines_keeps_them_and_its_comments() =>
        await VerifyFix.ChangesAsync(
            "AGT4004",
            WorkflowSource.Run(
                """
                // The page.
                var page = await http.GetStringAsync(
                    // Where it is.
                    "/");
                """),
            WorkflowSource.Run(
                """
                // The page.
                var page = await ctx.StepAsync("get_string", ct => http.GetStringAsync(
                    // Where it is.
                    "/",
                    ct));
                """),
            "Make it the step 'get_string'");

    [Theory]
    [InlineData("var a = await http.GetAsync(\"/\");")]
    [InlineData("var a = await http.GetStreamAsync(\"/\");")]
    [InlineData("foreach (var sku in new[] { \"a\" }) await http.GetStringAsync(sku);")]
    [InlineData("await http.GetStringAsync((await ctx.AskAsync(\"Where?\"))!);")]
    [InlineData("await http.GetStringAsync($\"/{ctx.NewGuid()}\");")]
    [InlineData("var own = ctx;\n        await http.GetStringAsync($\"/{own.NewGuid()}\");")]
    [InlineData("var i = 0;\n        await http.GetStringAsync($\"/{i++}\");")]
    [InlineData("var tasks = new[] { http.GetStringAsync(\"/\") };")]
    [InlineData("string Page() => File.ReadAllText(\"a\");\n        Page();")]
    [InlineData("await Page();\n        await Page();\n\n        async Task Page() => await http.GetStringAsync(\"/\");")]
    [InlineData("foreach (var sku in new[] { \"a\" }) await Page();\n\n        async Task Page() => await http.GetStringAsync(\"/\");")]
    [InlineData("Func<Task> page = async () => await http.GetStringAsync(\"/\");\n        await page();")]
    [InlineData("System.Data.Common.DbConnection database = null!;\n        await database.OpenAsync();")]
    [InlineData("System.Net.Sockets.UdpClient client = null!;\n        await client.SendAsync(new byte[1]);")]
    [InlineData("var bytes = new byte[1];\n        await RandomAccess.ReadAsync(null!, bytes.AsMemory(), 0);")]
    [InlineData("Span<char> a = ['a'];\n        File.WriteAllText(\"a\", a);")]
    [InlineData("try { await http.GetStringAsync(\"/\"); } catch (System.Net.Http.HttpRequestException) { }")]
    [InlineData("try { await Page(); } catch (Exception e) when (e.Message == \"\") { }\n\n        async Task Page() => await http.GetStringAsync(\"/\");")]
    [InlineData("lock (_gate) { File.Delete(\"a\"); }")]
    public async Task A_call_that_would_do_something_else_as_a_step_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4004", WorkflowSource.Run(body));

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public async Task A_helper_that_others_may_call_is_the_users(string accessibility) =>
        await VerifyFix.OffersNothingAsync("AGT4004", Helper(accessibility, "await http.GetStringAsync(\"/\")"));

    [Fact]
    public async Task A_helper_that_is_called_once_is_fixed_with_its_own_context() =>
        await VerifyFix.ChangesAsync(
            "AGT4004",
            Helper("private", "await http.GetStringAsync(\"/\")"),
            Helper("private", "await context.StepAsync(\"get_string\", ct => http.GetStringAsync(\"/\", ct))"));

    private static string Helper(string accessibility, string body) => WorkflowSource.Members(
        $$"""
        [Workflow]
        public Task<string> Run(WorkflowContext ctx) => Helper(ctx);

        {{accessibility}} async Task<string> Helper(WorkflowContext context) => {{body}};
        """);

    private static string Cache(string read) => $$"""
        namespace Grpc.Core
        {
            public abstract class ClientBase
            {
                public abstract ValueTask<int> GetAsync(string key, CancellationToken cancellationToken = default);
            }
        }

        public static class Caches
        {
            [Workflow]
            public static async Task<int> Read(WorkflowContext ctx, [FromServices] Grpc.Core.ClientBase cache) => {{read}};
        }
        """;

    private static string Agent(string body, string declared = "Model = \"anthropic/claude\"") => $$"""
        using System.Net.Http;
        using Microsoft.Extensions.AI;

        public sealed class Desk(IChatClient model)
        {
            [Agent({{declared}})]
            public async Task<string> Talk(AgentContext ctx, string message)
            {
                {{body}}
                return message;
            }
        }
        """;
}
