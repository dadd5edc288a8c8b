using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A problem that a piece of code has if it runs in certain roles.</summary>
/// <param name="Rule">The rule that it breaks. The last argument of its message is the component with the call path.</param>
/// <param name="Location">The place to report.</param>
/// <param name="Roles">The roles in which it is a problem.</param>
/// <param name="Arguments">The arguments of the rule's message before the component.</param>
internal sealed record BodyFinding(DiagnosticDescriptor Rule, Location Location, Role Roles, params object[] Arguments)
{
    /// <summary>The condition on the called code under which the finding holds.</summary>
    public CalleeCondition? Condition { get; init; }

    /// <summary>The properties for the code fix.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}

/// <summary>A condition on the code that is called.</summary>
/// <param name="Callees">The code.</param>
/// <param name="Waits">Whether one of them must wait; otherwise none of them may make a durable call.</param>
internal sealed record CalleeCondition(IReadOnlyList<IMethodSymbol> Callees, bool Waits);
