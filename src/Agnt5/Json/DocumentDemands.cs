using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>What a document is held to beside its type.</summary>
/// <param name="EnforcesLimits">Whether the limits of members hold: for what comes in, and not for what a step of the run itself returned.</param>
/// <param name="QuotesValues">Whether to show what came: to the caller who sent it, and not where it would reach a log.</param>
/// <param name="Root">Limits of the document as a whole.</param>
internal sealed record DocumentDemands(bool EnforcesLimits, bool QuotesValues, MemberLimits? Root = null)
{
    /// <summary>Where the document stands in what came, as a JSON path.</summary>
    public string Place { get; init; } = "$";

    private static readonly DocumentDemands Input = new(EnforcesLimits: true, QuotesValues: true);

    /// <summary>Whether the log is told of problems too, though never of what came.</summary>
    public bool IsLogged { get; init; }

    /// <summary>The input of a component.</summary>
    /// <param name="limits">The limits of the input as a whole, or <see langword="null"/>.</param>
    public static DocumentDemands InputWithin(MemberLimits? limits) => limits is null ? Input : Input with { Root = limits };

    /// <summary>What was sent to a run that waits: its problems end up in the run's error, and so in logs.</summary>
    public static DocumentDemands Message { get; } = new(EnforcesLimits: true, QuotesValues: false);

    /// <summary>A value that the run recorded itself.</summary>
    public static DocumentDemands Recorded { get; } = new(EnforcesLimits: false, QuotesValues: false);
}
