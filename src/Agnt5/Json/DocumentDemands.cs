using Agnt5.Generated;
using Agnt5.Json.Limits;

namespace Agnt5.Json;

/// <summary>The demands on a document in addition to its type, and how much of it errors may show.</summary>
/// <param name="EnforcesLimits">Whether the limits of members hold. They hold for input, not for the results of the run's own steps.</param>
/// <param name="QuotesValues">
/// Whether errors repeat what came: values, keys of dictionaries, names of unknown members, and the texts of constructors and setters that refuse a value. They do only for who wrote the document.
/// </param>
/// <param name="Root">The limits of the document as a whole.</param>
internal sealed record DocumentDemands(bool EnforcesLimits, bool QuotesValues, MemberLimits? Root = null)
{
    /// <summary>The JSON path of the document in the whole input.</summary>
    public string Place { get; init; } = "$";

    /// <summary>The time that the request has for patterns, or <see langword="null"/> for a document of its own.</summary>
    public PatternTime? PatternTime { get; init; }

    private static readonly DocumentDemands Input = new(EnforcesLimits: true, QuotesValues: false);

    private static readonly DocumentDemands QuotedInput = Input with { QuotesValues = true };

    /// <summary>Whether the log shows problems too. It never shows values.</summary>
    public bool IsLogged { get; init; }

    /// <summary>The same demands, with errors that repeat nothing of what came.</summary>
    public DocumentDemands WithoutValues => this with { QuotesValues = false };

    /// <summary>The input of a component.</summary>
    /// <param name="limits">The limits of the input as a whole, or <see langword="null"/>.</param>
    /// <param name="quotesValues">Whether errors repeat what came.</param>
    public static DocumentDemands InputWithin(MemberLimits? limits, bool quotesValues) =>
        (quotesValues ? QuotedInput : Input) is var demands && limits is null ? demands : demands with { Root = limits };

    /// <summary>A message to a waiting run. Its problems end up in the run's error, and so in logs.</summary>
    public static DocumentDemands Message { get; } = new(EnforcesLimits: true, QuotesValues: false);

    /// <summary>A value that the run recorded itself.</summary>
    public static DocumentDemands Recorded { get; } = new(EnforcesLimits: false, QuotesValues: false);
}
