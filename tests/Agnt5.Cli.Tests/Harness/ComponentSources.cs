namespace Agnt5.Cli.Tests.Harness;

/// <summary>The source of the components of these tests, as a project of its own.</summary>
internal static class ComponentSources
{
    /// <summary>The project file, which is made here: a second one in the folder of the tests would confuse builds.</summary>
    public static string Project { get; } = Make();

    private static string Make()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Components", "Components.csproj");
        File.WriteAllText(path, """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        return path;
    }
}
