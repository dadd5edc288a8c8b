namespace Agnt5.Intake;

/// <summary>What a question for the signing secrets brought: secrets, none, or a failure.</summary>
/// <param name="Secrets">The secrets, trimmed and without blanks.</param>
internal sealed record SecretAnswer(IReadOnlyList<string> Secrets)
{
    /// <summary>Why there are none, where the resolver failed.</summary>
    public Exception? Failure { get; init; }

    /// <summary>When it was asked, by the clock's timestamps.</summary>
    public long AskedAt { get; init; }

    /// <summary>Asks once.</summary>
    /// <returns>The answer. A resolver that throws makes a failure of it.</returns>
    /// <exception cref="OperationCanceledException">The token has fired.</exception>
    public static async ValueTask<SecretAnswer> AskAsync(Func<CancellationToken, ValueTask<IReadOnlyList<string>>> resolver, CancellationToken cancellationToken)
    {
        try
        {
            var secrets = await resolver(cancellationToken).ConfigureAwait(false);
            return new SecretAnswer([.. secrets.Where(static secret => !string.IsNullOrWhiteSpace(secret)).Select(static secret => secret.Trim())]);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SecretAnswer([]) { Failure = exception };
        }
    }
}
