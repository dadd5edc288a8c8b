namespace Agnt5.Execution;

/// <summary>A step whose body runs.</summary>
internal interface IStepInFlight
{
    string Key { get; }

    /// <summary>The step's place among the steps that run. It belongs to <see cref="StepsInFlight"/>.</summary>
    int Place { get; set; }

    /// <summary>The step's failure, if the workflow's code ended before the failure could be delivered.</summary>
    StepFailedException? UndeliveredFailure { get; }

    /// <summary>Gives the step up: its further work is not recorded, and its events do not go out.</summary>
    void Cut();
}
