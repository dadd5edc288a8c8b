using Agnt5.Testing.Recording;

namespace Agnt5.Testing;

public sealed partial class LocalAgnt5
{
    /// <summary>
    /// Lets the next attempts of a step fail, in any run. The step's body does not run then, and what follows is as if it had thrown: retries, compensation, the failure of the run.
    /// </summary>
    /// <param name="step">The step's name, for all of its keys, or <c>name:key</c>.</param>
    /// <param name="times">How many attempts fail.</param>
    /// <param name="failure">What they fail with. Default: an <see cref="InvalidOperationException"/>.</param>
    /// <exception cref="Agnt5TestException">The components are a deployed endpoint's.</exception>
    public void FailStep(string step, int times = 1, Exception? failure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(step);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        ThrowIfDeployed();
        _plans.Add(step, times, failure ?? new InvalidOperationException($"The test lets step '{step}' fail."));
    }

    /// <summary>
    /// Holds the runs that come to a step, before its body runs. So a test has a run that is at work for as long as it wants: to see another one wait for its turn, or to cancel it there.
    /// </summary>
    /// <param name="step">The step's name, for all of its keys, or <c>name:key</c>.</param>
    /// <returns>What lets them go on.</returns>
    /// <exception cref="Agnt5TestException">The components are a deployed endpoint's.</exception>
    public HeldStep HoldStep(string step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(step);
        ThrowIfDeployed();
        var hold = new StepHold(step);
        _plans.Add(hold);
        return new HeldStep(hold, _host);
    }

    private void ThrowIfDeployed()
    {
        if (_services is null)
            throw new Agnt5TestException("The steps of a deployed endpoint cannot be reached from here. Start the components in this process (StartAsync).");
    }
}
