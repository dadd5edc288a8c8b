namespace Agnt5.Client.Tests.Harness;

/// <summary>Clients of a scripted gateway.</summary>
internal static class Clients
{
    public const string Key = "agnt5_sk_0123456789abcdef";

    public static Agnt5Client Of(ScriptedGateway gateway, TimeProvider? time = null, Action<Agnt5ClientOptions>? configure = null)
    {
        // Longer than a minute, so that it never ends by itself on an InstantTime.
        var options = new Agnt5ClientOptions { Gateway = gateway.Address, ApiKey = Key, TimeProvider = time ?? new InstantTime(), Timeout = TimeSpan.FromMinutes(10) };
        configure?.Invoke(options);
        return new(options);
    }
}
