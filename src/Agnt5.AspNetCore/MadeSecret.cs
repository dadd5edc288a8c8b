using Microsoft.Extensions.Hosting;

namespace Agnt5.AspNetCore;

/// <summary>Gives the options a signing secret in Development, where none is configured, and remembers where it is kept.</summary>
internal sealed class MadeSecret
{
    /// <summary>The file that holds the secret, or <see langword="null"/> when none was made.</summary>
    public string? File { get; private set; }

    /// <param name="options">The options.</param>
    /// <param name="environment">The host's environment alone counts: an option that says Development makes no secret.</param>
    public void Provide(ServerlessOptions options, IHostEnvironment? environment)
    {
        if (environment?.IsDevelopment() == true)
            File = DevelopmentSecret.MakeIfMissing(options);
    }
}
