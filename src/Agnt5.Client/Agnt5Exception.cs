using System.Net;

namespace Agnt5;

/// <summary>The gateway could not be reached, refused a call, or said that a run failed. The message says what happened and what to do.</summary>
public sealed class Agnt5Exception : Exception
{
    internal Agnt5Exception(string code, string problem, string advice, Exception? inner = null)
        : base(advice.Length > 0 ? $"{problem} {advice}" : problem, inner)
    {
        Code = code;
        Advice = advice;
    }

    /// <summary>What kind of error it is: a code of <see cref="Agnt5ClientErrors"/>, of the gateway, or of the run, such as <c>WORKERLESS_INPUT_INVALID</c>.</summary>
    public string Code { get; }

    /// <summary>What to do about it, or an empty text.</summary>
    public string Advice { get; }

    /// <summary>The run, where one is concerned.</summary>
    public string? RunId { get; internal init; }

    /// <summary>The gateway's status code, where it answered.</summary>
    public HttpStatusCode? StatusCode { get; internal init; }

    /// <summary>When to come back, where the gateway said so.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>Why the run failed, where it did.</summary>
    public RunFailure? Failure { get; internal init; }
}
