using System.Text;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace Agnt5.JavaScript.Build;

/// <summary>
/// Writes the project that is built for one engine: the items and properties of the user's project, under the SDK and the settings of the engine. The file is written for readers: someone who
/// looks for the cause of a build error opens it.
/// </summary>
public sealed class WriteHostProject : Microsoft.Build.Utilities.Task
{
    /// <summary>The file to write. It is left alone when nothing has changed, so that what was built from it stays up to date.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>The user's project.</summary>
    [Required]
    public string SourceProject { get; set; } = "";

    /// <summary>The engine: <c>wasm</c>, <c>workers</c> or <c>addon</c>.</summary>
    [Required]
    public string Engine { get; set; } = "";

    /// <summary>The project SDK that builds for the engine.</summary>
    [Required]
    public string Sdk { get; set; } = "";

    /// <summary>The folder of the engine's settings: <c>wasm.props</c> and the like.</summary>
    [Required]
    public string EngineFolder { get; set; } = "";

    /// <summary>The properties of the user's project that the engine's build takes over: names, with the metadata <c>Value</c>. Empty ones are left out.</summary>
    public ITaskItem[] Properties { get; set; } = [];

    /// <summary>The items of the user's project, with the metadata <c>Agnt5ItemType</c>.</summary>
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>Files to import behind the SDK's. The metadata <c>Unless</c> names a property that is set where a file is imported already.</summary>
    public ITaskItem[] Imports { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            WriteIfChanged(Describe().ToString() + "\n");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"The project for the engine '{Engine}' could not be written to {Path}: {exception.Message}");
            return false;
        }
    }

    private XElement Describe() => new(
        "Project",
        new XComment($" {SourceProject} for the engine '{Engine}'. dotnet publish writes this file again: make changes in that project. "),
        Group(
            Property("Agnt5JavaScriptEngine", Engine),
            Property("BaseIntermediateOutputPath", "$(MSBuildThisFileDirectory)obj/"),
            Property("BaseOutputPath", "$(MSBuildThisFileDirectory)bin/")),
        SdkImport("Sdk.props"),
        Group([.. Properties.Where(static property => Escaped(property, "Value").Length > 0).Select(static property => Property(property.ItemSpec, Escaped(property, "Value")))]),
        Import(System.IO.Path.Combine(EngineFolder, $"{Engine}.props")),
        SdkImport("Sdk.targets"),
        Imports.Select(static import => Import(import.GetMetadata("FullPath"), $"'$({import.GetMetadata("Unless")})' == ''")),
        new XComment(" What Directory.Build.props and the SDK added here is in these lists too: they are the project's whole. "),
        HostItems.Describe(Items, System.IO.Path.GetDirectoryName(SourceProject)!),
        Import(System.IO.Path.Combine(EngineFolder, $"{Engine}.targets")));

    private XElement SdkImport(string file) => new("Import", new XAttribute("Project", file), new XAttribute("Sdk", Sdk));

    private static XElement Import(string path, string condition = "") =>
        new("Import", new XAttribute("Project", path), condition.Length > 0 ? new XAttribute("Condition", condition) : null);

    private static XElement Group(params XElement[] properties) => new("PropertyGroup", [.. properties]);

    private static XElement Property(string name, string value) => new(name, value);

    private static string Escaped(ITaskItem item, string metadata) => ((ITaskItem2)item).GetMetadataValueEscaped(metadata);

    private void WriteIfChanged(string text)
    {
        if (File.Exists(Path) && File.ReadAllText(Path, Encoding.UTF8) == text)
            return;

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
