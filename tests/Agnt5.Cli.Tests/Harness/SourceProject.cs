namespace Agnt5.Cli.Tests.Harness;

/// <summary>A project that is read and never built.</summary>
internal sealed class SourceProject : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            FRAMEWORK
            <DefineConstants>$(DefineConstants);SHOP</DefineConstants>
          </PropertyGroup>
          <ItemGroup>REFERENCE</ItemGroup>
        </Project>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public SourceProject(string source, SourceProject? reference = null, string framework = "net10.0")
    {
        var plural = framework.Contains(';', StringComparison.Ordinal) ? "s" : "";
        var project = Project
            .Replace("FRAMEWORK", $"<TargetFramework{plural}>{framework}</TargetFramework{plural}>", StringComparison.Ordinal)
            .Replace("REFERENCE", reference is null ? "" : $"<ProjectReference Include=\"{reference.File}\" />", StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, project);
        System.IO.File.WriteAllText(Path.Combine(Folder, "Shop.cs"), source);
    }

    public string File => Path.Combine(Folder, "Shop.csproj");

    public string Folder => _folder.FullName;

    public Task<CommandLineRun> DrawAsync(string workflow, params string[] options) => CommandLineRun.OfAsync(["diagram", workflow, "--project", Folder, .. options]);

    public void Dispose() => _folder.Delete(recursive: true);
}
