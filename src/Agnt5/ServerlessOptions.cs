namespace Agnt5;

/// <summary>How a serverless endpoint presents and protects itself.</summary>
public sealed partial class ServerlessOptions
{
    /// <summary>The service's name in the manifest (protocol section 2). Left out of the manifest when it is not set.</summary>
    public string? ServiceName { get; set; }

    /// <summary>The service's version in the manifest (protocol section 2). Hosts fill it in when it is not set.</summary>
    public string? ServiceVersion { get; set; }

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

    /// <summary>
    /// Reads a variable of the environment that counts for a request: for hosts whose environment comes with each request. The first argument is the <see cref="ServerlessRequest.HostContext"/>, or
    /// <see langword="null"/> when the endpoint starts. Default: the environment of the process.
    /// </summary>
    internal Func<object?, string, string?>? RequestVariable { get; set; }

    /// <summary>A variable of the environment that counts for a request.</summary>
    /// <param name="request">The request; <see langword="null"/> when the endpoint starts.</param>
    /// <param name="name">The variable's name.</param>
    internal string? VariableOf(ServerlessRequest? request, string name) =>
        RequestVariable is { } variables ? variables(request?.HostContext, name) : Environment.GetEnvironmentVariable(name);

    /// <summary>What may be reached to fetch large inputs and to store large outputs (protocol section 7). Default: any public host.</summary>
    public OutboundGuardOptions OutboundGuard { get; } = new();

    /// <summary>
    /// Whether a failed response carries the checkpoint, so that finished steps survive a retry (protocol section 5). Without the checkpoint, a run that has reacted to a step's
    /// failure, for example with a compensation, is not retried: the retry would not know of the reaction. Default: <see langword="true"/>.
    /// </summary>
    public bool CheckpointOnFailure { get; set; } = true;

    /// <summary>
    /// Checks when the endpoint is created that every service that a component asks for is registered, and names all that are not in one message. What those services need themselves is
    /// not checked. Default: <see langword="false"/>; in ASP.NET Core <see langword="true"/> in Development.
    /// </summary>
    public bool ValidateServices { get; set; }

    /// <summary>
    /// Whether the endpoint runs on a developer's machine: what is convenient there and open elsewhere follows it. Default: whether the environment variable <c>ASPNETCORE_ENVIRONMENT</c>, else
    /// <c>DOTNET_ENVIRONMENT</c>, is <c>Development</c>; in ASP.NET Core whether the host's environment is.
    /// </summary>
    public bool IsDevelopment { get; set; } = string.Equals(
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"), "Development", StringComparison.OrdinalIgnoreCase);
}
