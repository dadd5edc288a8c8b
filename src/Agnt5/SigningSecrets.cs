namespace Agnt5;

/// <summary>Resolves the secrets that are valid for one invoke (protocol section 3).</summary>
internal static class SigningSecrets
{
    private static readonly string[] Variables =
    [
        "AGNT5_SERVERLESS_SIGNING_SECRET",
        "AGNT5_WORKERLESS_SIGNING_SECRET",
        "WORKERLESS_SIGNING_SECRET",
    ];

    /// <summary>The secrets, trimmed and without blanks; none when nothing is configured.</summary>
    public static async ValueTask<IReadOnlyList<string>> ResolveAsync(ServerlessOptions options, CancellationToken cancellationToken)
    {
        if (options.SigningSecretResolver is not { } resolver)
            return (options.SigningSecret ?? FromEnvironment()) is { } secret && !string.IsNullOrWhiteSpace(secret) ? [secret.Trim()] : [];

        var secrets = await resolver(cancellationToken).ConfigureAwait(false);
        return [.. secrets.Where(static secret => !string.IsNullOrWhiteSpace(secret)).Select(static secret => secret.Trim())];
    }

    private static string? FromEnvironment()
    {
        foreach (var variable in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }
}
