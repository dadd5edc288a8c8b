using Agnt5.Testing.Exploring.Playing;
using Agnt5.Testing.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing;

/// <summary>A run that <see cref="Explore"/> has played, for the check of a test.</summary>
/// <typeparam name="TOutput">What the component returns.</typeparam>
public sealed class ExploredRun<TOutput>
{
    private readonly PlayedRun _run;
    private readonly Func<ReadOnlyMemory<byte>, TOutput> _read;

    internal ExploredRun(PlayedRun run, IServiceProvider services, Func<ReadOnlyMemory<byte>, TOutput> read) => (_run, Services, _read) = (run, services, read);

    /// <summary>The output.</summary>
    /// <exception cref="Agnt5TestException">The run has failed.</exception>
    public TOutput Output => _run.Failure is null ? _read(_run.Output) : throw new Agnt5TestException($"The run {_run.Outcome}.");

    /// <summary>The failure, or <see langword="null"/> of a run that has completed.</summary>
    public TestFailure? Failure => _run.Failure;

    /// <summary>The run's own services: its fakes are among them.</summary>
    public IServiceProvider Services { get; }

    /// <summary>How many answers were lost. The steps of those slices ran again, so whatever they call was called again.</summary>
    public int LostAnswers => _run.LostAnswers;

    /// <summary>How many invokes it took.</summary>
    public int Slices => _run.Slices.Count;

    /// <summary>The attempts of steps whose slices were answered, in the order in which they ended.</summary>
    public IReadOnlyList<TestStep> Steps => [.. _run.Slices.Where(static slice => !slice.IsLost).SelectMany(static slice => slice.Steps.Select(step =>
        new TestStep { Key = step.Key, Attempt = step.Attempt, At = slice.At, Result = TestJson.Parse(step.Result), Failure = step.Failure }))];

    /// <summary>The schedule, for <see cref="ExploreOptions.Schedule"/>.</summary>
    public string Schedule => _run.ScheduleText;

    /// <summary>One of the run's services.</summary>
    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
