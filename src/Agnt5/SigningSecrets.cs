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
    /// <param name="options">The options.</param>
    /// <param name="hostContext">What the host knows of the request (<see cref="ServerlessRequest.HostContext"/>).</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public static async ValueTask<IReadOnlyList<string>> ResolveAsync(ServerlessOptions options, object? hostContext, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> secrets;
        if (options.RequestSigningSecretResolver is { } ofRequest)
            secrets = await ofRequest(hostContext, cancellationToken).ConfigureAwait(false);
        else if (options.SigningSecretResolver is { } resolver)
            secrets = await resolver(cancellationToken).ConfigureAwait(false);
        else
            return Configured(options) is { } secret ? [secret] : [];

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
