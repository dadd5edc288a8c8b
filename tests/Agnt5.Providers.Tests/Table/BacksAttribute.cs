namespace Agnt5.Providers.Tests.Table;

/// <summary>
/// Marks the test behind cells of the table of providers in docs/agents.md. Where no provider is named here, the first argument of each case names one, and the case backs that provider's cell.
/// </summary>
/// <param name="column">The head of the column.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BacksAttribute(string column) : Attribute
{
    public string Column => column;

    /// <summary>The name of the provider that the test is about.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether the test shows that it works, or that it does not.</summary>
    public bool Works { get; init; } = true;
}
