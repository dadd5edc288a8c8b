namespace Agnt5.Providers.Tests.Table;

/// <summary>
/// Marks the test behind a column of the table of providers in docs/agents.md. The first argument of the test's cases is the name of a provider; each case backs that provider's cell.
/// </summary>
/// <param name="column">The head of the column.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BacksAttribute(string column) : Attribute
{
    public string Column => column;

    /// <summary>Whether the test shows that it works, or that it does not.</summary>
    public bool Works { get; init; } = true;
}
