namespace Agnt5.Client.Wire;

/// <summary>Who calls: the headers that say so, and nothing else that would.</summary>
internal sealed class Credentials
{
    private readonly string? _key;
    private readonly string? _token;
    private readonly string? _workspace;
    private readonly string? _project;

    /// <exception cref="ArgumentException">The options name no caller, two, or half of one.</exception>
    public Credentials(Agnt5ClientOptions options)
    {
        (_key, _token) = (Checked(options.ApiKey, nameof(options.ApiKey)), Checked(options.BearerToken, nameof(options.BearerToken)));
        (_workspace, _project) = (HeaderText.Checked(options.WorkspaceId, nameof(options.WorkspaceId)), HeaderText.Checked(options.ProjectId, nameof(options.ProjectId)));
        if (_key is not null && _token is not null)
            throw new ArgumentException("ApiKey and BearerToken are both set. Set the one that the calls are made with.", nameof(options));
        if (_token is not null && (_workspace is null || _project is null))
            throw new ArgumentException("BearerToken needs WorkspaceId and ProjectId: a token alone does not say where it works.", nameof(options));
    }

    public bool IsEmpty => _key is null && _token is null;

    public void Write(HttpRequestMessage request)
    {
        if (_key is not null)
            request.Headers.TryAddWithoutValidation("X-API-KEY", _key);
        if (_token is null)
            return;
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_token}");
        request.Headers.TryAddWithoutValidation("X-WORKSPACE-ID", _workspace);
        request.Headers.TryAddWithoutValidation("X-PROJECT-ID", _project);
    }

    /// <summary>A text of the gateway without the secret, should it repeat it.</summary>
    public string Hide(string text) => (_key ?? _token) is { } secret ? text.Replace(secret, "***", StringComparison.Ordinal) : text;

    // The message must not repeat the value: it is a secret.
    private static string? Checked(string? secret, string name) =>
        secret?.Trim() is not { Length: > 0 } text ? null
        : text.All(static sign => sign is > ' ' and <= '~') ? text
        : throw new ArgumentException($"{name} has characters that no key has, such as a line break. Copy it again.", name);
}
