using Agnt5.Intake;

namespace Agnt5;

/// <summary>Finds the secrets that are valid for an invoke (protocol section 3).</summary>
internal sealed class SigningSecrets
{
    private static readonly string[] Variables =
    [
        "AGNT5_SERVERLESS_SIGNING_SECRET",
        "AGNT5_WORKERLESS_SIGNING_SECRET",
        "WORKERLESS_SIGNING_SECRET",
    ];

    private readonly ServerlessOptions _options;
    private readonly HeldSecrets? _held;
    private readonly SecretAnswer _none = new([]);
    private SecretAnswer? _configured;

    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    public SigningSecrets(ServerlessOptions options, TimeProvider time)
    {
        _options = options;
        if (options.RequestSigningSecretResolver is null && options.SigningSecretResolver is { } resolver)
            _held = new HeldSecrets(resolver, options.SigningSecretCacheTime, time);
    }

    /// <summary>Whether a resolver is asked. What can be told without a secret is then told before.</summary>
    public bool HaveResolver => _held is not null || _options.RequestSigningSecretResolver is not null;

    /// <summary>The secrets; none when nothing is configured.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    /// <exception cref="OperationCanceledException">The caller has gone away.</exception>
    public ValueTask<SecretAnswer> ResolveAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        // Another request has other secrets, so there is nothing to hold.
        if (_options.RequestSigningSecretResolver is { } ofRequest)
            return AskAsync(ofRequest, request.HostContext, cancellationToken);
        return _held?.GetAsync(cancellationToken) ?? new(AnswerOf(Configured(_options, request)));
    }

    // By itself, so that requests without such a resolver pay for no closure.
    private static ValueTask<SecretAnswer> AskAsync(
        Func<object?, CancellationToken, ValueTask<IReadOnlyList<string>>> resolver, object? hostContext, CancellationToken cancellationToken) =>
        SecretAnswer.AskAsync(token => resolver(hostContext, token), cancellationToken);

    // The secret may be set while the endpoint runs, so it is read each time; the answer is made when it is another.
    private SecretAnswer AnswerOf(string? secret)
    {
        if (secret is null)
            return _none;
        if (Volatile.Read(ref _configured) is { } last && last.Secrets[0] == secret)
            return last;

        var answer = new SecretAnswer([secret]);
        Interlocked.Exchange(ref _configured, answer)?.Drop();
        return answer;
    }

    /// <summary>Secrets that are newer than those that did not verify a request, or <see langword="null"/> when only a resolver could have them and none is held.</summary>
    /// <inheritdoc cref="HeldSecrets.GetNewerAsync" path="/param"/>
    public async ValueTask<SecretAnswer?> NewerAsync(SecretAnswer seen, CancellationToken cancellationToken)
    {
        if (_held is null)
            return null;

        var answer = await _held.GetNewerAsync(seen, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(answer, seen) ? null : answer;
    }

    /// <summary>The secret of the options, else of the environment; trimmed, and <see langword="null"/> when there is none or it is blank.</summary>
    /// <param name="options">The options.</param>
    /// <param name="request">The request; <see langword="null"/> when the endpoint starts.</param>
    public static string? Configured(ServerlessOptions options, ServerlessRequest? request = null)
    {
        if (!string.IsNullOrWhiteSpace(options.SigningSecret))
            return options.SigningSecret.Trim();

        foreach (var variable in Variables)
        {
            if (options.VariableOf(request, variable) is { } value && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }

        return null;
    }
}
