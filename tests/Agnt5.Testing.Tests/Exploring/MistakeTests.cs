using System.Text.Json;
using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests.Exploring;

/// <summary>Each planted mistake is found, and the same workflow without it passes.</summary>
public sealed class MistakeTests
{
    private static readonly Dictionary<string, (string Correction, string Headline)> Pairs = new()
    {
        ["clock_in_the_body"] = ("clock_of_the_run", "comes to another end when it is replayed later"),
        ["chance_in_the_body"] = ("chance_of_the_run", "comes to another end"),
        ["shared_counter"] = ("counter_of_the_run", "label:"),
        ["named_by_the_position"] = ("named_by_the_parcel", "does not pass the check of the test"),
        ["rethrows_after_compensation"] = ("compensates_in_a_step", "does not pass the check of the test"),
        ["order_of_completion"] = ("order_of_calls", "comes to another end when steps end in another order"),
        ["effect_outside_of_steps"] = ("effect_in_a_step", "does not pass the check of the test"),
        ["static_state"] = ("state_of_the_run", "'greet"),
        ["memory_of_a_service"] = ("memory_of_the_run", "has a record of step 'load_rate', and its replay does not ask for it"),
        ["variable_of_a_step"] = ("result_of_a_step", "comes to another end"),
        ["event_that_is_forgotten"] = ("events_in_line", "loses an event: order.shipped"),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_is_found(string mistake)
    {
        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => ExploreAsync(mistake));

        Assert.StartsWith(mistake, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Pairs[mistake].Headline, failure.Message.Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_schedule_that_a_failure_names_shows_the_same_mistake_again(string mistake)
    {
        var first = await Assert.ThrowsAsync<Agnt5TestException>(() => ExploreAsync(mistake));
        var schedule = first.Message.Split("Schedule = \"")[1].Split('"')[0];

        var again = await Assert.ThrowsAsync<Agnt5TestException>(() => ExploreAsync(mistake, new ExploreOptions { Schedule = schedule }));

        Assert.Contains(Pairs[mistake].Headline, again.Message.Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_workflow_without_the_mistake_passes(string mistake)
    {
        var report = await ExploreAsync(Pairs[mistake].Correction, new ExploreOptions { MaxCuts = 1 });

        Assert.True(report.IsComplete, report.Text);
        Assert.True(report.Schedules > 3, report.Text);
        Assert.Equal(0, report.NotCompared);
    }

    private static Task<ExploreReport> ExploreAsync(string workflow, ExploreOptions? options = null)
    {
        Mistakes.ForgetAll();
        return Explore.RunAsync<JsonElement>(
            Agnt5Components.Catalog,
            agnt5 => agnt5.StartAsync<JsonElement>(ComponentType.Workflow, workflow, TestInput.None),
            static services => services.AddShop(new FakePayments()).AddSingleton<Ledger>().AddSingleton<Rates>().AddSingleton<Shelf>(),
            Fail(options ?? new ExploreOptions(), workflow),
            Check);
    }

    private static ExploreOptions Fail(ExploreOptions options, string workflow) => workflow.Contains("compensat", StringComparison.Ordinal) ? options.FailStep("ship") : options;

    // What people expect of all of these workflows.
    private static void Check(ExploredRun<JsonElement> run)
    {
        var entries = run.Service<Ledger>().Entries;
        if (run.LostAnswers == 0)
            Assert.Equal(entries.Distinct(), entries);
        if (run.Failure is null)
            Assert.DoesNotContain("refund", entries);
        if (run.Steps.Any(static step => step.Key.StartsWith("pack:", StringComparison.Ordinal)))
            Assert.Equal("a b c d", run.Output.GetString());
    }
}
