using System.Diagnostics;
using System.Globalization;
using Agnt5.Testing.Exploring.Comparing;
using Agnt5.Testing.Exploring.Playing;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring;

/// <summary>Plays schedule after schedule, until a run differs or there are no more.</summary>
/// <param name="workflow">The workflow's name.</param>
/// <param name="player">Plays the runs.</param>
/// <param name="options">The options.</param>
/// <param name="check">The test's own check, which throws.</param>
internal sealed class Explorer(string workflow, Player player, ExploreOptions options, Action<PlayedRun, IServiceProvider>? check)
{
    // To make a finding simple is worth a moment.
    private const int MostAttemptsToShrink = 200;

    private readonly Comparison _comparison = new(options.OrderMayDecide);

    /// <exception cref="Agnt5TestException">A run differs.</exception>
    public async Task<ExploreReport> ExploreAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        // All others are compared with the plain run.
        if (await PlayAsync(static _ => 0, cancellationToken).ConfigureAwait(false) is { } broken)
            throw broken.Explain("the plain run");

        var total = 0;
        List<string> done = [];
        var isComplete = false;
        foreach (var strategy in Strategies())
        {
            if (strategy is RandomWalk && isComplete && options.Strategy == ExploreStrategy.Auto)
                break;

            var schedules = 0;
            while (total < options.MaxSchedules && strategy.TryBegin())
            {
                (schedules, total) = (schedules + 1, total + 1);
                if (await PlayAsync(strategy.Choose, cancellationToken, strategy.End).ConfigureAwait(false) is { } finding)
                    throw (await ShrinkAsync(finding, cancellationToken).ConfigureAwait(false)).Explain(Found(total, strategy));
            }

            isComplete = strategy is Exhaustive { IsDone: true } or DelayBounded { IsDone: true };
            if (schedules > 0)
                done.Add(strategy.Describe(schedules));
        }

        return Report(total, isComplete, done, Stopwatch.GetElapsedTime(began));
    }

    private IEnumerable<IStrategy> Strategies()
    {
        if (options.Schedule is { } given)
        {
            yield return new GivenSchedule(ScheduleText.Read(given));
            yield break;
        }

        var most = options.MaxSchedules;
        if (options.Strategy == ExploreStrategy.Auto)
            yield return new Sweeps(options.Cuts);
        yield return options.Strategy switch
        {
            ExploreStrategy.Random => new RandomWalk(options.Seed, most),
            ExploreStrategy.DelayBounded => new DelayBounded(options.MaxDelays, most),
            ExploreStrategy.Exhaustive => new Exhaustive(options.MaxCuts, most),
            _ => new Exhaustive(options.MaxCuts, most / 2),
        };
        if (options.Strategy == ExploreStrategy.Auto)
            yield return new RandomWalk(options.Seed, most);
    }

    /// <returns>What differs in the run, or <see langword="null"/>.</returns>
    private async Task<Finding?> PlayAsync(Func<Choice, int> choose, CancellationToken cancellationToken, Action<IReadOnlyList<TakenChoice>>? whenEnded = null)
    {
        Difference? ofCheck = null;
        var run = await player.PlayAsync(choose, (run, services) => ofCheck = run.Problem is null ? Check(run, services) : null, cancellationToken).ConfigureAwait(false);
        whenEnded?.Invoke(run.Choices);
        var difference = run.Problem is null && _comparison.Knows(run) ? ofCheck : _comparison.Find(run) ?? ofCheck ?? await ReplayAsync(run, cancellationToken).ConfigureAwait(false);
        if (difference is not null)
            return new Finding(workflow, run, difference);

        _comparison.Add(run);
        return null;
    }

    // Where an agent took part, its records are gone.
    private async Task<Difference?> ReplayAsync(PlayedRun run, CancellationToken cancellationToken) =>
        run.Failure is null && !run.Steps.Any(static step => step.IsOfAgent)
            ? ReplayComparison.Find(run, await player.ReplayAsync(run, cancellationToken).ConfigureAwait(false))
            : null;

    private Difference? Check(PlayedRun run, IServiceProvider services)
    {
        try
        {
            check?.Invoke(run, services);
            return null;
        }
        catch (Exception exception)
        {
            return new Difference($"does not pass the check of the test: {exception.Message}", "") { Cause = exception };
        }
    }

    /// <summary>Leaves out the choices that the finding does not need. A run without an end is left as it is: each attempt would take as long.</summary>
    private async Task<Finding> ShrinkAsync(Finding finding, CancellationToken cancellationToken)
    {
        var attempts = 0;
        for (var i = finding.Run.Choices.Count - 1; i >= 0; i--)
        {
            if (i >= finding.Run.Choices.Count || finding.Run.Choices[i].Option == 0)
                continue;
            if (attempts++ == MostAttemptsToShrink || player.HasHung)
                break;

            int[] simpler = [.. finding.Run.Choices.Select((taken, place) => place == i ? 0 : taken.Option)];
            if (await PlayAsync(new GivenSchedule(simpler).Choose, cancellationToken).ConfigureAwait(false) is { } same && same.Difference.Headline == finding.Difference.Headline)
                finding = same;
        }

        return finding;
    }

    private string Found(int number, IStrategy strategy) => string.Create(
        CultureInfo.InvariantCulture, $"found by schedule {number}{(strategy is RandomWalk ? $", seed {options.Seed}" : "")}");

    private ExploreReport Report(int schedules, bool isComplete, List<string> done, TimeSpan elapsed)
    {
        var notCompared = _comparison.NotCompared == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {_comparison.NotCompared:N0} were not compared, because a step gave another result, such as '{_comparison.UnsteadyStep}'.");
        return new ExploreReport
        {
            Schedules = schedules,
            IsComplete = isComplete,
            NotCompared = _comparison.NotCompared,
            Elapsed = elapsed,
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"{workflow}: no run differs. {string.Join("; ", done)}. {schedules:N0} in {elapsed.TotalSeconds:0.00} s, {schedules / elapsed.TotalSeconds:N0} a second.{notCompared}"),
        };
    }
}
