namespace Agnt5.Hosting;

/// <summary>Finds the folder where the build of a program keeps what it makes, which no repository and no published program has.</summary>
internal static class ProjectFolder
{
    /// <param name="programFolder">Where the program runs.</param>
    /// <param name="programName">The name of its assembly.</param>
    /// <returns>
    /// The folder <c>obj</c> beside the folder <c>bin</c> that holds the program, or beside the project's file. With one folder for the output of all projects, it is the folder of this one.
    /// A folder <c>obj</c> further up belongs to somebody else.
    /// </returns>
    public static string? FindObj(string programFolder, string programName)
    {
        var program = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(programFolder)));
        for (DirectoryInfo? child = null, folder = program; folder is not null; (child, folder) = (folder, folder.Parent))
        {
            var hasProject = HasProject(folder.FullName);
            if (hasProject || child?.Name == "bin")
            {
                string[] places = [Path.Combine(folder.FullName, "obj"), Path.Combine(folder.FullName, "obj", programName)];
                if (Array.Find(places, static place => File.Exists(Path.Combine(place, "project.assets.json"))) is { } found)
                    return found;
            }

            if (hasProject)
                return null;
        }

        return null;
    }

    // A folder on the way that cannot be listed is none of the project's.
    private static bool HasProject(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*.*proj").Any();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
