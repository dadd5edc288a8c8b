using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Agnt5.AspNetCore;

/// <summary>Where the host looks for its configuration, and whether it watches the files there.</summary>
internal static class ContentRoot
{
    // The host asks for it before it reads any file, and what it watches is the folder with all that is below.
    private const string DoNotWatch = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>The options of a host with these arguments.</summary>
    public static WebApplicationOptions Of(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        var given = configuration[HostDefaults.ContentRootKey];
        var fallback = given is null ? Fallback() : null;
        return new WebApplicationOptions
        {
            // What the program was told comes last, and wins.
            Args = IsWatched(configuration[HostDefaults.EnvironmentKey], given ?? fallback ?? Environment.CurrentDirectory) ? args : [DoNotWatch, .. args],
            ContentRootPath = fallback,
        };
    }

    /// <summary>
    /// The program's folder, where the working directory is the root of the file system, as in a container. The host would watch all files of the machine for changes of its configuration, which takes
    /// longer than all else.
    /// </summary>
    /// <returns><see langword="null"/> where the working directory will do.</returns>
    private static string? Fallback() => Path.GetDirectoryName(Environment.CurrentDirectory) is null ? AppContext.BaseDirectory : null;

    /// <summary>Whether there is a file that may change, or, on a developer's machine, one that may come. To watch a folder takes a thread, and time for each folder below it.</summary>
    private static bool IsWatched(string? environment, string folder) =>
        string.Equals(environment, Environments.Development, StringComparison.OrdinalIgnoreCase)
        || !Directory.Exists(folder)
        || Directory.EnumerateFiles(folder, "appsettings*.json").Any();
}
