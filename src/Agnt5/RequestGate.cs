using Agnt5.Intake;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Agnt5.Repeats;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Lets an invoke request in, if whoever sent it knows the secret: secret, headers, body, MAC, in the protocol's order (protocol section 3).</summary>
internal sealed class RequestGate
{
    // Their lines are counted by themselves: other reasons with the same code must not hide them.
    private const string StoreFailed = $"{ErrorCodes.Busy} (SeenRequests failed)";

    private const string Failed = $"{ErrorCodes.HandlerError} (the endpoint failed)";

    private static readonly Failure Mismatch = new(401, ErrorCodes.SignatureInvalid, "The signature does not match this request.");

    private readonly ServerlessOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly LineTally _lines;
    private readonly SigningSecrets _secrets;
    private readonly BodyReader _bodies;
    private readonly ShortSecrets _short;
    private bool _warnedOfMissingSecret;

    /// <summary>Creates the gate, and warns when it stands open, or can let nothing in.</summary>
    public RequestGate(ServerlessOptions options, TimeProvider time, ILogger logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _lines = new LineTally(time, (code, count) => EndpointLog.RefusedMore(logger, count, code));
        _secrets = new SigningSecrets(options, time);
        _bodies = new BodyReader(options.MaxRequestBodyBytes, options.RequestBodyTimeout, options.MaxUnverifiedBytes, time);
        _short = new ShortSecrets(logger);
        if (!_secrets.HaveResolver && SigningSecrets.Configured(options) is { } secret)
            _short.Report([secret]);
        if (options.AllowUnsigned)
            EndpointLog.UnsignedAllowed(logger);
        else if (!options.HasSigningSecret)
            WarnOfMissingSecret();
    }

    /// <summary>Reads and verifies a request.</summary>
    /// <returns>Its body, which the caller disposes, or the failure that answers it, which the caller logs (<see cref="Log"/>).</returns>
    public async ValueTask<Result<SignedBody>> AdmitAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        // A stranger's request must not cost a question to a secret store, so its headers are judged before a resolver is asked.
        SignatureHeaders? headers = null;
        if (_secrets.HaveResolver && !SignatureHeaders.Read(request, _time.GetUtcNow(), _options.SignatureWindow).TryGet(out headers, out var unsigned))
            return unsigned;

        var answer = await _secrets.ResolveAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.Failure is { } cause)
            return new Failure(500, ErrorCodes.SignatureError, "The signing secret could not be resolved; the endpoint's log has the reason.") { Cause = cause };
        _short.Report(answer.Secrets);
        if (answer.Secrets.Count == 0 && (_secrets.HaveResolver || !_options.AllowUnsigned))
            return new Failure(503, ErrorCodes.SigningSecretRequired, "This endpoint has no signing secret, so it accepts no invokes.");
        if (answer.Secrets.Count > 0 && headers is null && !SignatureHeaders.Read(request, _time.GetUtcNow(), _options.SignatureWindow).TryGet(out headers, out unsigned))
            return unsigned;

        var read = await _bodies.ReadAsync(request, headers, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var body, out _))
            return read;
        if (headers is not null && !Signature.Verifies(body.SignedMessage, headers.Signature, answer.Keys, _options.HostMac)
            && await RefuseUnlessSignedAnewAsync(body, headers, answer, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            body.Dispose();
            return refusal;
        }

        // From here on the request is the platform's own: it is signed, or unsigned requests are allowed.
        body.Incoming?.Dispose();
        return body;
    }

    /// <summary>Refuses a request, unless it is signed with a secret that the resolver gives only now.</summary>
    private async ValueTask<Failure?> RefuseUnlessSignedAnewAsync(SignedBody body, SignatureHeaders headers, SecretAnswer seen, CancellationToken cancellationToken)
    {
        var asking = _secrets.NewerAsync(seen, cancellationToken);
        // A body that waits for an answer is counted, and none waits beyond the bound: whoever signs wrongly could pile them up.
        var counted = asking.IsCompleted || body.Incoming is not null ? 0 : body.HeldBytes;
        if (counted > 0 && !_bodies.Unverified.TryHold(counted))
            return BodyReader.Busy; // Not 401: nobody knows yet whether the signature is wrong.

        try
        {
            return await asking.ConfigureAwait(false) is { } newer && Signature.Verifies(body.SignedMessage, headers.Signature, newer.Keys, _options.HostMac) ? null : Mismatch;
        }
        catch
        {
            body.Dispose();
            throw;
        }
        finally
        {
            _bodies.Unverified.LetGo(counted);
        }
    }

    /// <summary>Logs why a request was refused: a line for the first of a kind, and a number for those that follow.</summary>
    public void Log(Failure refused)
    {
        var storeFailed = refused.Code == ErrorCodes.Busy ? refused.Cause : null;
        if (refused.Code == ErrorCodes.SigningSecretRequired && !_secrets.HaveResolver)
            WarnOfMissingSecret();
        else if (!_lines.IsFirst(storeFailed is null ? refused.Code : StoreFailed))
            EndpointLog.RefusedAgain(_logger, refused.Code, refused.Message);
        else if (refused.Code == ErrorCodes.SignatureError)
            EndpointLog.SecretResolverFailed(_logger, refused.Cause!);
        else if (storeFailed is not null)
            RepeatLog.StoreFailed(_logger, storeFailed);
        else
            EndpointLog.Refused(_logger, refused.Code, refused.Message);
        if (refused.Code == ErrorCodes.InvalidRequest && refused.Cause is { } broken)
            EndpointLog.BodyBroken(_logger, broken);
    }

    /// <summary>Logs that the endpoint or its host failed at a request that nobody had verified: as many strangers as there are can cause it.</summary>
    public void LogUnexpected(Exception exception)
    {
        if (_lines.IsFirst(Failed))
            EndpointLog.Unexpected(_logger, exception);
        else
            EndpointLog.RefusedAgain(_logger, ErrorCodes.HandlerError, exception.GetType().Name);
    }

    // Once: it is the operator's to mend, and each invoke would say the same.
    private void WarnOfMissingSecret()
    {
        if (!Interlocked.Exchange(ref _warnedOfMissingSecret, true))
            EndpointLog.SecretMissing(_logger);
    }
}
