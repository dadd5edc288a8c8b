namespace Agnt5;

/// <summary>Says where the gateway is, who calls it, and how much the client takes from it.</summary>
public sealed class Agnt5ClientOptions
{
    /// <summary>The gateway of AGNT5, which is called where no other is named.</summary>
    public static Uri DefaultGateway { get; } = new("https://gw.agnt5.com");

    /// <summary>The gateway's address. Default: <see cref="DefaultGateway"/>. The local AGNT5 is at <c>http://localhost:34181</c>.</summary>
    public Uri Gateway { get; set; } = DefaultGateway;

    /// <summary>A service key (<c>agnt5_sk_…</c>) or user key (<c>agnt5_uk_…</c>). It is sent as <c>X-API-KEY</c>, and stands in no message and no log.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A token to call with in place of a key, with <see cref="WorkspaceId"/> and <see cref="ProjectId"/>.</summary>
    public string? BearerToken { get; set; }

    /// <summary>The workspace that <see cref="BearerToken"/> works in.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>The project that <see cref="BearerToken"/> works in.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The deployment that new runs go to. Default: the active one of the environment that the key was made for. <see cref="CallOptions.DeploymentId"/> wins.</summary>
    public string? DeploymentId { get; set; }

    /// <summary>The tenant of all calls: 1 to 64 letters, digits, <c>-</c> and <c>_</c>. <see cref="CallOptions.TenantId"/> wins.</summary>
    public string? TenantId { get; set; }

    /// <summary>How long the gateway may take to answer a call. A call that waits for a run may take that wait longer. Default: 45 seconds. Streams have no limit once they have begun.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The largest answer that is read, in bytes. Default: 64 MiB. A larger one is an <see cref="Agnt5Exception"/> with the code <see cref="Agnt5ClientErrors.AnswerTooLarge"/>.</summary>
    public int MaxAnswerBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The largest event of a stream that is read, in bytes. Default: 16 MiB.</summary>
    public int MaxEventBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Whether an address with <c>http://</c> may be another machine. The key would cross the network in clear text, so only a network of your own is a place for it. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowHttp { get; set; }

    /// <summary>The clock of waits and time limits. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Reads the options that the environment has: <c>AGNT5_GATEWAY_URL</c>, <c>AGNT5_API_KEY</c>, <c>AGNT5_TENANT_ID</c> and <c>AGNT5_DEPLOYMENT_ID</c>. What is not set, or empty, keeps its default.
    /// </summary>
    /// <exception cref="ArgumentException"><c>AGNT5_GATEWAY_URL</c> is no absolute address.</exception>
    public static Agnt5ClientOptions FromEnvironment()
    {
        var options = new Agnt5ClientOptions();
        options.Apply(Environment.GetEnvironmentVariable);
        return options;
    }

    internal Agnt5ClientOptions Copy() => (Agnt5ClientOptions)MemberwiseClone();

    /// <summary>Sets what the settings have.</summary>
    internal void Apply(Func<string, string?> setting)
    {
        if (Read("AGNT5_GATEWAY_URL") is { } address)
            Gateway = Uri.TryCreate(address, UriKind.Absolute, out var gateway) ? gateway : throw new ArgumentException("AGNT5_GATEWAY_URL is no absolute address. Write it as https://gw.agnt5.com.");
        ApiKey = Read("AGNT5_API_KEY") ?? ApiKey;
        TenantId = Read("AGNT5_TENANT_ID") ?? TenantId;
        DeploymentId = Read("AGNT5_DEPLOYMENT_ID") ?? DeploymentId;

        string? Read(string name) => setting(name)?.Trim() is { Length: > 0 } text ? text : null;
    }
}
