using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.AspNetCore;

/// <summary>A signing secret for one run in Development, so that the first invoke works without any set-up. It is never made anywhere else.</summary>
internal sealed class DevelopmentSecret
{
    /// <summary>The secret, or <see langword="null"/> when one is configured. It was made here, so it may be shown.</summary>
    public string? Value { get; private set; }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<DevelopmentSecret>();
        services.AddOptions<ServerlessOptions>().PostConfigure<DevelopmentSecret>(static (options, secret) => secret.Provide(options));
    }

    private void Provide(ServerlessOptions options)
    {
        if (options.HasSigningSecret || options.AllowUnsigned)
            return;

        Value ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        options.SigningSecret = Value;
    }
}
