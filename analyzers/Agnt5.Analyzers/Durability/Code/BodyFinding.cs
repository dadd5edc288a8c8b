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
/// <param name="Question">What is asked of it.</param>
internal sealed record CalleeCondition(IReadOnlyList<IMethodSymbol> Callees, CalleeQuestion Question);

/// <summary>A question about code and all code that it calls.</summary>
internal enum CalleeQuestion
{
    /// <summary>None of it makes a durable call.</summary>
    MakesNone,

    /// <summary>Some of it waits.</summary>
    Waits,

    /// <summary>Its task ends after a durable call: it awaits the call, or returns its task.</summary>
    Returns,
}
