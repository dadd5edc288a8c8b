namespace Agnt5;

/// <summary>How a serverless endpoint presents and protects itself.</summary>
public sealed class ServerlessOptions
{
    /// <summary>The default of <see cref="MaxRequestBodyBytes"/>: 8 MiB (protocol section 8).</summary>
    public const long DefaultMaxRequestBodyBytes = 8 * 1024 * 1024;

    /// <summary>The service's name in the manifest (protocol section 2). Left out of the manifest when it is not set.</summary>
    public string? ServiceName { get; set; }

    /// <summary>The service's version in the manifest (protocol section 2). Hosts fill it in when it is not set.</summary>
    public string? ServiceVersion { get; set; }

    /// <summary>
    /// The secret that signs invokes (protocol section 3). Default: the environment variables <c>AGNT5_SERVERLESS_SIGNING_SECRET</c>,
    /// <c>AGNT5_WORKERLESS_SIGNING_SECRET</c> and <c>WORKERLESS_SIGNING_SECRET</c>, in this order.
    /// </summary>
    public string? SigningSecret { get; set; }

    /// <summary>
    /// Resolves the secrets that are valid now, asked at each invoke: return the current and the previous one to rotate without downtime.
    /// Blank entries count as absent. Takes the place of <see cref="SigningSecret"/>.
    /// </summary>
    public Func<CancellationToken, ValueTask<IReadOnlyList<string>>>? SigningSecretResolver { get; set; }

    /// <summary>
    /// Like <see cref="SigningSecretResolver"/>, with the <see cref="ServerlessRequest.HostContext"/> of the request: for platforms whose secrets come with each request. The host decides the
    /// context's type: in ASP.NET Core it is the <c>HttpContext</c>. Nobody has verified the request yet. Takes the place of <see cref="SigningSecret"/>.
    /// </summary>
    public Func<object?, CancellationToken, ValueTask<IReadOnlyList<string>>>? RequestSigningSecretResolver { get; set; }

    /// <summary>Whether a secret is configured: by a resolver, by <see cref="SigningSecret"/> or by the environment.</summary>
    public bool HasSigningSecret => SigningSecretResolver is not null || RequestSigningSecretResolver is not null || SigningSecrets.Configured(this) is not null;

    /// <summary>
    /// Accepts unsigned invokes while no secret resolves (protocol section 3). It never bypasses a secret that is configured. For
    /// development only; it warns at start-up. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>
    /// The kill switch (protocol section 1): <see langword="false"/> answers both routes with 503. Default: the environment variable
    /// <c>AGNT5_SERVERLESS_ENABLED</c>, read at each request.
    /// </summary>
    public bool? Enabled { get; set; }

    /// <summary>The kill switch as a callback, asked at each request. Takes the place of <see cref="Enabled"/>.</summary>
    public Func<bool>? EnabledResolver { get; set; }

    /// <summary>
    /// Like <see cref="EnabledResolver"/>, with the <see cref="ServerlessRequest.HostContext"/> of the request: for platforms whose settings come with each request. Takes the place of
    /// <see cref="Enabled"/>.
    /// </summary>
    public Func<object?, bool>? RequestEnabledResolver { get; set; }

    /// <summary>The most bytes that a request body may have, 1 to 512 MiB (protocol section 8). Default: 8 MiB.</summary>
    public long MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;

    /// <summary>What may be reached to fetch large inputs and to store large outputs (protocol section 7). Default: any public host.</summary>
    public OutboundGuardOptions OutboundGuard { get; } = new();

    /// <summary>
    /// Whether a failed response carries the checkpoint, so that finished steps survive a retry (protocol section 5). Without the checkpoint, a run that has reacted to a step's
    /// failure, for example with a compensation, is not retried: the retry would not know of the reaction. Default: <see langword="true"/>.
    /// </summary>
    public bool CheckpointOnFailure { get; set; } = true;

    /// <summary>
    /// Whether an answer counts for a question that the run has not asked yet, or has asked in other words, as it does in the other SDKs (protocol section 6, "User input"). AGNT5 takes answers
    /// while a run sleeps, so an approval may then pass that nobody has seen. An answer that is none of a question's options is refused all the same. Default: <see langword="false"/>.
    /// </summary>
    public bool AcceptUnaskedAnswers { get; set; }

    /// <summary>
    /// Adds what users, models and tools said to the spans of agents (OpenTelemetry's conventions for generative AI). It may be personal data. Default: the environment variable
    /// <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c>, else <see langword="false"/>.
    /// </summary>
    public bool CaptureMessageContent { get; set; } = string.Equals(
        Environment.GetEnvironmentVariable("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Adds the whole exception to failed responses as <c>error.details</c>: its type, message and stack trace, and those of the exceptions inside of it. For development only: it shows
    /// whoever sees the run how the code is built. <see cref="ErrorMessage"/> does not rewrite it. Default: <see langword="false"/>.
    /// </summary>
    public bool IncludeErrorDetails { get; set; }

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

    /// <summary>
    /// Checks when the endpoint is created that every service that a component asks for is registered, and names all that are not in one message. What those services need themselves is
    /// not checked. Default: <see langword="false"/>; in ASP.NET Core <see langword="true"/> in Development.
    /// </summary>
    public bool ValidateServices { get; set; }
}
