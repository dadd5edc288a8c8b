using System.Globalization;
using Agnt5.Execution;
using Agnt5.Protocol;

namespace Agnt5.Agents;

/// <summary>The keys of the records of agents' turns (protocol section 6, <c>agnt5:agent</c>).</summary>
internal static class TurnKey
{
    /// <summary>The prefix of all these keys.</summary>
    public const string Prefix = $"{RecordedSteps.ReservedPrefix}agent:";

    /// <summary>The prefix of the keys of one turn.</summary>
    /// <param name="session">The session's id.</param>
    /// <param name="messages">How many messages of history the turn began with.</param>
    public static string PrefixOf(string session, int messages) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{DurableKey.Escape(session)}:{messages}:");

    /// <summary>Whether a record belongs to a turn: its key has the prefix, or it is about a step or timer of a turn.</summary>
    public static bool IsOfTurn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal)
        || key.StartsWith(DurableKey.Failures(Prefix), StringComparison.Ordinal)
        || key.StartsWith(DurableKey.Retry(Prefix), StringComparison.Ordinal)
        || key.StartsWith(DurableKey.Fired(Prefix), StringComparison.Ordinal);
}
