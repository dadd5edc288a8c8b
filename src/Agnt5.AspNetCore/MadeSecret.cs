using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.AspNetCore;

/// <summary>Remembers the signing secret that was made for this run, so that it can be shown. Development alone adds it.</summary>
internal sealed class MadeSecret
{
    /// <summary>The secret, or <see langword="null"/> when one is configured.</summary>
    public string? Value { get; private set; }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<MadeSecret>();
        services.AddOptions<ServerlessOptions>().PostConfigure<MadeSecret>(static (options, made) => made.Provide(options));
    }

    // Options that are made a second time keep the secret that was shown.
    private void Provide(ServerlessOptions options)
    {
        if (Value is not null && !options.HasSigningSecret)
            options.SigningSecret = Value;
        else
            Value ??= DevelopmentSecret.MakeIfMissing(options);
    }
}
