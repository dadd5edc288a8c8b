namespace Agnt5.Durability.Tests.Platform;

/// <summary>The ways to cut a slice.</summary>
public enum CutKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The process dies just after a step's body finished.</summary>
    CrashAfterStep,

    /// <summary>The response is written, and lost on its way.</summary>
    LoseResponse,

    /// <summary>The budget is spent while a step runs, so that the next one has to wait for another slice.</summary>
    BudgetAfterStep,

    /// <summary>The deadline passes inside a step, which stops.</summary>
    DeadlineInStep,

    /// <summary>The deadline passes inside a step, which ends its work all the same.</summary>
    DeadlineButFinishes,

    /// <summary>The deadline passes inside a step, which fails with a different exception.</summary>
    DeadlineAndThrows,

    /// <summary>The deadline passes inside a step, which ignores its token and is abandoned.</summary>
    DeadlineIgnored,

    /// <summary>The caller hangs up inside a step.</summary>
    HangUpInStep,

    /// <summary>A step throws.</summary>
    StepThrows,
}

/// <summary>One cut of a run.</summary>
/// <param name="Kind">How.</param>
/// <param name="At">At which step of the run, or with which response, counted from 0.</param>
public readonly record struct Cut(CutKind Kind, int At)
{
    public static Cut None => default;

    public override string ToString() => Kind == CutKind.None ? "no cut" : $"{Kind} at {At}";
}
