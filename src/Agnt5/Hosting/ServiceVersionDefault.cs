using System.Reflection;

namespace Agnt5;

/// <summary>The service's version where nobody has set one. Hosts put it into <see cref="ServerlessOptions.ServiceVersion"/>.</summary>
public static class ServiceVersionDefault
{
    /// <summary>
    /// The revision that the platform deployed (<c>K_REVISION</c>), the commit (<c>GIT_SHA</c>), or the version of the program's assembly; <see langword="null"/> where there is none.
    /// </summary>
    public static string? Find() =>
        Variable("K_REVISION")
        ?? Variable("GIT_SHA")
        ?? Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
