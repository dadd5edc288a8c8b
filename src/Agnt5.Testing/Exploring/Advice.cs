namespace Agnt5.Testing.Exploring;

/// <summary>What to look for where something differs.</summary>
internal static class Advice
{
    public const string Steps = "The steps before it gave the same in both runs, so the code between steps goes another way by something that is not recorded. "
        + "Take names and keys of steps from the input, and branch on the input and on results of steps.";

    public const string Outcome = "Its steps gave the same in both runs, so code between steps made the difference: it reads what is not recorded (a clock, chance, a static field, "
        + "a variable that a step's body sets). Return values from steps, and use ctx.UtcNow, ctx.NewGuid() and ctx.Random.";

    public const string Order = "What comes first decides here. Take results in the order of the calls, for example by await Task.WhenAll(…). "
        + "Where the first one is meant to decide, set OrderMayDecide in the options.";

    public const string Events = "Events are counted, so the code must emit the same ones in each replay. Emit what steps and waits gave, and emit it outside of conditions that are not recorded.";

    public const string Replay = "All is recorded, so code between steps goes by something that is not: a clock, chance, a static field, a service's memory, or a variable that a step's body sets. "
        + "Return it from a step, take it from the input, or use ctx.UtcNow, ctx.NewGuid() and ctx.Random.";

    public const string Unused = "The step ran in an earlier slice. Now the code takes another branch, or names the step otherwise: from something that is not recorded, such as a clock, "
        + "a static field, a service's memory, or the order of an unordered set.";

    public const string Hang = "A step does not end, or the code between steps awaits something that is not durable. Let fakes answer at once, and wait with SleepAsync or in a step.";

    public const string Circle = "Each slice comes to another wait or yields again. Look at the last slices for what repeats: an answer that a question refuses, or a key that is new each time.";
}
