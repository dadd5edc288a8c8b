using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary>Checks the limits of the values in one document.</summary>
/// <param name="time">The time that is left for patterns.</param>
internal sealed class LimitCheck(PatternTime time)
{
    /// <summary>Whether a limit cannot be checked, because the time for patterns is over.</summary>
    public bool IsOutOfTimeFor(MemberLimit limit) => limit is PatternLimit pattern && time.IsOverFor(pattern);

    public bool Admits(MemberLimit limit, JsonElement value, JsonTypeInfo type)
    {
        if (limit is not PatternLimit pattern)
            return limit.Admits(value, type);

        // Made before the time runs: no caller can repeat it.
        pattern.Prepare();
        var started = TimeProvider.System.GetTimestamp();
        var isAdmitted = pattern.Admits(value, type);
        time.Spend(pattern, started);
        return isAdmitted;
    }
}
