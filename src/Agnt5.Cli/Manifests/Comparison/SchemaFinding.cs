namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>Why one schema refuses a value that another one accepts.</summary>
internal enum Refusal
{
    /// <summary>A member must be there.</summary>
    Required,

    /// <summary>A member must not be there.</summary>
    Forbidden,

    /// <summary>Values of a kind are refused. The detail names it.</summary>
    Kind,

    /// <summary>Values are not listed. The detail names them.</summary>
    Values,

    /// <summary>A bound or a rule is stricter. The detail names the keyword.</summary>
    Rule,

    /// <summary>None of several alternatives accepts it.</summary>
    Alternative,

    /// <summary>The schemas cannot be compared. The detail says why.</summary>
    Unknown,
}

/// <summary>A place where one schema refuses what another one accepts.</summary>
/// <param name="Path">The place in the value, for example <c>$.items[].price</c>.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Detail">What it is about.</param>
internal readonly record struct SchemaFinding(string Path, Refusal Refusal, string Detail = "")
{
    /// <summary>In words for an input: the new schema refuses what the old one accepted.</summary>
    public string OfInput() => Refusal switch
    {
        Refusal.Required => $"{Path} is required now",
        Refusal.Forbidden => $"{Path} is not taken any more",
        Refusal.Kind => $"{Path} may not be {Detail} any more",
        Refusal.Values => $"{Path} may not be {Detail} any more",
        Refusal.Rule => $"{Path} has a new or stricter '{Detail}'",
        Refusal.Alternative => $"{Path} has fewer alternatives",
        _ => $"{Path} cannot be compared: {Detail}",
    };

    /// <summary>In words for an output: the old schema rules out what the new one allows.</summary>
    public string OfOutput() => Refusal switch
    {
        Refusal.Required => $"{Path} may be missing now",
        Refusal.Forbidden => $"{Path} may be there now, and was ruled out",
        Refusal.Kind => $"{Path} may be {Detail} now",
        Refusal.Values => $"{Path} may be {Detail} now",
        Refusal.Rule => $"{Path} does not keep to '{Detail}' any more",
        Refusal.Alternative => $"{Path} has more alternatives",
        _ => $"{Path} cannot be compared: {Detail}",
    };
}
