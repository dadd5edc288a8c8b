namespace Agnt5.JavaScript.Build;

/// <summary>The timers of the .NET runtime's modules: functions of the package instead of the platform's, whose timers live too long on some hosts and too briefly on others.</summary>
internal static class RuntimeTimers
{
    // The modules that set timers.
    private static readonly string[] Modules = ["wasm/dotnet.native.js", "wasm/dotnet.runtime.js"];

    /// <summary>Whether a file of a package sets timers.</summary>
    public static bool AreIn(string path) => Modules.Contains(path);

    /// <summary>A module's text with the timers of another module.</summary>
    /// <param name="path">The module's path in the package.</param>
    /// <param name="text">Its text.</param>
    /// <param name="timers">The module that has the timers.</param>
    public static string Replace(string path, string text, string timers)
    {
        // The other module only assigns these, where they are missing.
        if (path == "wasm/dotnet.runtime.js")
            text = text.Replace("globalThis.setTimeout", "setTimeout").Replace("globalThis.clearTimeout", "clearTimeout");
        return $"import {{ setTimeout, clearTimeout }} from \"../lib/{timers}\";\n{text}";
    }
}
