using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Exploring.Scripts;
using Agnt5.Testing.Exploring.Strategies;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>
/// Plays AGNT5 for one run at a time: invokes the endpoint, keeps the checkpoint of each answer, gives the run what it waits for, and invokes again until it has ended.
/// </summary>
internal sealed class Player
{
    // Of the workflow's own. A schedule may cut each step of the plain run, and lose it before.
    private const int MostSlices = 2_000;

    // Another day and another minute, for code that looks at the clock.
    private static readonly TimeSpan Later = new(days: 40, hours: 3, minutes: 7, seconds: 11);

    private readonly ExploredComponent _component;
    private readonly ExploreOptions _options;
    private readonly IReadOnlyList<string> _payloads;
    private readonly ExploreClock _clock = new();
    private readonly ExploredServices _services;
    private readonly PlayedEndpoint _endpoint;
    private int? _mostCuts;

    /// <param name="component">What is played.</param>
    /// <param name="catalog">The components.</param>
    /// <param name="services">Registers the test's services.</param>
    /// <param name="options">The options.</param>
    /// <param name="payloads">The payloads of the scripted signals as JSON text.</param>
    public Player(ExploredComponent component, ComponentCatalog catalog, Action<IServiceCollection>? services, ExploreOptions options, IReadOnlyList<string> payloads)
    {
        (_component, _options, _payloads) = (component, options, payloads);
        var conductor = new Conductor([.. CutsOf(options.Cuts)]);
        _services = new ExploredServices(_clock, conductor, services);
        using var first = _services.Renew();
        var endpoint = new ServerlessEndpoint(catalog, new ServerlessOptions { IsDevelopment = true, AllowUnsigned = true }, _services);
        _endpoint = new PlayedEndpoint(endpoint, conductor, _clock, options.RealTimeLimit);
    }

    /// <summary>Whether a slice was at work without an end, so that nothing more can be played.</summary>
    public bool HasHung => _endpoint.HasHung;

    /// <summary>Plays a run to its end.</summary>
    /// <param name="choose">The schedule.</param>
    /// <param name="whenEnded">Looks at the run while its services are still there.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<PlayedRun> PlayAsync(Func<Choice, int> choose, Action<PlayedRun, IServiceProvider>? whenEnded, CancellationToken cancellationToken)
    {
        var services = _services.Renew();
        await using (services.ConfigureAwait(false))
        {
            var run = new PlayedRun();
            _clock.Set(_options.StartsAt);
            var world = new ScriptedWorld(_options.Script, _payloads, _clock);
            await PlayAsync(run, world, Remember, cancellationToken).ConfigureAwait(false);
            _mostCuts ??= 2 * run.Steps.Count();
            whenEnded?.Invoke(run, services);
            return run;

            int Remember(Choice choice)
            {
                var option = Math.Clamp(choose(choice), 0, choice.Options - 1);
                run.Choices.Add(new TakenChoice(choice, option));
                return option;
            }
        }
    }

    /// <summary>Replays a run that has completed, as another process does later: with its records, and with new services.</summary>
    /// <returns>The slice, in which no step may run.</returns>
    public async Task<PlayedSlice> ReplayAsync(PlayedRun run, CancellationToken cancellationToken)
    {
        var services = _services.Renew();
        await using (services.ConfigureAwait(false))
        {
            _clock.Set(run.Slices[^1].At + Later);
            var slice = new PlayedSlice(_clock.GetUtcNow(), "replays") { IsReplay = true };
            var invoke = _component.WriteInvoke(run.FailedAttempts, run.End!.Checkpoint, WakeUp.Start, _clock.GetUtcNow());
            await _endpoint.PlayAsync(slice, invoke, new ScriptedWorld(_options.Script, _payloads, _clock), static _ => 0, cancellationToken).ConfigureAwait(false);
            return slice;
        }
    }

    private async Task PlayAsync(PlayedRun run, ScriptedWorld world, Func<Choice, int> choose, CancellationToken cancellationToken)
    {
        var (checkpoint, wakeUp) = (ReadOnlyMemory<byte>.Empty, WakeUp.Start);
        var mostSlices = MostSlices + (_mostCuts ?? 0);
        while (run.Slices.Count < mostSlices)
        {
            var slice = new PlayedSlice(_clock.GetUtcNow(), wakeUp.Text);
            run.Slices.Add(slice);
            var failuresLeft = world.FailuresLeft;
            var invoke = _component.WriteInvoke(run.FailedAttempts, checkpoint, wakeUp, slice.At);
            run.Problem = await _endpoint.PlayAsync(slice, invoke, world, choose, cancellationToken).ConfigureAwait(false);
            if (run.Problem is not null)
                return;
            if (slice.IsLost)
            {
                world.FailuresLeft = failuresLeft;
                continue;
            }

            run.Problem = SliceProblems.Find(slice, run.FailedAttempts);
            run.Events.AddRange(slice.Answer!.Events);
            checkpoint = slice.Answer.Checkpoint.IsEmpty ? checkpoint : slice.Answer.Checkpoint;
            if (run.Problem is not null || GoOn(run, slice.Answer, world) is not { } next)
                return;
            wakeUp = next;
        }

        run.Problem = new Problem($"has no end after {mostSlices} slices", Advice.Circle);
    }

    /// <returns>How the run goes on, or <see langword="null"/> at its end.</returns>
    private WakeUp? GoOn(PlayedRun run, SliceAnswer answer, ScriptedWorld world)
    {
        switch (answer)
        {
            case SuspendedAnswer suspended:
                var wakeUp = world.WaitFor(suspended.Pause);
                if (wakeUp.Problem is { } problem)
                    run.Problem = new Problem("waits for ever", problem);
                if (wakeUp.TimesOut)
                    run.Failure = new TestFailure("WAIT_TIMEOUT", "Nobody answered in time.");
                return wakeUp.TimesOut || wakeUp.Problem is not null ? null : wakeUp;
            case FailedAnswer { IsRetryable: true } when run.FailedAttempts + 1 < _component.MostAttempts:
                run.FailedAttempts++;
                _clock.MoveTo(_clock.GetUtcNow().ToUnixTimeMilliseconds() + 60_000);
                return new WakeUp("is tried again");
            case FailedAnswer failed:
                run.Failure = new TestFailure(failed.Code, failed.Message);
                break;
        }

        run.End = answer;
        return null;
    }

    private static IEnumerable<CutKind> CutsOf(ExploreCuts cuts)
    {
        yield return CutKind.None;
        if (cuts.HasFlag(ExploreCuts.EndSlice))
            yield return CutKind.EndSlice;
        if (cuts.HasFlag(ExploreCuts.LoseAnswer))
            yield return CutKind.LoseAnswer;
    }
}
