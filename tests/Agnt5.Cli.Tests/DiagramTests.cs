using System.Text.Json;
using System.Text.RegularExpressions;
using Agnt5.Cli.Diagrams.Reading;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed partial class DiagramTests
{
    private const string Order = """
        public class Orders
        {
            [Workflow]
            public async Task<string> ShipOrderAsync(WorkflowContext ctx, Order order)
            {
                if (order.Items.Count > 3)
                    Console.WriteLine("many");
                if (!await ctx.AskApprovalAsync($"Ship {order.Id}?", timeout: TimeSpan.FromDays(2)))
                    return "rejected";
                await PackAsync(ctx, order);
                await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
                var settled = await ctx.WaitForSignalAsync<int>("payment.settled");
                return "shipped";
            }

            private static async Task PackAsync(WorkflowContext run, Order order)
            {
                foreach (var item in order.Items)
                    await run.StepAsync("pack", ct => Packer.PackAsync(item, ct), new StepOptions { Key = item });
            }
        }
        """;

    [Fact]
    public async Task A_workflow_is_drawn_with_its_steps_waits_branches_loops_and_helpers()
    {
        using var project = new SourceProject(Order);

        var run = await project.DrawAsync("ship_order");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            flowchart TD
              start_ship_order(["ship_order"])
              question_asks_ship_order_id[/"asks: Ship {order.Id}?<br/>within 2 days"/]
              branch_approved{"approved?"}
              loop_for_each_item_in_order_items{"for each item in order.Items"}
              step_pack["pack<br/>key: item"]
              sleep_sleeps_1_hour{{"sleeps 1 hour<br/>cool_down"}}
              signal_waits_for_payment_settled{{"waits for payment.settled"}}
              end_returns_rejected(["returns rejected"])
              end_returns_shipped(["returns shipped"])
              start_ship_order --> question_asks_ship_order_id
              question_asks_ship_order_id --> branch_approved
              branch_approved -->|"yes"| loop_for_each_item_in_order_items
              loop_for_each_item_in_order_items -->|"next"| step_pack
              step_pack --> loop_for_each_item_in_order_items
              loop_for_each_item_in_order_items -->|"done"| sleep_sleeps_1_hour
              sleep_sleeps_1_hour --> signal_waits_for_payment_settled
              branch_approved -->|"no"| end_returns_rejected
              signal_waits_for_payment_settled --> end_returns_shipped

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task Steps_that_run_together_part_and_meet_again()
    {
        var edges = await EdgesAsync("""
            [Workflow("both")]
            static async Task Both(WorkflowContext ctx, string[] items)
            {
                await Task.WhenAll(items.Select(item => ctx.StepAsync("price", () => 1)));
                var a = ctx.StepAsync("a", () => 1);
                var b = ctx.StepAsync("b", () => 1);
                await Task.WhenAny(a, b);
            }
            """);

        Assert.Equal(
            ["start_both -for each item-> step_price", "step_price --> join_all", "join_all --> step_a", "join_all --> step_b",
             "step_a --> join_first", "step_b --> join_first", "join_first --> end_completed"],
            edges);
    }

    [Fact]
    public async Task Steps_that_are_awaited_as_they_end_meet_before_the_loop_over_them()
    {
        var edges = await EdgesAsync("""
            [Workflow("both")]
            static async Task Both(WorkflowContext ctx)
            {
                var a = ctx.StepAsync("a", () => 1);
                var b = ctx.StepAsync("b", () => 1);
                await foreach (var task in Task.WhenEach(a, b))
                    await ctx.EmitAsync("ended", await task);
            }
            """);

        Assert.Equal(
            ["start_both --> step_a", "start_both --> step_b", "step_a --> join_each", "step_b --> join_each", "join_each --> loop_for_each_task_in_task_wheneach_a_b",
             "loop_for_each_task_in_task_wheneach_a_b -next-> event_emits_ended", "event_emits_ended --> loop_for_each_task_in_task_wheneach_a_b",
             "loop_for_each_task_in_task_wheneach_a_b -done-> end_completed"],
            edges);
    }

    [Fact]
    public async Task A_case_that_goes_to_another_case_does_not_go_on_behind_the_switch()
    {
        using var project = new SourceProject("""
            static class Shop
            {
                [Workflow("both")]
                static async Task Both(WorkflowContext ctx, string kind)
                {
                    switch (kind)
                    {
                        case "gift": await ctx.StepAsync("wrap", () => 1); goto case "order";
                        case "order": await ctx.StepAsync("pack", () => 1); break;
                    }
                    await ctx.StepAsync("ship", () => 1);
                }
            }
            """);

        var run = await project.DrawAsync("both");

        Assert.Contains("step_pack --> step_ship", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("step_wrap -->", run.Output, StringComparison.Ordinal);
        Assert.Contains("Shop.cs(8): a goto is not drawn.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_stands_for_a_constant_of_its_type_and_for_nothing_that_only_has_the_same_name()
    {
        var edges = await EdgesAsync("""
            const string Ship = "ship it", Given = "wrong", Local = "wrong";
            static string Varies = "wrong";
            static readonly string Late = "late it";
            static class Other { public const string Pack = "pack it", Stray = "wrong"; public string Field = "wrong"; }
            [Workflow("both")]
            static async Task Both(WorkflowContext ctx, string Given, Other given)
            {
                var Local = Given.Trim();
                await ctx.StepAsync(Ship, () => 1);
                await ctx.StepAsync(Late, () => 1);
                await ctx.StepAsync(Other.Pack, () => 1);
                await ctx.StepAsync(Stray, () => 1);
                await ctx.StepAsync(Varies, () => 1);
                await ctx.StepAsync(Given, () => 1);
                await ctx.StepAsync(Local, () => 1);
                await ctx.StepAsync(given.Other.Pack, () => 1);
            }
            """);

        Assert.Equal(
            ["step_ship_it", "step_late_it", "step_pack_it", "step_stray", "step_varies", "step_given", "step_local", "step_given_other_pack", "end_completed"],
            edges.Select(static edge => edge.Split(' ')[^1]));
    }

    [Fact]
    public async Task Failures_lead_to_what_undoes_and_through_what_is_done_in_any_case()
    {
        var edges = await EdgesAsync("""
            [Workflow(Name)]
            static async Task Trip(WorkflowContext ctx)
            {
                var undo = new Stack<Func<Task>>();
                try
                {
                    undo.Push(() => ctx.StepAsync("cancel", () => 1));
                    await ctx.StepAsync("book", () => 1);
                }
                catch (StepFailedException e) when (e.Attempts > 2)
                {
                    while (undo.TryPop(out var back))
                        await back();
                    throw;
                }
                finally
                {
                    await ctx.EmitAsync("trip.over", 1);
                }
            }
            const string Name = "bo" + "th";
            """);

        Assert.Equal(
            [
                "start_both --> step_book",
                "group_try -on StepFailedException when e.Attempts > 2-> loop_while_undo_trypop_out_var_back",
                "loop_while_undo_trypop_out_var_back -yes-> step_cancel",
                "step_cancel --> loop_while_undo_trypop_out_var_back",
                "step_book --> event_emits_trip_over",
                "loop_while_undo_trypop_out_var_back -no-> event_emits_trip_over",
                "event_emits_trip_over -fails-> failure_fails_stepfailedexception",
                "event_emits_trip_over --> end_completed",
            ],
            edges);
    }

    [Fact]
    public async Task Switches_early_ends_other_components_and_local_functions_are_drawn()
    {
        var edges = await EdgesAsync("""
            [Workflow("both")]
            static async Task<int> Both(WorkflowContext ctx, string kind)
            {
                while (true)
                {
                    await SendAsync();
                    if (kind == "stop") break;
                }
                switch (kind)
                {
                    case "tea" or "coffee": await ctx.RunAgentAsync("barista", kind); break;
                    case "water": throw new NonRetryableException("no");
                }
                return kind switch { "tea" => await ctx.StepAsync("brew", () => Brew(1)), _ => 0 };
                Task SendAsync() => ctx.StepAsync("send", () => 1);
            }
            [Function] static int Brew(int cups) => cups;
            """);

        Assert.Equal(
            [
                "start_both --> repeat_repeat",
                "repeat_repeat --> step_send",
                "step_send --> branch_kind_stop",
                "branch_kind_stop -no-> repeat_repeat",
                "branch_kind_stop -yes-> branch_kind",
                "branch_kind -\"tea\" or \"coffee\"-> call_agent_barista",
                "branch_kind -otherwise-> branch_kind_2",
                "call_agent_barista --> branch_kind_2",
                "branch_kind_2 -tea-> step_brew",
                "branch_kind -water-> failure_fails_nonretryableexception",
                "step_brew --> end_returns_kind_switch_tea_brew_0",
                "branch_kind_2 -otherwise-> end_returns_kind_switch_tea_brew_0",
            ],
            edges);
    }

    [Fact]
    public async Task A_helper_that_calls_itself_ends_the_drawing_and_not_the_program()
    {
        var edges = await EdgesAsync("""
            [Workflow("both")] static Task Both(WorkflowContext ctx) => PageAsync(ctx);
            static async Task PageAsync(WorkflowContext ctx) { await ctx.StepAsync("page", () => 1); await PageAsync(ctx); await Elsewhere.GoAsync(ctx); }
            """);

        Assert.Equal(["start_both --> step_page", "step_page --> call_pageasync_again", "call_pageasync_again --> call_goasync", "call_goasync --> end_returns_pageasync_ctx"], edges);
    }

    [Fact]
    public async Task Text_of_the_source_breaks_no_label()
    {
        using var project = new SourceProject(""""
            static class Shop
            {
                [Workflow("end")]
                static async Task End(WorkflowContext ctx)
                {
                    await ctx.StepAsync("say \"hi\" #1 [a](b) <b>x</b> & `y` 10%", () => 1);
                    await ctx.StepAsync("1. end", () => 1);
                    await ctx.StepAsync("""
                        - two
                        %%{init}%% lines | _x_ **y** $$z$$ \
                        """, () => 1);
                }
            }
            """");

        var run = await project.DrawAsync("end", "--direction", "LR");

        Assert.StartsWith("flowchart LR\n  start_end([\"end\"])\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("[\"say #34;hi#34; #35;1 #91;a#93;(b) #60;b#62;x#60;/b#62; #38; #96;y#96; 10#37;\"]", run.Output, StringComparison.Ordinal);
        Assert.Contains("[\"1#46; end\"]", run.Output, StringComparison.Ordinal);
        Assert.Contains("[\"#45; two #37;#37;{init}#37;#37; lines #124; #95;x#95; #42;#42;y#42;#42; #36;#36;z#36;#36; #92;\"]", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), static line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task Every_workflow_has_the_name_that_the_generator_gives_it()
    {
        var manifest = await CommandLineRun.OfAsync("manifest", typeof(DiagramTests).Assembly.Location, "-o", "json");
        var names = JsonDocument.Parse(manifest.Output).RootElement.GetProperty("components").EnumerateArray()
            .Where(static component => component.GetProperty("type").GetString() == "workflow").Select(static component => component.GetProperty("name").GetString()!);

        var run = await CommandLineRun.OfAsync("diagram", "nobody", "--project", ComponentSources.Project);

        Assert.Equal($"There is no workflow nobody in Components.csproj. There are: {string.Join(", ", names.Order(StringComparer.Ordinal))}. (NO_WORKFLOW)\n", run.Error.ReplaceLineEndings("\n"));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void Every_call_that_the_context_offers_has_its_place_in_a_diagram()
    {
        var awaited = typeof(WorkflowContext).GetMethods().Where(static method => typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType == typeof(ValueTask))
            .Select(static method => method.Name).Distinct();

        Assert.Equal(awaited.Order(StringComparer.Ordinal), DurableCalls.Methods.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_workflow_of_a_library_and_of_a_symbol_is_found_and_source_with_errors_is_drawn()
    {
        using var library = new SourceProject("""
            class Shop
            {
            #if SHOP && NET10_0_OR_GREATER
                [Agnt5.Workflow(name: "far")] Task Far(WorkflowContext ctx) => ctx.StepAsync("far", () => 1);
            #endif
                void Broken( {
            }
            """);
        using var project = new SourceProject("""
            #if NET && NET10_0 && NET9_0_OR_GREATER
            class Near { [Function] static int near(int x) => x; }
            #endif
            """, library, "net10.0;net9.0");

        var far = await project.DrawAsync("far", "-o", "json");
        var near = await project.DrawAsync("near");
        var text = await project.DrawAsync("far");

        var json = JsonDocument.Parse(far.Output).RootElement;
        Assert.Equal("step", json.GetProperty("nodes")[1].GetProperty("kind").GetString());
        Assert.StartsWith("Shop.cs(6):", json.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal((0, text.Output), (text.ExitCode, json.GetProperty("mermaid").GetString()));
        Assert.Contains("The diagram shows what could be read.", text.Error, StringComparison.Ordinal);
        Assert.Equal((1, "near is of the type function. Only workflows have a diagram. (NO_WORKFLOW)"), (near.ExitCode, near.Error.TrimEnd()));
    }

    [Fact]
    public async Task Where_there_is_no_project_the_command_says_what_to_give()
    {
        var url = await CommandLineRun.OfAsync("diagram", "x", "--project", "https://orders.example.com");
        var nothing = await CommandLineRun.OfAsync("diagram", "x", "--project", "/nowhere");

        Assert.Equal((2, 2), (url.ExitCode, nothing.ExitCode));
        Assert.Contains("not a URL", url.Error, StringComparison.Ordinal);
        Assert.Contains("There is nothing at", nothing.Error, StringComparison.Ordinal);
    }

    private static async Task<string[]> EdgesAsync(string source)
    {
        using var project = new SourceProject($"static class Shop {{ {source} }}");
        var run = await project.DrawAsync("both", "-o", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("edges").EnumerateArray().Select(static edge =>
            $"{edge.GetProperty("from").GetString()} -{(edge.TryGetProperty("label", out var label) ? label.GetString() : "")}-> {edge.GetProperty("to").GetString()}")];
    }

    // What Mermaid reads: a node in one of its shapes with a label in quotes, or an arrow.
    [GeneratedRegex("""^  [a-z]\w*(\(\["[^"]+"\]\)|\["[^"]+"\]| --> [a-z]\w*)$""")]
    private static partial Regex Line();
}
