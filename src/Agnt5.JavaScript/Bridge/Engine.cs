using System.Collections.Concurrent;
using System.Net.Http;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// What the JavaScript side calls, whichever way it comes: it opens endpoints, begins requests, and brings answers to what the components asked the host for. The numbers of requests and contexts are
/// the JavaScript side's, all others are given here.
/// </summary>
/// <param name="host">The JavaScript side.</param>
internal sealed class Engine(IHost host)
{
    private readonly ConcurrentDictionary<int, ServerlessEndpoint> _endpoints = new();
    private readonly ConcurrentDictionary<int, RequestContext> _contexts = new();
    private readonly ConcurrentDictionary<int, RequestInFlight> _requests = new();
    private readonly PendingCalls<FetchedMessage> _fetches = new();
    private readonly PendingCalls<string> _calls = new();
    private int _lastEndpoint;

    public IHost Host => host;

    /// <summary>Requests that wait for a thread.</summary>
    public BegunRequests Begun { get; } = new();

    /// <summary>Opens an endpoint.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="InvalidOperationException">It cannot work; the message names the fix.</exception>
    public int Open(string settings)
    {
        var endpoint = Interlocked.Increment(ref _lastEndpoint);
        _endpoints[endpoint] = EndpointSetup.Create(this, endpoint, HostSettings.Read(settings));
        return endpoint;
    }

    /// <summary>Says what a context is, from now on. Requests that have begun keep theirs.</summary>
    public void SetContext(int context, string json) => _contexts[context] = RequestContext.Read(json);

    /// <summary>Begins a request whose whole body is there.</summary>
    /// <param name="request">The number of the request.</param>
    /// <param name="endpoint">The endpoint that answers it.</param>
    /// <param name="head">What is known before the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="memory">The memory of the body, where it has to be given back.</param>
    public void Begin(int request, int endpoint, RequestHead head, ReadOnlyMemory<byte> body, IDisposable? memory = null) =>
        Begin(new RequestInFlight(this, request, _endpoints[endpoint], new BridgeRequest.InOnePiece(head, ContextOf(head), body)) { Memory = memory });

    /// <summary>Begins a request whose body follows in parts.</summary>
    public void Begin(int request, int endpoint, RequestHead head)
    {
        var parts = new BodyPipe(() => host.Drained(request));
        Begin(new RequestInFlight(this, request, _endpoints[endpoint], new BridgeRequest.InParts(head, ContextOf(head), parts.Reader)) { Parts = parts });
    }

    /// <summary>Has the host find a request by its number, until it is answered.</summary>
    public void Add(RequestInFlight request)
    {
        request.CanBeFound = true;
        _requests[request.Id] = request;
    }

    /// <summary>Takes the answer to a request.</summary>
    public void End(RequestInFlight request, ServerlessResponse answer)
    {
        if (request.CanBeFound)
            _requests.TryRemove(request.Id, out _);
        host.Answered(request.Id, answer);
    }

    /// <summary>Brings a part of a body.</summary>
    /// <returns>Whether the host may send on at once. Else <see cref="IHost.Drained"/> says when.</returns>
    public bool Push(int request, ReadOnlySpan<byte> part) => _requests.TryGetValue(request, out var running) && running.Parts!.Push(part);

    /// <summary>Ends a body that came in parts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isWhole">Whether it came to its end; else it broke off.</param>
    public void EndBody(int request, bool isWhole)
    {
        if (_requests.TryGetValue(request, out var running))
            running.Parts!.Complete(isWhole ? null : new IOException("The request's body broke off."));
    }

    /// <summary>Says that the caller of a request has left.</summary>
    public void Cancel(int request)
    {
        if (_requests.TryGetValue(request, out var running))
            running.Cancel();
    }

    /// <summary>Says that the JavaScript side ends, so that nobody waits for an answer.</summary>
    public void Leave()
    {
        foreach (var request in _requests.Values)
            request.Cancel();
    }

    public void Fetched(int call, FetchedMessage answer) => _fetches.Complete(call, answer);

    public void FetchFailed(int call, string why) => _fetches.Fail(call, new HttpRequestException(why));

    public void Called(int call, string text) => _calls.Complete(call, text);

    public void CallFailed(int call, string why) => _calls.Fail(call, new JavaScriptException(why));

    public Task<FetchedMessage> FetchAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var request = RequestInFlight.Current;
        return _fetches.SendAsync(call => host.Fetch(request, call, message), host.AbortFetch, cancellationToken);
    }

    public Task<string> CallAsync(int endpoint, string name, string argument, CancellationToken cancellationToken)
    {
        var request = RequestInFlight.Current;
        return _calls.SendAsync(call => host.Call(endpoint, request, call, name, argument), abort: null, cancellationToken);
    }

    private RequestContext? ContextOf(RequestHead head) => head.Context == 0 ? null : _contexts[head.Context];

    private void Begin(RequestInFlight request)
    {
        // On the one thread of WebAssembly nobody asks for a request that is answered before this returns.
        if (!OperatingSystem.IsBrowser())
            Add(request);
        request.Start();
    }
}
