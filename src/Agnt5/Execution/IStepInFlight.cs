namespace Agnt5.Execution;

/// <summary>A step whose body runs.</summary>
internal interface IStepInFlight
{
    string Key { get; }

    /// <summary>Its failure, where it has failed and the workflow's code had ended before that could be delivered.</summary>
    StepFailedException? UndeliveredFailure { get; }

    /// <summary>Gives the step up: what it still does is not recorded, and its events do not go out.</summary>
    void Cut();
}
