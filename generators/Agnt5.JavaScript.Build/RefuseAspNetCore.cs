using Microsoft.Build.Framework;

namespace Agnt5.JavaScript.Build;

/// <summary>AGT1021: names the references by which ASP.NET Core comes into a project for a JavaScript host, where it does not exist.</summary>
public sealed class RefuseAspNetCore : Microsoft.Build.Utilities.Task
{
    /// <summary>What NuGet restored for the host project: <c>project.assets.json</c>.</summary>
    [Required]
    public string AssetsFile { get; set; } = "";

    /// <summary>The user's project, to which the error belongs.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            foreach (var chain in RestoredReferences.Read(AssetsFile).ChainsTo("Microsoft.AspNetCore.App"))
                HostError.AspNetCore(Log, ProjectPath, chain);
            return !Log.HasLoggedErrors;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            Log.LogError($"{AssetsFile} could not be searched for references to ASP.NET Core: {exception.Message}");
            return false;
        }
    }
}
