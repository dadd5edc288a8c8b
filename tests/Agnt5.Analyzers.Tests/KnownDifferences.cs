using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>Where the analyzers and the marks of the corpus differ, each with its reason. An entry that no longer differs fails the test, so it leaves the list.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyList<CorpusFinding> FalseAlarms { get; } =
    [
        // The loop awaits steps that were started before it: each of them is a point where the budget stops the run, and the loop does not show it.
        new("Clean/FastestOffer", "AGT4016", "for (var taken = 0; taken < 2 && pending.Count > 0; taken++)"),
        // The loop calls steps through delegates, and what a variable of a delegate type holds is not followed.
        new("Clean/TripSaga", "AGT4016", "while (undo.TryPop(out var compensate))"),
    ];

    public static IReadOnlyList<CorpusFinding> Missed { get; } =
    [
        // The key stands once, in a helper that is called twice: keys are compared within one body.
        new("Faulty/HelperCalledTwice", "AGT4007", """ctx.StepAsync("book", ct => ledger.BookAsync(account, cents, ct));"""),
    ];
}
