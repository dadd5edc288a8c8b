using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary>Checks the limits of the values in one document. It bounds the total time for patterns: each text may be slow, and a document has many texts.</summary>
internal sealed class LimitCheck
{
    private static readonly TimeSpan MostForPatterns = TimeSpan.FromSeconds(2);

    private TimeSpan _spent;

    /// <summary>Whether no more time is left.</summary>
    public bool IsExhausted => _spent > MostForPatterns;

    public bool Admits(MemberLimit limit, JsonElement value, JsonTypeInfo type)
    {
        if (limit is not PatternLimit)
            return limit.Admits(value, type);

        var started = TimeProvider.System.GetTimestamp();
        var isAdmitted = limit.Admits(value, type);
        _spent += TimeProvider.System.GetElapsedTime(started);
        return isAdmitted;
    }
}
