namespace Agnt5.Client.Wire;

/// <summary>The connections of a client that was not given any.</summary>
internal static class OwnHttp
{
    public static HttpClient Create() => new(Handler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A handler that takes the key nowhere else, and sees within minutes that a name has another address.</summary>
    public static HttpMessageHandler Handler() => OperatingSystem.IsBrowser()
        ? new HttpClientHandler { AllowAutoRedirect = false }
        : new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
}
