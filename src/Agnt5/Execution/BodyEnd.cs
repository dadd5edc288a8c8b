using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>How the workflow's code ended in a slice. It ends once, in one of these ways.</summary>
internal abstract record BodyEnd
{
    private BodyEnd()
    {
    }

    /// <summary>The deadline cut the code off. The next slice continues from there.</summary>
    public static BodyEnd OfCut { get; } = new CutOff();

    private static BodyEnd OfReturn { get; } = new Returned();

    /// <summary>The code ran to its end.</summary>
    /// <param name="failure">The exception that the code threw, or <see langword="null"/>.</param>
    public static BodyEnd Of(Exception? failure) => failure is null ? OfReturn : new Failed(failure);

    public sealed record Returned : BodyEnd;

    public sealed record Failed(Exception Failure) : BodyEnd;

    public sealed record CutOff : BodyEnd;

    /// <summary>The code waits for something that cannot come in this slice.</summary>
    public sealed record Suspended(Suspension Suspension) : BodyEnd;
}
