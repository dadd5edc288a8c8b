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
            return Configured(options) is { } secret ? [secret] : [];

        var secrets = await resolver(cancellationToken).ConfigureAwait(false);
        return [.. secrets.Where(static secret => !string.IsNullOrWhiteSpace(secret)).Select(static secret => secret.Trim())];
    }

    /// <summary>The secret of the options, else of the environment; trimmed, and <see langword="null"/> when there is none or it is blank.</summary>
    public static string? Configured(ServerlessOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.SigningSecret))
            return options.SigningSecret.Trim();

        foreach (var variable in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }

        return null;
    }
}
