using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>How the workflow's code ended in a slice: in one of these ways, and once.</summary>
internal abstract record BodyEnd
{
    private BodyEnd()
    {
    }

    /// <summary>The deadline cut it off: another slice goes on where it was.</summary>
    public static BodyEnd OfCut { get; } = new CutOff();

    private static BodyEnd OfReturn { get; } = new Returned();

    /// <summary>It ran to its end.</summary>
    /// <param name="failure">What it threw, or <see langword="null"/>.</param>
    public static BodyEnd Of(Exception? failure) => failure is null ? OfReturn : new Failed(failure);

    public sealed record Returned : BodyEnd;

    public sealed record Failed(Exception Failure) : BodyEnd;

    public sealed record CutOff : BodyEnd;

    /// <summary>It waits for what this slice cannot give.</summary>
    public sealed record Suspended(Suspension Suspension) : BodyEnd;
}
