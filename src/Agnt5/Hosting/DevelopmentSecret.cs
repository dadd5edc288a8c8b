using System.Security.Cryptography;

namespace Agnt5;

/// <summary>A signing secret for one run of a program in development, so that the first invoke works without any set-up.</summary>
public static class DevelopmentSecret
{
    /// <summary>Makes a secret where the options need one and have none. Call it in development only: whoever reads the program's output then knows the secret.</summary>
    /// <param name="options">The options, which get the secret.</param>
    /// <returns>The secret, which may be shown since it was made here; <see langword="null"/> when one is configured, or when unsigned invokes are allowed.</returns>
    public static string? MakeIfMissing(ServerlessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HasSigningSecret || options.AllowUnsigned)
            return null;

        return options.SigningSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    }
}
