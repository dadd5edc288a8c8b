using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace Agnt5.JavaScript.Build;

/// <summary>AGT1020 and AGT1022: what a publish for a JavaScript host cannot do with this project, or on this machine. It is said before anything is built.</summary>
public sealed class CheckHost : Microsoft.Build.Utilities.Task
{
    private const int FirstFramework = 10;

    private static readonly string[] Hosts = ["node", "web", "workers"];
    private static readonly Regex Framework = new(@"^net(\d+)\.0(-.+)?$");

    /// <summary>The user's project, to which errors belong.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>The kind of host that was asked for.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>The project's target framework.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>What the project compiles to.</summary>
    public string OutputType { get; set; } = "";

    /// <summary>The assembly's name, from which the package has its own.</summary>
    public string AssemblyName { get; set; } = "";

    /// <summary>The package's name: given, or made of the assembly's.</summary>
    [Output]
    public string NpmName { get; set; } = "";

    /// <summary>The package's version.</summary>
    public string Version { get; set; } = "";

    /// <summary>Whether a native addon is made.</summary>
    public bool Addon { get; set; }

    /// <summary>What the addon is made for.</summary>
    public string AddonRuntimeIdentifier { get; set; } = "";

    /// <summary>What this SDK runs on.</summary>
    public string SdkRuntimeIdentifier { get; set; } = "";

    /// <summary>The linker that the project asks for, or nothing.</summary>
    public string Linker { get; set; } = "";

    /// <summary>The folder to publish into.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>A folder of addons for other platforms, or nothing.</summary>
    public string Prebuilds { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (NpmName.Length == 0)
            NpmName = JavaScript.Build.NpmName.Of(AssemblyName);
        try
        {
            foreach (var problem in Problems())
                HostError.Setting(Log, ProjectPath, problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            HostError.Setting(Log, ProjectPath, $"{Folder} cannot be published into: {exception.Message}");
        }

        if (Addon && AddonProblem() is { } missing)
            HostError.NoAddon(Log, ProjectPath, missing);
        return !Log.HasLoggedErrors;
    }

    private IEnumerable<string> Problems()
    {
        if (!Hosts.Contains(Host))
            yield return $"Agnt5Host is '{Host}', and that is no kind of host: give {string.Join(", ", Hosts.Take(Hosts.Length - 1))} or {Hosts.Last()}";
        if (!IsForEngines(TargetFramework))
            yield return $"The project is for {TargetFramework}, and the engines of JavaScript hosts run net{FirstFramework}.0 or newer without a platform: "
                + $"let it target net{FirstFramework}.0 too, and publish with -f net{FirstFramework}.0";
        if (!string.Equals(OutputType, "Exe", StringComparison.OrdinalIgnoreCase))
            yield return "The project is a library, and a JavaScript host starts a program: publish a project with <OutputType>Exe</OutputType> and a Program.cs that calls JavaScriptHost.Serve";
        if (!JavaScript.Build.NpmName.IsValid(NpmName))
            yield return $"'{NpmName}' is no name for an npm package: give one in lower case, such as -p:Agnt5NpmName=my-components or @my-company/components";
        if (!JavaScript.Build.NpmName.IsVersion(Version))
            yield return $"'{Version}' is no version for an npm package, which has three numbers: give one such as -p:Version=1.2.3";
        if (Prebuilds.Length > 0 && !Directory.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ProjectPath)!, Prebuilds)))
            yield return $"Agnt5Prebuilds is '{Prebuilds}', and there is no such folder: give the folder prebuilds of the package that another machine published";
        if (new NpmFolder(Folder).IsOfSomeoneElse)
            yield return $"{Folder} holds files that no such publish wrote, and some would be overwritten: publish into an empty folder with -o";
    }

    private string? AddonProblem()
    {
        if (SystemOf(AddonRuntimeIdentifier) != SystemOf(SdkRuntimeIdentifier))
            return $"An addon for {AddonRuntimeIdentifier} cannot be compiled on this system ({SdkRuntimeIdentifier}); publish there, and add what it gives to the package of this machine with "
                + "-p:Agnt5Prebuilds=FOLDER, where FOLDER is the folder prebuilds of its package. If the RuntimeIdentifier of the project means something else, such as its container, publish with "
                + $"-p:Agnt5AddonRuntimeIdentifier={SdkRuntimeIdentifier}, or without an addon: -p:Agnt5Addon=false";
        if (SystemOf(SdkRuntimeIdentifier) == "win" || new[] { Linker, "clang", "gcc" }.Any(OnPath))
            return null;
        return "There is no C linker, with which a native addon is made; install one (apt-get install clang zlib1g-dev, apk add clang build-base zlib-dev, xcode-select --install), "
            + "or publish without an addon: -p:Agnt5Addon=false";
    }

    private static bool IsForEngines(string framework) =>
        Framework.Match(framework) is { Success: true } match && int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= FirstFramework && !match.Groups[2].Success;

    // linux and linux-musl are two: their C libraries differ.
    private static string SystemOf(string runtimeIdentifier) => runtimeIdentifier.Split('-')[0] + (runtimeIdentifier.Contains("-musl") ? "-musl" : "");

    private static bool OnPath(string program) =>
        program.Length > 0
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(System.IO.Path.Combine(folder, program)));
}
