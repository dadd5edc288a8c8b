namespace Agnt5.Durability.Tests.Platform;

/// <summary>The end of an execution, or what it is to do at its deadline.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsForeign">Whether it is none of a step.</param>
/// <param name="How"><c>finish</c>, <c>throw</c> or <c>cancel</c>; or the name of a kind of cut, for the deadline.</param>
/// <param name="Message">What it throws.</param>
public sealed record End(int Id, bool IsForeign, string How, string Message);

/// <summary>The test's next moves, in the order in which they are made.</summary>
/// <param name="BeginsRun">Whether another run begins, with a world and a clock of its own.</param>
/// <param name="BeginsSlice">Whether the next invoke begins another slice.</param>
/// <param name="SkewMs">How far ahead the clock of this machine is.</param>
/// <param name="Deadlines">What executions are to do at their deadline.</param>
/// <param name="ClockMs">The true time.</param>
/// <param name="Ends">The executions that end.</param>
/// <param name="Known">How many of the run's happenings the test knows.</param>
/// <param name="AwaitsSlice">Whether to wait until the slice has begun.</param>
public sealed record Moves(bool BeginsRun, bool BeginsSlice, double SkewMs, IReadOnlyList<End> Deadlines, long ClockMs, IReadOnlyList<End> Ends, int Known, bool AwaitsSlice);

/// <summary>Something that happened in a workflow.</summary>
/// <param name="What"><c>note</c>, <c>begin</c>, <c>foreign</c>, <c>cancelled</c> or <c>cancelled foreign</c>.</param>
/// <param name="Of">The note, or the execution's step.</param>
/// <param name="Id">The execution's number.</param>
public sealed record Happening(string What, string Of, int Id);

/// <summary>What is to be seen when everything rests.</summary>
/// <param name="Happenings">What happened that the test does not know.</param>
/// <param name="NextTimerMs">When the next timer fires, in true Unix ms.</param>
/// <param name="IsOver">Whether no invocation of a workflow or agent runs.</param>
public sealed record Seen(IReadOnlyList<Happening> Happenings, long? NextTimerMs, bool IsOver);
