using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Bridge;

/// <summary>The JavaScript side, as an engine sees it. No call returns anything: answers come back through <see cref="Engine"/>, so no promise of JavaScript crosses over.</summary>
internal interface IHost
{
    /// <summary>Hands over the answer to a request, and disposes it once it was copied.</summary>
    void Answered(int request, ServerlessResponse answer);

    /// <summary>Says that the body of a request may go on, after <see cref="Engine.Push"/> asked for a pause.</summary>
    void Drained(int request);

    /// <summary>Sends an HTTP request by the host's <c>fetch</c>.</summary>
    /// <param name="request">The request on whose behalf it is sent, or 0.</param>
    /// <param name="call">What the answer names: <see cref="Engine.Fetched"/> or <see cref="Engine.FetchFailed"/>.</param>
    /// <param name="message">The HTTP request.</param>
    void Fetch(int request, int call, OutgoingMessage message);

    /// <summary>Gives a fetch up.</summary>
    void AbortFetch(int call);

    /// <summary>Calls a function of <see cref="JavaScriptServices"/>.</summary>
    /// <param name="endpoint">The endpoint whose function it is.</param>
    /// <param name="request">The request on whose behalf it is called, or 0.</param>
    /// <param name="call">What the answer names: <see cref="Engine.Called"/> or <see cref="Engine.CallFailed"/>.</param>
    /// <param name="name">The function.</param>
    /// <param name="argument">Its argument.</param>
    void Call(int endpoint, int request, int call, string name, string argument);

    /// <summary>Writes a line to the host's log.</summary>
    void Log(int endpoint, LogLevel level, string category, string text);
}
