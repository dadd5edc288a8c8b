using Agnt5.Execution;
using Agnt5.Generated;
using Agnt5.Protocol;

namespace Agnt5;

/// <summary>Reads the identity of an invocation: from the request's body, and where the body has none, from its headers (protocol sections 3 and 4).</summary>
internal static class RequestIdentity
{
    /// <param name="request">The request.</param>
    /// <param name="envelope">The request's body.</param>
    /// <param name="signed">The signature's headers, where it has a signature.</param>
    /// <param name="component">The component.</param>
    /// <param name="time">The clock, which makes the id of a run without one.</param>
    public static InvocationIdentity Of(ServerlessRequest request, Envelope envelope, SignatureHeaders? signed, ComponentDescriptor component, TimeProvider time)
    {
        var givenRunId = GivenRunId(request, envelope);
        var runId = givenRunId ?? $"workerless-{time.GetUtcNow().ToUnixTimeMilliseconds()}";
        return new InvocationIdentity
        {
            Component = component,
            RunId = runId,
            GivenRunId = givenRunId,
            InvocationId = signed?.AttemptId ?? Header(request, RequestHeaderNames.AttemptId) ?? $"{runId}:{envelope.Attempt}",
            Attempt = envelope.Attempt,
            GivenMetadata = envelope.Metadata,
            IsStreaming = envelope.IsStreaming,
        };
    }

    /// <summary>The run's id from the body, else from its header; <see langword="null"/> when neither has one.</summary>
    public static string? GivenRunId(ServerlessRequest request, Envelope envelope) => envelope.RunId ?? Header(request, RequestHeaderNames.RunId);

    private static string? Header(ServerlessRequest request, string name) => request.Header(name)?.Trim() is { Length: > 0 } header ? header : null;
}
