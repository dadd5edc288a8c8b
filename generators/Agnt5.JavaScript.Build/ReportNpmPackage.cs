using System.Globalization;
using System.IO.Compression;
using Microsoft.Build.Framework;

namespace Agnt5.JavaScript.Build;

/// <summary>Says what was published: one line for each engine with its files, bytes, compressed bytes and the processor time of a boot, and for Workers what an upload weighs.</summary>
public sealed class ReportNpmPackage : Microsoft.Build.Utilities.Task
{
    private const double Mebibyte = 1024 * 1024;

    // What Cloudflare takes of a Worker, compressed.
    private const int FreePlan = 3 * 1024 * 1024;
    private const int PaidPlan = 10 * 1024 * 1024;

    /// <summary>The package's folder.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The kind of host: <c>node</c>, <c>web</c> or <c>workers</c>.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>The package's name.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>The package's version.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>The user's project, to which a warning belongs.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>What was measured of boots: <c>wasm 640</c>, an engine and milliseconds, or an engine and why it was not measured.</summary>
    public string[] Boots { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Say($"{Name} {Version} for {Host} -> {Folder}");
            foreach (var engine in Engines())
                Say(Describe(engine));
            if (Host == "workers")
                ReportUpload();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"The npm package in {Folder} could not be measured: {exception.Message}");
            return false;
        }
    }

    private IEnumerable<string> Engines()
    {
        var prebuilds = Path.Combine(Folder, "prebuilds");
        string[] addons = Directory.Exists(prebuilds) ? Directory.GetDirectories(prebuilds) : [];
        return [.. addons.OrderBy(static path => path, StringComparer.Ordinal), Path.Combine(Folder, "wasm")];
    }

    private string Describe(string engine)
    {
        var name = Path.GetFileName(engine);
        var files = Directory.GetFiles(engine, "*", SearchOption.AllDirectories);
        var label = name == "wasm" ? "wasm" : $"addon {name}";
        var boot = Boots.Select(static line => line.Split([' '], 2)).Where(parts => parts.Length == 2 && parts[0] == name).Select(static parts => $", {parts[1]}").FirstOrDefault() ?? "";
        var (bytes, compressed) = (files.Sum(static file => new FileInfo(file).Length), files.Sum(static file => Compressed([file])));
        return $"  {label}: {files.Length} {(files.Length == 1 ? "file" : "files")}, {Size(bytes)}, {Size(compressed)} gzip{boot}";
    }

    // wrangler uploads the modules that are reached from the entry, which are these, and says its size in the same way.
    private void ReportUpload()
    {
        string[] modules = [.. Directory.GetFiles(Path.Combine(Folder, "wasm")), .. Directory.GetFiles(Folder, "*.js"), .. Directory.GetFiles(Path.Combine(Folder, "lib"), "*.js")];
        var bytes = Compressed([.. modules.OrderBy(static path => path, StringComparer.Ordinal)]);
        Say($"  as a Worker: {Size(bytes)} gzip; Cloudflare takes {Size(FreePlan)} on its free plan and {Size(PaidPlan)} on paid ones");
        if (bytes <= FreePlan)
            return;
        var limit = bytes > PaidPlan ? $"{Size(PaidPlan)} at most" : $"{Size(FreePlan)} on its free plan";
        HostError.WorkerTooLarge(Log, ProjectPath, $"The Worker has {Size(bytes)} compressed, and Cloudflare takes {limit}; reference fewer packages");
    }

    private static long Compressed(IReadOnlyList<string> files)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            foreach (var file in files)
            {
                using var content = File.OpenRead(file);
                content.CopyTo(gzip);
            }

        return counted.Length;
    }

    private static string Size(long bytes) => bytes < Mebibyte
        ? (bytes / 1024.0).ToString("0", CultureInfo.InvariantCulture) + " KiB"
        : (bytes / Mebibyte).ToString("0.00", CultureInfo.InvariantCulture) + " MiB";

    private void Say(string line) => Log.LogMessage(MessageImportance.High, "  " + line);
}
