namespace Agnt5.Analyzers.Hosting;

/// <summary>The properties by which AGT5003 informs its code fix.</summary>
internal static class EndpointHints
{
    /// <summary>Set when an endpoint has to be added to the services.</summary>
    public const string LacksAdd = nameof(LacksAdd);

    /// <summary>Set when the endpoint has to be mapped.</summary>
    public const string LacksMap = nameof(LacksMap);
}
