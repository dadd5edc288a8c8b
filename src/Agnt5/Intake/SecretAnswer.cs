using Agnt5.Protocol;

namespace Agnt5.Intake;

/// <summary>What a question for the signing secrets brought: secrets, none, or a failure.</summary>
/// <param name="Secrets">The secrets, trimmed and without blanks.</param>
internal sealed record SecretAnswer(IReadOnlyList<string> Secrets)
{
    /// <summary>Their keys.</summary>
    public SigningKey[] Keys { get; } = [.. Secrets.Select(static secret => new SigningKey(secret))];

    /// <summary>Why there are none, where the resolver failed.</summary>
    public Exception? Failure { get; init; }

    /// <summary>From when on its time counts, by the clock's timestamps: secrets are as old as their question, and a failure as its end.</summary>
    public long HeldFrom { get; init; }

    /// <summary>Gives up what the keys keep, once there is another answer. Requests that still hold this one may use it.</summary>
    public void Drop() => Array.ForEach(Keys, static key => key.Dispose());

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
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Some clients of stores have exceptions of their own for a token that fired.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
