using Agnt5.Protocol;

namespace Agnt5;

/// <content>Who may invoke the endpoint.</content>
public sealed partial class ServerlessOptions
{
    /// <summary>
    /// The secret that signs invokes (protocol section 3). Default: the environment variables <c>AGNT5_SERVERLESS_SIGNING_SECRET</c>,
    /// <c>AGNT5_WORKERLESS_SIGNING_SECRET</c> and <c>WORKERLESS_SIGNING_SECRET</c>, in this order.
    /// </summary>
    public string? SigningSecret { get; set; }

    /// <summary>
    /// Resolves the secrets that are valid now: return the current and the previous one to rotate without downtime. Blank entries count as absent. Takes the place of <see cref="SigningSecret"/>.
    /// Without any secret, and while it throws, no invoke is accepted, whatever <see cref="AllowUnsigned"/> says.
    /// </summary>
    /// <remarks>
    /// The answer is held for <see cref="SigningSecretCacheTime"/> and counts for all requests. There is one question at a time, which all waiting invokes share, so its token fires when the resolver
    /// takes longer than 30 seconds and not when a caller leaves. Only invokes whose headers are in order ask. A signature that matches no held secret asks again, at most once a second; an answer
    /// without secrets, and a failure, are held for a second (protocol section 3).
    /// </remarks>
    public Func<CancellationToken, ValueTask<IReadOnlyList<string>>>? SigningSecretResolver { get; set; }

    /// <summary>
    /// How long an answer of <see cref="SigningSecretResolver"/> is held, up to an hour: a secret that it no longer returns is accepted for so long, and a new one at once. Zero asks at each invoke.
    /// Default: 30 seconds.
    /// </summary>
    public TimeSpan SigningSecretCacheTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Like <see cref="SigningSecretResolver"/>, but asked at each invoke whose headers are in order, and nothing is held: the answer belongs to the request. It gets the
    /// <see cref="ServerlessRequest.HostContext"/> of the request: for platforms whose secrets come with each request. The host decides the context's type: in ASP.NET Core it is the
    /// <c>HttpContext</c>. Nobody has verified the request yet. Takes the place of <see cref="SigningSecret"/>.
    /// </summary>
    public Func<object?, CancellationToken, ValueTask<IReadOnlyList<string>>>? RequestSigningSecretResolver { get; set; }

    /// <summary>
    /// How far the time of a signature may be from this server's, on either side: from 1 second to 1 hour (protocol section 3). A signed request is valid for so long after its stamp: for twice the
    /// window, when it was stamped ahead. Default: 5 minutes.
    /// </summary>
    public TimeSpan SignatureWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Remembers signed requests, so that one that was captured runs nothing when it is sent again within the <see cref="SignatureWindow"/>: its caller gets the first answer, or 409
    /// <c>WORKERLESS_ATTEMPT_REPEATED</c> (protocol section 3). Unsigned requests are not remembered. <c>MapAgnt5Mcp</c> remembers here for an hour which
    /// approvals were used. Default: <see langword="null"/>, so that a request may come more than once.
    /// </summary>
    /// <example><c>options.SeenRequests = new MemorySeenRequests();</c></example>
    public SeenRequests? SeenRequests { get; set; }

    /// <summary>
    /// Refuses a signed request whose body names another run or attempt than its attempt id (protocol section 3), with 401 <c>WORKERLESS_SIGNATURE_INVALID</c>. Only attempt ids of the form
    /// <c>{run_id}:{attempt}</c> are compared. Default: <see langword="false"/>.
    /// </summary>
    public bool RequireMatchingAttempt { get; set; }

    /// <summary>Whether a secret is configured: by a resolver, by <see cref="SigningSecret"/> or by the environment.</summary>
    public bool HasSigningSecret => SigningSecretResolver is not null || RequestSigningSecretResolver is not null || SigningSecrets.Configured(this) is not null;

    /// <summary>The host's own HMAC-SHA256. Default: <see langword="null"/>, for the framework's.</summary>
    internal MacFunction? HostMac { get; set; }

    /// <summary>Why <see cref="DevelopmentSecret"/> gave no secret, for <see cref="DevelopmentGuide"/>.</summary>
    internal string? SecretProblem { get; set; }

    /// <summary>
    /// Accepts unsigned invokes while no secret resolves (protocol section 3). It never bypasses a secret that is configured. For
    /// development only: it warns at start-up, and outside of Development (<see cref="IsDevelopment"/>) the endpoint does not start with it. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>
    /// Lets an endpoint start with <see cref="AllowUnsigned"/> outside of Development, for test servers and for endpoints that the network hides from everyone but AGNT5. It does nothing
    /// alone. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowUnsignedInProduction { get; set; }
}
