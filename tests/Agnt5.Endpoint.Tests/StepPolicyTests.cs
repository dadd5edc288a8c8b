using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Retries of steps that an assembly declares once by name.</summary>
public sealed class StepPolicyTests
{
    [Fact]
    public async Task A_step_is_retried_as_the_policy_that_it_names_says()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky_by_name", """{"policy":"patient","succeedsAt":4}""");

        var slice = run.SliceAsync();
        foreach (var seconds in new[] { 2, 4, 5 })
        {
            await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(seconds));
            endpoint.Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        (await slice).MustComplete("\"attempt 4\"");
    }

    [Fact]
    public async Task A_policy_has_the_defaults_of_options_for_what_it_does_not_say()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("flaky_by_name", """{"policy":"twice","succeedsAt":2}""").SliceAsync()).MustComplete("\"attempt 2\"");
    }

    [Fact]
    public async Task What_a_step_says_itself_counts_before_its_policy()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("flaky_by_both").SliceAsync()).MustFail("attempt 3 failed", isFinal: false);

        Assert.Equal(3, endpoint.Notes.Count);
    }

    [Fact]
    public async Task Options_of_a_field_serve_many_steps()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky_by_field");

        (await run.SliceAsync()).MustComplete("\"attempt 1, attempt 2\"");

        run.MustHaveRecorded("""{"charge":"attempt 1","charge:second":"attempt 2"}""");
    }

    [Theory]
    [InlineData("patent", "There is no step policy 'patent' in the assembly 'Agnt5.Endpoint.Tests' of the component 'flaky_by_name'. The assembly declares 'patient', 'twice'", true)]
    [InlineData("Patient", "There is no step policy 'Patient'", true)]
    [InlineData("declared_twice", "declares the step policy 'declared_twice' more than once", true)]
    [InlineData("broken", "The step policy 'broken' of the assembly 'Agnt5.Endpoint.Tests' is out of range: MaxAttempts is at least 1", true)]
    [InlineData("endless", "The step policy 'endless' of the assembly 'Agnt5.Endpoint.Tests' is out of range", true)]
    public async Task A_policy_that_cannot_be_used_is_named(string policy, string message, bool isFinal)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("flaky_by_name", $$"""{"policy":"{{policy}}","succeedsAt":1}""").SliceAsync()).MustFail(message, isFinal);

        Assert.Empty(endpoint.Notes);
    }

    [Fact]
    public async Task A_recorded_step_needs_no_policy()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky_by_name", """{"policy":"gone","succeedsAt":1}""").From("""{"charge":"paid"}""");

        (await run.SliceAsync()).MustComplete("\"paid\"");
    }
}
