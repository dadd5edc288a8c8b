namespace Agnt5.Lambda.Hosting;

/// <summary>The version in the manifest of a function for which nobody has set one.</summary>
internal static class FunctionVersion
{
    /// <summary>The commit that was named (<c>GIT_SHA</c>), the function's published version, or that of the assembly. <c>$LATEST</c> is no version: its code changes.</summary>
    public static string? Find(Func<string, string?> variables) =>
        string.IsNullOrWhiteSpace(variables("GIT_SHA")) && variables("AWS_LAMBDA_FUNCTION_VERSION") is { Length: > 0 } version && version != "$LATEST" ? version : ServiceVersionDefault.Find();
}
