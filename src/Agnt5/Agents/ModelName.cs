namespace Agnt5.Agents;

/// <summary>A model as an agent names it: <c>provider/model</c>, or a name alone.</summary>
/// <param name="Full">The name as it is written.</param>
/// <param name="Provider">The part before the first slash, the key of the registered client; <see langword="null"/> when there is none.</param>
/// <param name="Id">The provider's name for the model.</param>
internal sealed record ModelName(string Full, string? Provider, string Id)
{
    /// <summary>Whether two models are called by one client. A name without a provider is of the client without a key.</summary>
    public static bool HaveOneProvider(string? name, string? other) => name is not null && other is not null && Parse(name).Provider == Parse(other).Provider;

    public static ModelName Parse(string name)
    {
        var trimmed = name.Trim();
        var slash = trimmed.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < trimmed.Length - 1 ? new(trimmed, trimmed[..slash], trimmed[(slash + 1)..]) : new(trimmed, Provider: null, trimmed);
    }
}
