using System.Reflection;

namespace Agnt5;

/// <summary>The service's version where nobody has set one. Hosts put it into <see cref="ServerlessOptions.ServiceVersion"/>.</summary>
public static class ServiceVersionDefault
{
    /// <summary>
    /// The revision that the platform deployed (<c>K_REVISION</c>), the commit that you name (<c>GIT_SHA</c>), or the version of the program's assembly; <see langword="null"/> where there is none.
    /// Anybody may read the manifest, so a commit that the build put into the assembly's version (<c>1.0.0+3f2c1ab…</c>) is left out.
    /// </summary>
    public static string? Find() =>
        Variable("K_REVISION")
        ?? Variable("GIT_SHA")
        ?? WithoutBuild(Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    private static string? WithoutBuild(string? version) => version?.Split('+')[0] is { Length: > 0 } released ? released : null;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
