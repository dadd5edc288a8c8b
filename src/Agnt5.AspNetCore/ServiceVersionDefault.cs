using System.Reflection;

namespace Agnt5.AspNetCore;

/// <summary>The service's version when nobody set one: the host's revision, the commit, or the version of the build.</summary>
internal static class ServiceVersionDefault
{
    public static string? Find() =>
        Variable("K_REVISION")
        ?? Variable("GIT_SHA")
        ?? Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
