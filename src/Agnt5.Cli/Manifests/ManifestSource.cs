using Agnt5.Build;
using Agnt5.Cli.Commands.Dev;
using Agnt5.Cli.Connections;

namespace Agnt5.Cli.Manifests;

/// <summary>Where a manifest comes from: an endpoint, a project, a compiled assembly, or a file that was saved before.</summary>
internal static class ManifestSource
{
    /// <summary>How it is given, for descriptions.</summary>
    public const string Forms = "a project or its folder, an assembly, the URL of an endpoint, or a .json file";

    /// <summary>Reads the manifest. No code of a project or an assembly runs.</summary>
    /// <param name="target">Where it is, or <see langword="null"/> for the project in this folder.</param>
    /// <param name="build">How a project is built.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <exception cref="CliException">There is none.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string? target, ProjectBuild build, CancellationToken cancellationToken)
    {
        if (target is not null && File.Exists(target))
        {
            if (HasExtension(target, ".dll") || HasExtension(target, ".exe"))
                return OfAssembly(Path.GetFullPath(target));
            if (HasExtension(target, ".json"))
                return await OfFileAsync(target, cancellationToken).ConfigureAwait(false);
        }

        var found = DevTarget.Of(target);
        return found.Url is { } url
            ? await EndpointManifest.GetAsync(url, headers: null, cancellationToken).ConfigureAwait(false)
            : OfAssembly(await build.FindAssemblyAsync(found.Project!, cancellationToken).ConfigureAwait(false));
    }

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlyMemory<byte> OfAssembly(string path)
    {
        string? manifest;
        try
        {
            manifest = CompiledManifest.Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Missing($"{path} could not be read. {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or InvalidCastException or ArgumentException)
        {
            throw Missing($"{path} is no .NET assembly. Give the .dll that the build made.", exception);
        }

        return manifest is null
            ? throw Missing($"There are no components in {path}. Does its project reference the package Agnt5, and is it written in C#?")
            : System.Text.Encoding.UTF8.GetBytes(manifest);
    }

    private static async Task<ReadOnlyMemory<byte>> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Missing($"{path} could not be read. {exception.Message}", exception);
        }
    }

    private static CliException Missing(string message, Exception? inner = null) => new(ExitCodes.Failed, "MANIFEST_MISSING", message, inner);
}
