using System.Text;
using Agnt5.Agents;
using Agnt5.Execution;
using Agnt5.Execution.Telemetry;
using Agnt5.Json;
using Agnt5.Payloads;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Agnt5.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Agnt5;

/// <summary>
/// The door: a request in, a response out, whatever the web server. A request's way is bytes, signature, envelope, component, slice, outcome, bytes.
/// Every request is answered with JSON, and nothing that a request contains throws past here.
/// </summary>
public sealed class ServerlessEndpoint
{
    /// <summary>Where the manifest is served (protocol section 1).</summary>
    public const string ManifestPath = ProtocolRoutes.ManifestPath;

    /// <summary>Where invokes are accepted (protocol section 1).</summary>
    public const string InvokePath = ProtocolRoutes.InvokePath;

    private readonly ComponentCatalog _catalog;
    private readonly ComponentDirectory _directory;
    private readonly ServerlessOptions _options;
    private readonly IServiceScopeFactory _scopes;
    private readonly ILoggerFactory _loggerFactory;
    private readonly GuardedLogger _logger;
    private readonly TimeProvider _time;
    private readonly InputFetcher _inputs;
    private readonly OutputUploader _outputs;
    private readonly byte[] _manifest;
    private bool _warnedOfMissingSecret;

    /// <summary>Creates an endpoint. The manifest is put together here, once.</summary>
    /// <param name="catalog">The components, usually <c>Agnt5Components.Catalog</c>.</param>
    /// <param name="options">The options. They are checked here.</param>
    /// <param name="services">
    /// The services that components are constructed from. A registered <see cref="ILoggerFactory"/> and <see cref="TimeProvider"/> are used by the endpoint itself.
    /// </param>
    /// <exception cref="InvalidOperationException">An option or an agent cannot work; the message names every fix.</exception>
    public ServerlessEndpoint(ComponentCatalog catalog, ServerlessOptions options, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        ServerlessOptionsValidation.ThrowIfInvalid(options);

        _catalog = catalog;
        _options = options;
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _loggerFactory = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        _logger = new GuardedLogger(_loggerFactory.CreateLogger("Agnt5.ServerlessEndpoint"));
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var store = new ObjectStore(options.OutboundGuard, _time);
        _inputs = new InputFetcher(store, _time, _logger);
        _outputs = new OutputUploader(store, _time);
        _directory = new ComponentDirectory(catalog);
        AgentSetup.ThrowIfIncomplete(_directory, services);
        if (options.ValidateServices)
            ServiceSetup.ThrowIfIncomplete(catalog.Components, services);
        _manifest = Manifest.Create(catalog.ManifestComponents, options.ServiceName, options.ServiceVersion);

        if (options.AllowUnsigned)
            EndpointLog.UnsignedAllowed(_logger);
        else if (!options.HasSigningSecret)
            WarnOfMissingSecret();
    }

    /// <summary>Answers one request. It never throws.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Fires when the caller goes away. It reaches the component.</param>
    /// <returns>The response, which the host disposes after it was sent.</returns>
    public async ValueTask<ServerlessResponse> HandleAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var route = ProtocolRoutes.Match(request.Method, request.Path);
            if (route == ProtocolRoute.None)
                return new ServerlessResponse(404, ProtocolRoutes.NotFoundBody);
            if (!KillSwitch.IsOn(_options))
                return Refuse(new Failure(503, ErrorCodes.Disabled, "This endpoint is switched off."));
            if (route == ProtocolRoute.Manifest)
                return new ServerlessResponse(200, _manifest);
            return await InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            EndpointLog.CallerLeftEarly(_logger);
            return Refuse(new Failure(400, ErrorCodes.InvalidRequest, "The caller left before the request was read."));
        }
        catch (Exception exception)
        {
            EndpointLog.Unexpected(_logger, exception);
            return Refuse(new Failure(500, ErrorCodes.HandlerError, "The endpoint failed; its log has the reason."));
        }
    }

    private static ServerlessResponse Refuse(Failure failure) => new(failure.Status, ResponseWriter.Refuse(failure));

    private async ValueTask<ServerlessResponse> InvokeAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadVerifiedAsync(request, cancellationToken).ConfigureAwait(false);
        if (body is null)
            return RefuseAndLog(refusal!);

        Envelope? envelope = null;
        FetchedInput? input = null;
        try
        {
            (envelope, var invalid) = EnvelopeReader.Read(body.Body);
            if (envelope is null)
                return RefuseAndLog(invalid!);
            if (_catalog.Find(envelope.ComponentType, envelope.ComponentName.Span) is not { } component)
                return RefuseAndLog(NotFound(envelope));

            if (envelope.InputRef.IsEmpty)
                return await RunAsync(request, envelope, component, null, cancellationToken).ConfigureAwait(false);

            (input, var unusable) = await _inputs.FetchAsync(envelope, component, cancellationToken).ConfigureAwait(false);
            if (input is null)
                return RefuseAndLog(unusable!);
            envelope.Input = input.Json;
            return await RunAsync(request, envelope, component, input.Bound, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Memory that may be read for longer than the request lasts must not be used for another one.
            if (envelope is not { IsOutlived: true })
            {
                input?.Dispose();
                body.Dispose();
            }
        }
    }

    /// <summary>Secret, headers, body, MAC, in the protocol's order (protocol section 3).</summary>
    private async ValueTask<(SignedBody? Body, Failure? Refusal)> ReadVerifiedAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> secrets;
        try
        {
            secrets = await SigningSecrets.ResolveAsync(_options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            EndpointLog.SecretResolverFailed(_logger, exception);
            return (null, new Failure(500, ErrorCodes.SignatureError, "The signing secret could not be resolved; the endpoint's log has the reason."));
        }

        SignatureHeaders? headers = null;
        if (secrets.Count > 0)
        {
            if (!SignatureHeaders.TryRead(request, _time.GetUtcNow(), out headers, out var failed))
                return (null, failed);
        }
        else if (!_options.AllowUnsigned)
        {
            return (null, new Failure(503, ErrorCodes.SigningSecretRequired, "This endpoint has no signing secret, so it accepts no invokes."));
        }

        var (body, unreadable) = await SignedBody.ReadAsync(request, headers, _options.MaxRequestBodyBytes, cancellationToken).ConfigureAwait(false);
        if (body is null || headers is null || Signature.Verifies(body.SignedMessage, headers.Signature, secrets))
            return (body, unreadable);

        body.Dispose();
        return (null, new Failure(401, ErrorCodes.SignatureInvalid, "The signature does not match this request."));
    }

    private async ValueTask<ServerlessResponse> RunAsync(
        ServerlessRequest request, Envelope envelope, ComponentDescriptor component, BoundInput? input, CancellationToken cancellationToken)
    {
        var writer = new ResponseWriter();
        long? startedAt = _logger.IsEnabled(LogLevel.Debug) ? _time.GetTimestamp() : null;
        var services = new InvocationServices(_scopes, _loggerFactory, _logger, _time);
        var runId = RunIdOf(request, envelope);
        var invocation = new Invocation(envelope, component, runId ?? MadeUpRunId(), AttemptIdOf(request), services, writer, cancellationToken)
        {
            GivenRunId = runId,
            Directory = _directory,
            CapturesContent = _options.CaptureMessageContent,
            LogsInputProblems = _options.LogInputProblems,
            AcceptsUnaskedAnswers = _options.AcceptUnaskedAnswers,
            MaxRequestBytes = _options.MaxRequestBodyBytes,
            BoundInput = input,
        };

        using var telemetry = invocation.Telemetry = InvocationTelemetry.Begin(invocation);
        var outcome = await Slice.RunAsync(invocation).ConfigureAwait(false);
        envelope.IsOutlived = outcome.Lingering is not null;
        using var response = invocation.IsWriterKept ? new ResponseWriter() : writer;
        var notStored = invocation.LargeOutput is { } output && outcome.IsCompleted
            ? await StoreAsync(output, invocation, envelope, response, cancellationToken).ConfigureAwait(false)
            : null;
        if (outcome.Lingering is not null)
            _ = DisposeAfterAsync(outcome, invocation);
        else
            await DisposeAsync(invocation).ConfigureAwait(false);
        if (notStored is not null)
            telemetry?.Fail(notStored.Code, cause: null);
        var answer = notStored is null
            ? Answer(invocation, outcome, response)
            : new ServerlessResponse(notStored.Status, response.Fail(notStored, invocation.WriteState));
        telemetry?.End(outcome.Suspension, answer.Body.Length);
        if (startedAt is { } start && notStored is null)
            LogEnd(invocation, outcome, _time.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    private ServerlessResponse Answer(Invocation invocation, Outcome outcome, ResponseWriter response)
    {
        if (outcome.Suspension is { } suspension)
            return new ServerlessResponse(200, response.Suspend(suspension, invocation.WriteState));
        if (outcome.Exception is not { } exception)
            return new ServerlessResponse(200, response.Complete(invocation.WriteCompletedState));

        var keepsCheckpoint = _options.CheckpointOnFailure || exception is OutputSerializationException;
        var failure = FailureClassifier.Classify(exception, _options);
        if (outcome.IsFinal || (outcome.NeedsRecords && !keepsCheckpoint))
            failure = failure with { IsFinal = true };
        Log(invocation, exception, failure);
        invocation.Telemetry?.Fail(failure.Code, exception);
        return new ServerlessResponse(failure.Status, response.Fail(failure, keepsCheckpoint ? invocation.WriteState : invocation.Events.WriteTo));
    }

    // What was given up still uses the services of its scope.
    private async Task DisposeAfterAsync(Outcome outcome, Invocation invocation)
    {
        var (runId, type, name) = (invocation.LoggedRunId, invocation.Component.Type, invocation.Component.Name);
        if (outcome.BlockedAfter is { } where)
            EndpointLog.ThreadBlocked(_logger, runId, type, name, where);
        else
            EndpointLog.GivenUp(_logger, runId, type, name);
        await outcome.Lingering!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync(invocation).ConfigureAwait(false);
    }

    /// <summary>Uploads an output that is too large for the response, while the services that it may still need are there.</summary>
    /// <returns>Why that failed, after the component had done its work.</returns>
    private async ValueTask<Failure?> StoreAsync(
        LargeOutput output, Invocation invocation, Envelope envelope, ResponseWriter response, CancellationToken cancellationToken)
    {
        var (runId, type, name) = (invocation.LoggedRunId, invocation.Component.Type, invocation.Component.Name);
        try
        {
            // A call that ended within the grace past the deadline has no more than another grace for its output.
            var remaining = invocation.Cancellation.DeadlineHasPassed ? DeadlineGrace.Length : invocation.Budget.Remaining;
            var (stored, failure, cause) = await _outputs.UploadAsync(envelope, output, remaining, cancellationToken).ConfigureAwait(false);
            if (stored is not null)
            {
                response.WriteOutputRef(stored);
                invocation.Telemetry?.Upload(output.Length);
                return null;
            }

            EndpointLog.OutputNotStored(_logger, cause, runId, type, name, failure!.Code, failure.Message);
            return failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            EndpointLog.CallerLeft(_logger, runId, type, name);
            return new Failure(502, ErrorCodes.OutputRefUploadFailed, "The caller left before the output was uploaded.");
        }
    }

    private async ValueTask DisposeAsync(Invocation invocation)
    {
        try
        {
            await invocation.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            EndpointLog.DisposalFailed(_logger, exception, invocation.LoggedRunId, invocation.Component.Type, invocation.Component.Name);
        }
    }

    private static string? RunIdOf(ServerlessRequest request, Envelope envelope) =>
        envelope.RunId ?? (request.Header("X-AGNT5-Run-ID")?.Trim() is { Length: > 0 } header ? header : null);

    private string MadeUpRunId() => $"workerless-{_time.GetUtcNow().ToUnixTimeMilliseconds()}";

    private static string? AttemptIdOf(ServerlessRequest request)
    {
        var header = request.Header(SignatureHeaders.AttemptIdHeader)?.Trim();
        return string.IsNullOrEmpty(header) ? null : header;
    }

    private static Failure NotFound(Envelope envelope)
    {
        var type = envelope.ComponentType.ToWireName();
        return new Failure(404, ErrorCodes.ComponentNotFound, $"{type} component {CallerText.Shorten(Encoding.UTF8.GetString(envelope.ComponentName.Span))} was not found");
    }

    private ServerlessResponse RefuseAndLog(Failure failure)
    {
        if (failure.Code == ErrorCodes.SigningSecretRequired)
            WarnOfMissingSecret();
        else
            EndpointLog.Refused(_logger, failure.Code, failure.Message);
        return Refuse(failure);
    }

    private void WarnOfMissingSecret()
    {
        if (!Interlocked.Exchange(ref _warnedOfMissingSecret, true))
            EndpointLog.SecretMissing(_logger);
    }

    private void LogEnd(Invocation invocation, Outcome outcome, double milliseconds)
    {
        var (runId, type, name) = (invocation.LoggedRunId, invocation.Component.Type, invocation.Component.Name);
        if (outcome.IsCompleted)
            EndpointLog.Completed(_logger, runId, type, name, milliseconds);
        else if (outcome.Suspension is { } suspension)
            EndpointLog.Suspended(_logger, runId, type, name, milliseconds, SuspensionText.Of(suspension));
    }

    private void Log(Invocation invocation, Exception exception, Failure failure)
    {
        var (runId, type, name) = (invocation.LoggedRunId, invocation.Component.Type, invocation.Component.Name);
        if (exception is InputInvalidException { LoggedProblems: { } problems } && _options.LogInputProblems)
            EndpointLog.InputRefused(_logger, runId, type, name, problems);
        else if (exception is InputInvalidException)
            EndpointLog.InputRefused(_logger, runId, type, name);
        else if (exception is ServiceMissingException missing)
            EndpointLog.ServiceMissing(_logger, runId, type, name, missing.Advice);
        else if (exception is OperationCanceledException && invocation.Cancellation.CallerHasLeft)
            EndpointLog.CallerLeft(_logger, runId, type, name);
        else
            EndpointLog.Failed(_logger, exception, runId, type, name, failure.Code);
    }
}
