namespace Agnt5.ConformanceServer;

// The answer of a component without a result. A doc comment would become the description in its schema.
public sealed record Acknowledgement
{
    public bool Ok { get; init; }
}
