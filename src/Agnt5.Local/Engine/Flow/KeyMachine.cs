namespace Agnt5.Local.Engine.Flow;

/// <summary>
/// The machine of one flow-control key. It decides who passes and when. Each happening costs O(log n) in the length of the line, apart from the entries that it lets pass or forgets.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>The line is ordered by priority, then by arrival. A run that arrives with a higher priority overtakes those that wait.</item>
/// <item>The rule is that of the claim that came last. A higher limit lets runs in line pass at once. A lower one takes nothing from those who hold the key: they count until they leave.</item>
/// <item>A claim of a run that waits changes nothing. A run that holds the key, or has passed within the window, is told so again.</item>
/// <item>A run in line that leaves is forgotten. One that has passed a window stays in it: it was started.</item>
/// <item>A clock that jumps back leaves no entry in the future: what lies there counts from now on. So a limit is never exceeded, and nobody waits longer than one more window.</item>
/// <item>A limit below 1 counts as 1, so that no run waits for ever.</item>
/// </list>
/// </remarks>
internal static class KeyMachine
{
    /// <summary>Applies a happening.</summary>
    /// <param name="state">The key, or <see langword="null"/> when nobody uses it.</param>
    /// <param name="happening">What happened.</param>
    /// <returns>The new state. It is <see langword="null"/> when nobody used the key and nobody claims it.</returns>
    public static Transition<KeyState?> Apply(KeyState? state, KeyHappening happening)
    {
        if (happening is Claimed { Claim.Key: var claimed })
            state ??= new() { Key = claimed };
        if (state is null)
            return new(null, []);

        var change = new KeyChange(state, happening.AtMs);
        switch (state.Key.Kind)
        {
            case FlowKind.Debounce:
                DebounceRule.Apply(change, happening);
                break;
            case FlowKind.RateLimit:
                RateLimitRule.Apply(change, happening);
                break;
            case FlowKind.Throttle:
                ThrottleRule.Apply(change, happening);
                break;
            default:
                HoldingRule.Apply(change, happening);
                break;
        }

        return change.End();
    }
}
