using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests;

/// <summary>The messages about code that a workflow calls, and the calls that are not followed.</summary>
public sealed class CallPathTests
{
    [Fact]
    public async Task A_finding_in_a_helper_names_the_workflow_and_the_shortest_way_to_it()
    {
        var message = await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow("approve_order")]
                public static Task<int> Approve(WorkflowContext ctx) => Task.FromResult(Detour() + Prices.Today);

                private static int Detour() => Again();

                private static int Again() => Prices.Today;
            }

            public static class Prices
            {
                public static int Today => Read();

                private static int Read() => new Reader().Year;
            }

            public sealed class Reader
            {
                public int Year { get; }

                public Reader() => Year = DateTime.UtcNow.Year;
            }
            """);

        Assert.StartsWith("'DateTime.UtcNow' reads the clock in workflow 'approve_order' (Orders.Approve → Prices.Today → Prices.Read → new Reader): ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_in_what_an_agent_calls_names_the_agent()
    {
        var message = await Verify.MessageAsync(
            """
            public static class Desk
            {
                [Agent("support")]
                public static Task<string> Talk(AgentContext ctx, string message) => ctx.RunAsync(message + Today());

                private static string Today() => $"{DateTime.UtcNow:O}";
            }
            """);

        Assert.StartsWith("'DateTime.UtcNow' reads the clock in agent 'support' (Desk.Talk → Desk.Today): ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_durable_call_in_what_gives_instructions_names_the_agent_even_if_that_has_no_body()
    {
        var message = await Verify.MessageAsync(
            """
            public sealed partial class Desk
            {
                private static AgentContext? _last;

                [Agent("support", Model = "anthropic/claude", InstructionsMethod = nameof(Instructions))]
                public static partial Task<string> Talk(AgentContext ctx, string message);

                public static partial Task<string> Talk(AgentContext ctx, string message) => ctx.RunAsync(message);

                public static Task<string> Instructions() => _last!.RunAsync("What are the instructions?");
            }
            """);

        Assert.StartsWith("'RunAsync' is called inside a step body in the instructions of agent 'support': ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_would_pay_twice_is_told_with_the_call_the_way_to_it_and_the_agent()
    {
        var message = await Verify.MessageAsync(
            """
            public static class Desk
            {
                [Agent("support", Tools = ["refund"])]
                public static Task<string> Talk(AgentContext ctx, string message) => ctx.RunAsync(message);

                /// <summary>Is no agent's.</summary>
                [Tool]
                public static void Close() => File.Delete("a");
            }

            public sealed class Refunds(System.Net.Http.HttpClient http)
            {
                /// <summary>Pays back.</summary>
                [Tool("refund")]
                public Task PayBack() => Post();

                private Task Post() => http.PostAsync("https://pay.example", null);
            }
            """);

        Assert.Equal(
            "'HttpClient.PostAsync' in tool 'refund' (Refunds.PayBack → Refunds.Post) changes something outside without an idempotency key: "
            + "when agent 'support' calls the tool again after a crash, it happens twice; pass on the IdempotencyKey of a FunctionContext",
            message);
    }

    [Theory]
    [InlineData("client.SubmitAsync(\"ship_order\")", "Agnt5Client.SubmitAsync")]
    [InlineData("client.ShipOrder(7)", "Agnt5Stubs.ShipOrder")]
    [InlineData("new Agnt5.RunHandle<int>().WaitAsync()", "RunHandle.WaitAsync")]
    public async Task A_run_that_a_workflow_starts_outside_of_a_step_is_started_again_by_a_replay(string call, string shown)
    {
        var message = await Verify.MessageAsync(
            $$"""
            public static class Orders
            {
                [Workflow]
                public static Task Approve(WorkflowContext ctx, [FromServices] Agnt5Client client) => {{call}};
            }

            public static class Agnt5Stubs
            {
                public static Task ShipOrder(this Agnt5Client client, int order) => Task.CompletedTask;
            }

            namespace Agnt5
            {
                public sealed class Agnt5Client
                {
                    public Task SubmitAsync(string name) => Task.CompletedTask;
                }

                public sealed class RunHandle<T>
                {
                    public Task WaitAsync() => Task.CompletedTask;
                }
            }
            """);

        Assert.StartsWith($"'{shown}' ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_in_the_workflow_itself_needs_no_path()
    {
        var message = await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow]
                public static Task<int> Approve(WorkflowContext ctx, int[] years) => Task.FromResult(years.Count(year => year == DateTime.UtcNow.Year));
            }
            """);

        Assert.StartsWith("'DateTime.UtcNow' reads the clock in workflow 'approve': ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_that_works_on_a_context_is_watched_before_a_workflow_calls_it()
    {
        var message = await Verify.MessageAsync(
            """
            public static class Helpers
            {
                public static Task<int> Charge(WorkflowContext ctx) => ctx.StepAsync($"charge-{DateTime.UtcNow}", () => 1);
            }
            """);

        Assert.StartsWith("A durable key in 'Helpers.Charge' is not stable", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_is_followed_to_its_one_implementation_and_a_virtual_member_to_its_one_override() => await Verify.FindsAsync(
        """
        public interface IClock
        {
            int Year();
        }

        public sealed class Clock : IClock
        {
            public int Year() => {|AGT4001:DateTime.UtcNow|}.Year;
        }

        public interface IDice
        {
            int Roll();
        }

        public sealed class Fair : IDice
        {
            public int Roll() => Random.Shared.Next(6);
        }

        public sealed class Loaded : IDice
        {
            public int Roll() => Random.Shared.Next(3);
        }

        public abstract class Source
        {
            public abstract int Next();

            public virtual int Peek() => {|AGT4002:Random.Shared|}.Next();

            public virtual int Skip() => Random.Shared.Next();
        }

        public sealed class Only : Source
        {
            public override int Next() => {|AGT4002:Random.Shared|}.Next();

            public override int Skip() => 1;
        }

        public sealed class Orders(IClock clock, IDice dice, Source source)
        {
            [Workflow]
            public Task<int> Approve(WorkflowContext ctx) => Task.FromResult(clock.Year() + dice.Roll() + source.Next() + source.Peek() + source.Skip());
        }
        """);

    [Fact]
    public async Task A_delegate_is_followed_to_where_it_runs() => await Verify.FindsAsync(
        """
        public static class Orders
        {
            [Workflow]
            public static async Task<long> Approve(WorkflowContext ctx)
            {
                var once = await Once(ctx, () => DateTime.UtcNow.Ticks);
                var twice = await Through(ctx, () => DateTime.UtcNow.Ticks);
                var now = Now(() => {|AGT4001:DateTime.UtcNow|}.Ticks);
                Func<long> chosen = once > 0 ? () => {|AGT4001:DateTime.UtcNow|}.Ticks : Read;
                Func<long> kept = () => DateTime.UtcNow.Ticks;
                var copy = kept;
                var third = await ctx.StepAsync("copy", copy);
                Func<long> unused = () => DateTime.UtcNow.Ticks;
                var lazy = new Lazy<long>(() => {|AGT4001:DateTime.UtcNow|}.Ticks);
                var fourth = await ctx.StepAsync("made", Make());
                return once + twice + now + chosen() + third + lazy.Value + fourth + await ctx.StepAsync("group", Group);
            }

            private static long Read() => {|AGT4001:DateTimeOffset.UtcNow|}.Ticks;

            private static long Group() => DateTimeOffset.UtcNow.Ticks;

            private static Func<long> Make() => () => DateTime.UtcNow.Ticks;

            private static Task<long> Once(WorkflowContext ctx, Func<long> body) => ctx.StepAsync({|AGT4007:"once"|}, body);

            private static Task<long> Through(WorkflowContext ctx, Func<long> body) => Once(ctx, () => body() + 1);

            private static long Now(Func<long> body) => body();
        }
        """);

    [Fact]
    public async Task What_decides_about_another_attempt_runs_in_the_step() => await Verify.FindsAsync(
        """
        public static class Orders
        {
            private static readonly StepOptions Daily = new() { MaxAttempts = 3, RetryWhen = IsEarly };

            [Workflow]
            public static async Task Approve(WorkflowContext ctx)
            {
                var night = new StepOptions { MaxAttempts = 3, RetryWhen = _ => DateTime.UtcNow.Hour < 6 };
                await ctx.StepAsync("a", () => 1, night);
                await ctx.StepAsync("b", () => 1, Daily);
                await ctx.StepAsync("c", () => 1, Daily with { RetryWhen = _ => {|AGT4010:ctx.StepAsync|}("d", () => true).IsCompleted });
            }

            private static bool IsEarly(Exception failure) => DateTime.UtcNow.Hour < 8;
        }
        """);

    [Fact]
    public async Task A_delegate_that_is_kept_or_may_run_either_way_is_left_in_peace() => await Verify.FindsAsync(
        """
        public sealed class Trips(System.Net.Http.HttpClient http)
        {
            [Workflow]
            public async Task Book(WorkflowContext ctx)
            {
                var undo = new Stack<Func<CancellationToken, Task>>();
                undo.Push(ct => http.DeleteAsync("flight", ct));
                var more = new List<Func<CancellationToken, Task>> { ct => http.DeleteAsync("hotel", ct) };
                var number = 0;
                foreach (var compensate in undo.Concat(more))
                    await ctx.StepAsync($"undo-{number++}", compensate);
                await Run(ctx, asStep: false, () => ctx.SleepAsync(TimeSpan.FromHours(1)));
                Func<CancellationToken, Task> body = _ => ctx.SleepAsync(TimeSpan.FromHours(2));
                await body(default);
                body = ct => http.DeleteAsync("car", ct);
                await ctx.StepAsync("car", body);
                await Named<string>(ctx, ct => http.GetStringAsync("a", ct));
            }

            private static async Task Run(WorkflowContext ctx, bool asStep, Func<Task> body)
            {
                if (asStep)
                    await ctx.StepAsync("either", body);
                else
                    await body();
            }

            private static Task Named<T>(WorkflowContext ctx, Func<CancellationToken, Task<string>> body)
            {
                return ctx.StepAsync(typeof(T).Name, Local);

                async Task<string> Local(CancellationToken ct) => await body(ct);
            }
        }
        """);

    [Fact]
    public async Task What_an_object_begins_as_is_read_where_a_workflow_makes_one() => await Verify.FindsAsync(
        """
        public sealed record Ticket(string Title)
        {
            public DateTime Opened { get; init; } = {|AGT4001:DateTime.UtcNow|};

            private readonly Guid _id = {|AGT4002:Guid.NewGuid|}();

            public static readonly DateTime Epoch = DateTime.UtcNow;

            public string Id => _id.ToString();
        }

        public sealed class Draft
        {
            public Guid Id = Guid.NewGuid();
        }

        public static class Tickets
        {
            [Workflow]
            public static Task<string> Open(WorkflowContext ctx, string title) => Task.FromResult(new Ticket(title).Id);
        }
        """);

    [Fact]
    public async Task A_class_is_judged_while_its_author_types_without_waiting_for_the_build()
    {
        var compilation = CompilerRun.Compile(
            """
            public static class Orders
            {
                [Workflow]
                public static Task<int> Approve(WorkflowContext ctx) => Task.FromResult(DateTime.UtcNow.Year + Helper());

                private static int Helper() => DateTime.Now.Year;
            }
            """);
        var run = compilation.WithAnalyzers(CompilerRun.Analyzers);

        var found = await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), filterSpan: null, CancellationToken.None);

        Assert.Equal(["AGT4001", "AGT4001"], found.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Code_that_no_workflow_reaches_is_left_in_peace() => await Verify.FindsAsync(
        """
        public static class Orders
        {
            [Function]
            public static async Task<int> Approve(FunctionContext ctx)
            {
                await Task.Delay(1, ctx.CancellationToken).ConfigureAwait(false);
                return DateTime.UtcNow.Year + Task.Run(() => Random.Shared.Next()).Result;
            }
        }
        """);

    [Fact]
    public async Task Code_that_calls_itself_is_read_once() => await Verify.FindsAsync(
        """
        public static class Orders
        {
            [Workflow]
            public static async Task<int> Approve(WorkflowContext ctx, int depth)
            {
                Func<int>? self = null;
                self = () => depth-- > 0 ? self!() : {|AGT4001:DateTime.UtcNow|}.Year;
                return await Approve(ctx, depth - 1) + Ping(depth) + self();
            }

            private static int Ping(int depth) => depth > 0 ? Pong(depth - 1) : {|AGT4002:Random.Shared|}.Next();

            private static int Pong(int depth) => Ping(depth);
        }
        """);
}
