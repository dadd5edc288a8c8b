namespace Agnt5;

/// <content>What leaves the endpoint beside outputs: to callers, logs and traces.</content>
public sealed partial class ServerlessOptions
{
    /// <summary>
    /// Adds what users, models and tools said to the spans of agents (OpenTelemetry's conventions for generative AI). It may be personal data. Default: the environment variable
    /// <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c>, else <see langword="false"/>.
    /// </summary>
    public bool CaptureMessageContent { get; set; } = string.Equals(
        Environment.GetEnvironmentVariable("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Adds the whole exception to failed responses as <c>error.details</c>: its type, message and stack trace, and those of the exceptions inside of it. For development only: it shows
    /// whoever sees the run how the code is built. <see cref="ErrorMessage"/> does not rewrite it. Outside of Development (<see cref="IsDevelopment"/>) the endpoint does not start with it.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool IncludeErrorDetails { get; set; }

    /// <summary>
    /// Lets an endpoint start with <see cref="IncludeErrorDetails"/> outside of Development, where everyone who sees a run may see the code's exceptions. It does nothing alone. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool IncludeErrorDetailsInProduction { get; set; }

    /// <summary>
    /// Makes the message of a failed run from the exception that the component threw, for example to take personal data out. A result of <see langword="null"/> means the default: the
    /// exception's own message (protocol section 5). For a failed step, the callback gets the exception that the step threw, where it is known. Be quick in it, and change nothing.
    /// </summary>
    /// <remarks>
    /// When the callback throws, the message is a fixed text. Refused inputs and missed deadlines keep the SDK's messages. What is recorded for a replay, such as the
    /// failures of steps that a workflow caught, and the events of agents keep the exception's own message: they are the run's own data.
    /// </remarks>
    public Func<Exception, string?>? ErrorMessage { get; set; }

    /// <summary>
    /// Logs where a refused input is wrong and what was expected there, and never what came. Default: <see langword="false"/>; in ASP.NET Core <see langword="true"/> in Development.
    /// </summary>
    public bool LogInputProblems { get; set; }
}
