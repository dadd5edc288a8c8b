using Microsoft.Build.Framework;

namespace Agnt5.Build;

/// <summary>AGT1018: reports component attributes in an assembly that no generator made components for, because it is not written in C#.</summary>
public sealed class RefuseIgnoredAgnt5Attributes : Microsoft.Build.Utilities.Task
{
    private const string RuleId = "AGT1018";
    private const string HelpLink = "https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/AGT1018.md";

    // So many names that a message can still be read.
    private const int MaxNames = 20;

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The project, to which the error belongs.</summary>
    [Required]
    public string ProjectPath { get; set; } = "";

    /// <summary>The project's language as MSBuild names it: <c>VB</c>.</summary>
    [Required]
    public string Language { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (MarkedMethods.Find(AssemblyPath) is { Count: > 0 } methods)
                Report(methods);
            return !Log.HasLoggedErrors;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogError($"{AssemblyPath} could not be searched for component attributes of Agnt5: {exception.Message}");
            return false;
        }
    }

    private void Report(IReadOnlyList<string> methods)
    {
        var names = string.Join(", ", methods.Take(MaxNames).Select(static name => $"'{name}'")) + (methods.Count > MaxNames ? $" and {methods.Count - MaxNames} more" : "");
        Log.LogError(
            subcategory: null,
            RuleId,
            helpKeyword: null,
            HelpLink,
            ProjectPath,
            lineNumber: 0,
            columnNumber: 0,
            endLineNumber: 0,
            endColumnNumber: 0,
            "The component attributes of {0} do nothing: Agnt5 makes components in C# projects alone, and this project's language is {1}; "
                + "put the components into a C# project that references this one, and remove the attributes here",
            names,
            Language);
    }
}
