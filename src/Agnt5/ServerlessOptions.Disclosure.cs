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
    /// failures of steps that a workflow caught, keeps the exception's own message: it is the run's own data. For models, events of agents and MCP clients see <see cref="FailureMessageForModels"/>.
    /// </remarks>
    public Func<Exception, string?>? ErrorMessage { get; set; }

    /// <summary>
    /// Makes what others than AGNT5 are told of a failure: models whose tools, models and agents fail, the users who see the events of an agent (<c>agent.failed</c>, <c>lm.failed</c>,
    /// <c>tool_call.failed</c>), and MCP clients. A result of <see langword="null"/> means the default: in Development (<see cref="IsDevelopment"/>) the exception's message, elsewhere the type of the
    /// exception and a reference that stands in the log beside it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The callback gets every failure as a <see cref="StepFailedException"/>, live and on replay, since models must be told the same both times. Use <see cref="StepFailedException.Is{T}"/> to
    /// recognize it; its message is the exception's. Decide by that alone, be quick, and change nothing. When the callback throws, the default of production holds.
    /// </para>
    /// <para>
    /// By default the text of a <see cref="NonRetryableException"/> passes everywhere, since it is written for the caller. Arguments that do not bind are not asked about: whoever wrote them is told
    /// what is wrong with them.
    /// </para>
    /// </remarks>
    public Func<StepFailedException, string?>? FailureMessageForModels { get; set; }

    /// <summary>
    /// Whether the message of a refused input repeats what came: values, keys of dictionaries, names of unknown members, and the texts of constructors and setters that refused a value. Without it,
    /// the message says where the input is wrong, what was expected there, and what kind of value came. Default: <see langword="null"/>, which means <see cref="IsDevelopment"/>.
    /// </summary>
    public bool? QuoteRefusedValues { get; set; }

    /// <summary>
    /// Logs where a refused input is wrong and what was expected there, and never what came. Default: <see langword="false"/>; in ASP.NET Core <see langword="true"/> in Development.
    /// </summary>
    public bool LogInputProblems { get; set; }
}
