namespace Agnt5.Generated;

/// <summary>
/// Marks a library that was compiled with a host of AGNT5 endpoints, so that it may add and map one for the programs that reference it. Its reference assembly, which compilers read, has no
/// bodies and so shows no use of the host.
/// </summary>
/// <param name="host">The name of the host's assembly.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class Agnt5HostAttribute(string host) : Attribute
{
    /// <summary>The name of the host's assembly.</summary>
    public string Host { get; } = host;
}
