namespace Agnt5.ConformanceServer;

// What a component answers that has nothing to say. A doc comment would become the description in its schema.
public sealed record Acknowledgement
{
    public bool Ok { get; init; }
}
