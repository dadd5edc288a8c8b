using System.Reflection;

namespace Agnt5.Shipping.Tests;

/// <summary>The programs of this repository as the build of these tests has left them.</summary>
internal static class BuiltApp
{
    private static readonly string Configuration =
        typeof(BuiltApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;

    /// <summary>The assembly that <c>dotnet</c> runs.</summary>
    /// <param name="project">The project's folder. A project reference of these tests has it built.</param>
    public static string In(string project) => Path.Combine(project, "bin", Configuration, "net10.0", $"{Path.GetFileName(project)}.dll");
}
