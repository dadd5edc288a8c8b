namespace Agnt5.Cli.Commands.Smoke;

/// <summary>The header that gets past Vercel's deployment protection. Its value is a secret.</summary>
internal static class VercelBypass
{
    private const string Header = "x-vercel-protection-bypass";

    // The name that Vercel gives it, and the one that pipelines use where theirs must not begin with Vercel's own.
    private static readonly string[] Variables = ["VERCEL_AUTOMATION_BYPASS_SECRET", "VERCEL_PROTECTION_BYPASS"];

    /// <summary>The header, or nothing where neither variable is set.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Find() =>
        Variables.Select(static name => Environment.GetEnvironmentVariable(name)?.Trim()).FirstOrDefault(static value => value is { Length: > 0 }) is { } secret
            ? [KeyValuePair.Create(Header, secret)]
            : [];
}
