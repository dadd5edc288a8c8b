namespace Agnt5.Cli.Connections;

/// <summary>The signing secret of the environment, as endpoints find it (protocol section 3).</summary>
internal static class EnvironmentSecret
{
    private static readonly string[] Variables = ["AGNT5_SERVERLESS_SIGNING_SECRET", "AGNT5_WORKERLESS_SIGNING_SECRET", "WORKERLESS_SIGNING_SECRET"];

    /// <summary>The variables in words.</summary>
    public static string Names => $"{Variables[0]}, {Variables[1]} or {Variables[2]}";

    /// <summary>The secret of the first variable that has one, or <see langword="null"/>.</summary>
    public static string? Find() => Variables.Select(static name => Environment.GetEnvironmentVariable(name)?.Trim()).FirstOrDefault(static secret => secret is { Length: > 0 });
}
