using System.Text;
using Agnt5.Agents;
using Agnt5.Execution;
using Agnt5.Intake;
using Agnt5.Payloads;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Agnt5.Repeats;
using Agnt5.Tools;
using Microsoft.Extensions.Logging;

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
    private readonly ServerlessOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly KillSwitch _switch;
    private readonly RequestGate _gate;
    private readonly AnsweredOnce? _once;
    private readonly InputFetcher _inputs;
    private readonly InvocationRunner _runner;
    private readonly JsonDepth _depth;
    private readonly Lazy<byte[]> _manifest;

    /// <summary>Creates an endpoint. The manifest is put together once, when it is first asked for.</summary>
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

        var host = new HostServices(services, "Agnt5.ServerlessEndpoint") { Settings = EndpointSettings.Of(options) };
        var directory = new AgentDirectory(new ComponentDirectory(catalog));
        if (AgentSupport.IsOn)
            AgentSetup.ThrowIfIncomplete(directory, services);
        if (options.ValidateServices)
            ServiceSetup.ThrowIfIncomplete(catalog.Components, services);

        var store = LargePayloads.AreSupported ? new ObjectStore(options.OutboundGuard, options.IsDevelopment, host.Time) : null;
        _catalog = catalog;
        _options = options;
        _logger = host.Logger;
        _time = host.Time;
        _depth = host.Settings.JsonDepth;
        var (name, version) = (options.ServiceName, options.ServiceVersion);
        _manifest = new Lazy<byte[]>(() => Manifest.Create(catalog.ManifestComponents, name, version));
        _switch = new KillSwitch(options, host.Time, host.Logger);
        _gate = new RequestGate(options, host.Time, host.Logger);
        _once = options.SeenRequests is { } seen ? new AnsweredOnce(seen, options.SignatureWindow, host.Time, host.Logger) : null;
        _inputs = new InputFetcher(store, host.Time, host.Logger, _depth);
        _runner = new InvocationRunner(options, host, directory, new OutputUploader(store, host.Time));
    }

    /// <summary>Answers one request. Whatever the request holds and however it breaks off, this does not throw. It may be called at the same time for any number of requests.</summary>
    /// <param name="request">The request. It is not used any more once this has answered.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller goes away, and not when the host shuts down: running invocations should finish. It reaches the component. There is an answer even then, which nobody needs to send.
    /// </param>
    /// <returns>The response, which the host disposes after it was sent, or when it cannot be sent.</returns>
    public async ValueTask<ServerlessResponse> HandleAsync(ServerlessRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isAdmitted = false;
        try
        {
            var route = ProtocolRoutes.Match(request.Method, request.Path);
            if (route == ProtocolRoute.None)
                return new ServerlessResponse(404, ProtocolRoutes.NotFoundBody);
            if (_switch.Refuse(request) is { } off)
                return Refuse(off);
            if (route == ProtocolRoute.Manifest)
                return new ServerlessResponse(200, _manifest.Value);

            var admitted = await _gate.AdmitAsync(request, cancellationToken).ConfigureAwait(false);
            if (!admitted.TryGet(out var body, out var refused))
            {
                _gate.Log(refused);
                return Refuse(refused);
            }

            isAdmitted = true;
            return _once is not null && body.Headers is { } signed
                ? await AnswerOnceAsync(_once, request, body, signed, cancellationToken).ConfigureAwait(false)
                : await AnswerAsync(request, body, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            EndpointLog.CallerLeftEarly(_logger);
            return Refuse(new Failure(400, ErrorCodes.InvalidRequest, "The caller left before the request was read."));
        }
        catch (Exception exception)
        {
            if (isAdmitted)
                EndpointLog.Unexpected(_logger, exception);
            else
                _gate.LogUnexpected(exception);
            return Refuse(new Failure(500, ErrorCodes.HandlerError, "The endpoint failed; its log has the reason."));
        }
    }

    // By itself, so that requests that nobody remembers pay for no closure.
    private async ValueTask<ServerlessResponse> AnswerOnceAsync(
        AnsweredOnce once, ServerlessRequest request, SignedBody body, SignatureHeaders signed, CancellationToken cancellationToken)
    {
        var answered = await once.AnswerAsync(body, signed, () => AnswerAsync(request, body, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (answered.TryGet(out var answer, out var repeated))
            return answer;

        // A captured request can be sent as often as a stranger's, so its lines are counted too.
        _gate.Log(repeated);
        return Refuse(repeated);
    }

    /// <summary>Answers a request that was let in, and disposes its body.</summary>
    private async ValueTask<ServerlessResponse> AnswerAsync(ServerlessRequest request, SignedBody body, CancellationToken cancellationToken)
    {
        Envelope? envelope = null;
        FetchedInput? input = null;
        try
        {
            if (!EnvelopeReader.Read(body.Body, _depth).TryGet(out envelope, out var invalid))
                return RefuseAndLog(invalid);
            if (_options.RequireMatchingAttempt && body.Headers is { } signed && !SignedAttempt.Names(signed, RequestIdentity.GivenRunId(request, envelope), envelope.Attempt))
                return RefuseAndLog(SignedAttempt.Contradicted);
            if (_catalog.Find(envelope.ComponentType, envelope.ComponentName.Span) is not { } component)
                return RefuseAndLog(NotFound(envelope));
            var budget = Budget.Of(envelope, request.Deadline, _time);
            if (envelope.DeadlineMs is { } deadline and not 0 && TimeUnitGuess.Of(deadline, _time.GetUtcNow()) is { } unit)
                EndpointLog.DeadlineInOtherUnit(_logger, unit);
            if (!envelope.InputRef.IsEmpty)
            {
                var fetched = await _inputs.FetchAsync(envelope, component, budget, cancellationToken).ConfigureAwait(false);
                if (!fetched.TryGet(out input, out var unusable))
                    return RefuseAndLog(unusable);
            }

            var identity = RequestIdentity.Of(request, envelope, body.Headers, component, _time);
            return await _runner.RunAsync(identity, envelope, input, budget, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Memory that may be read for longer than the request lasts must not be used for another one.
            if (envelope is not { IsOutlived: true })
            {
                input?.Dispose();
                envelope?.Steps?.Dispose();
                body.Dispose();
            }
        }
    }

    private static Failure NotFound(Envelope envelope)
    {
        var type = envelope.ComponentType.ToWireName();
        return new Failure(404, ErrorCodes.ComponentNotFound, $"{type} component {CallerText.Shorten(Encoding.UTF8.GetString(envelope.ComponentName.Span))} was not found");
    }

    private ServerlessResponse RefuseAndLog(Failure failure)
    {
        EndpointLog.Refused(_logger, failure.Code, failure.LoggedMessage ?? failure.Message);
        return Refuse(failure);
    }

    private static ServerlessResponse Refuse(Failure failure) => new(failure.Status, ResponseWriter.Refuse(failure)) { RetryAfter = failure.RetryAfter };
}
