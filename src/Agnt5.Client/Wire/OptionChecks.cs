namespace Agnt5.Client.Wire;

/// <summary>Refuses options that no client should be made of.</summary>
internal static class OptionChecks
{
    /// <exception cref="ArgumentException">An option has a value that no client should have.</exception>
    public static void Check(Agnt5ClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        var gateway = options.Gateway;
        if (gateway is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new ArgumentException("Gateway is no http or https address. Write it as https://gw.agnt5.com.", nameof(options));
        if (gateway.UserInfo.Length > 0 || gateway.Query.Length > 0 || gateway.Fragment.Length > 0)
            throw new ArgumentException("Gateway has a user, a query or a fragment. Write the address alone, and the key as ApiKey.", nameof(options));
        if (gateway is { Scheme: "http", IsLoopback: false } && !options.AllowHttp)
        {
            throw new ArgumentException(
                $"The gateway {gateway.GetLeftPart(UriPartial.Authority)} would get the key in clear text. Use https, or set AllowHttp where the network is your own.", nameof(options));
        }

        if (options.Timeout <= TimeSpan.Zero && options.Timeout != Timeout.InfiniteTimeSpan || options.Timeout > TimeSpan.FromDays(1))
            throw new ArgumentException("Timeout is not between 0 and 1 day.", nameof(options));
        if (options.MaxAnswerBytes <= 0 || options.MaxEventBytes <= 0)
            throw new ArgumentException("MaxAnswerBytes and MaxEventBytes are numbers of bytes above 0.", nameof(options));
    }
}
