namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>What a schedule decides about.</summary>
internal enum ChoiceKind
{
    /// <summary>Which of the steps that run side by side ends first.</summary>
    Order,

    /// <summary>Whether and how the slice is cut at a step, or after a slice without steps.</summary>
    Cut,
}

/// <summary>The ways to cut a slice.</summary>
internal enum CutKind
{
    None,
    EndSlice,
    LoseAnswer,
}

/// <summary>A place in a run where a schedule decides. Option 0 is the plain run: the first step, no cut.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Options">How many options there are.</param>
/// <param name="Cuts">The options of a cut.</param>
internal readonly record struct Choice(ChoiceKind Kind, int Options, IReadOnlyList<CutKind>? Cuts = null)
{
    /// <summary>The option of a way to cut, or 0 where the slice cannot be cut so.</summary>
    public int OptionOf(CutKind cut)
    {
        for (var option = 0; Cuts is not null && option < Cuts.Count; option++)
        {
            if (Cuts[option] == cut)
                return option;
        }

        return 0;
    }
}

/// <summary>A choice that was made.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Option">The option that was taken.</param>
internal readonly record struct TakenChoice(Choice Choice, int Option);
