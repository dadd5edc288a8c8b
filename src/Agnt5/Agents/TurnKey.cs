using System.Globalization;
using Agnt5.Execution;
using Agnt5.Protocol;

namespace Agnt5.Agents;

/// <summary>The keys of what is recorded of the turns of agents (protocol section 6, <c>agnt5:agent</c>).</summary>
internal static class TurnKey
{
    /// <summary>How they begin.</summary>
    public const string Prefix = $"{RecordedSteps.ReservedPrefix}agent:";

    /// <summary>How the keys of one turn begin.</summary>
    /// <param name="session">The session's id.</param>
    /// <param name="messages">How many messages of history the turn began with.</param>
    public static string PrefixOf(string session, int messages) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{DurableKey.Escape(session)}:{messages}:");

    /// <summary>Whether a record belongs to a turn: it stands under the prefix, or is about a step or timer that does.</summary>
    public static bool IsOfTurn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal)
        || key.StartsWith(DurableKey.Failures(Prefix), StringComparison.Ordinal)
        || key.StartsWith(DurableKey.Retry(Prefix), StringComparison.Ordinal)
        || key.StartsWith(DurableKey.Fired(Prefix), StringComparison.Ordinal);
}
