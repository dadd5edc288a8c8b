using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Lets an invoke request in, if whoever sent it knows the secret: secret, headers, body, MAC, in the protocol's order (protocol section 3).</summary>
internal sealed class RequestGate
{
    private readonly ServerlessOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ShortSecrets _short;
    private bool _warnedOfMissingSecret;

    /// <summary>Creates the gate, and warns when it stands open, or can let nothing in.</summary>
    public RequestGate(ServerlessOptions options, TimeProvider time, ILogger logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _short = new ShortSecrets(logger);
        if (options is { SigningSecretResolver: null, RequestSigningSecretResolver: null } && SigningSecrets.Configured(options) is { } secret)
            _short.Report([secret]);
        if (options.AllowUnsigned)
            EndpointLog.UnsignedAllowed(logger);
        else if (!options.HasSigningSecret)
            WarnOfMissingSecret();
    }

    /// <summary>Reads and verifies a request.</summary>
    /// <returns>Its body, which the caller disposes, or the failure that answers it.</returns>
    public async ValueTask<Result<SignedBody>> AdmitAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> secrets;
        try
        {
            secrets = await SigningSecrets.ResolveAsync(_options, request.HostContext, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            EndpointLog.SecretResolverFailed(_logger, exception);
            return new Failure(500, ErrorCodes.SignatureError, "The signing secret could not be resolved; the endpoint's log has the reason.");
        }

        _short.Report(secrets);
        SignatureHeaders? headers = null;
        if (secrets.Count > 0)
        {
            if (!SignatureHeaders.Read(request, _time.GetUtcNow(), _options.SignatureWindow).TryGet(out headers, out var unsigned))
                return unsigned;
        }
        else if (!_options.AllowUnsigned)
        {
            WarnOfMissingSecret();
            return new Failure(503, ErrorCodes.SigningSecretRequired, "This endpoint has no signing secret, so it accepts no invokes.");
        }

        var read = await SignedBody.ReadAsync(request, headers, _options.MaxRequestBodyBytes, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var body, out _) || headers is null || Signature.Verifies(body.SignedMessage, headers.Signature, secrets))
            return read;

        body.Dispose();
        return new Failure(401, ErrorCodes.SignatureInvalid, "The signature does not match this request.");
    }

    // Once: it is the operator's to mend, and each invoke would say the same.
    private void WarnOfMissingSecret()
    {
        if (!Interlocked.Exchange(ref _warnedOfMissingSecret, true))
            EndpointLog.SecretMissing(_logger);
    }
}
