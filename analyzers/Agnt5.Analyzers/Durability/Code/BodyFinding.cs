using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>What would be wrong with a piece of code in one of its roles.</summary>
/// <param name="Rule">The rule that it breaks. The last argument of its message is the component with the call path.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Roles">The roles in which it is wrong.</param>
/// <param name="Arguments">What fills the rule's message before the component.</param>
internal sealed record BodyFinding(DiagnosticDescriptor Rule, Location Location, Role Roles, params object[] Arguments)
{
    /// <summary>What has to be known of the code that is called, for the finding to hold.</summary>
    public CalleeCondition? Condition { get; init; }

    /// <summary>What the code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}

/// <summary>What has to be known of the code that is called.</summary>
/// <param name="Callees">The code.</param>
/// <param name="Waits">Whether one of them must wait; otherwise none of them may make a durable call.</param>
internal sealed record CalleeCondition(IReadOnlyList<IMethodSymbol> Callees, bool Waits);
