using System.Text;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Warns once of a signing secret that is too short: whoever has one signed request can try secrets against it.</summary>
internal sealed class ShortSecrets(ILogger logger)
{
    private const int LeastBytes = 16;

    private bool _isReported;

    /// <param name="secrets">The secrets, already trimmed.</param>
    public void Report(IReadOnlyList<string> secrets)
    {
        if (_isReported)
            return;

        for (var i = 0; i < secrets.Count; i++)
        {
            if (Encoding.UTF8.GetByteCount(secrets[i]) < LeastBytes && !Interlocked.Exchange(ref _isReported, true))
                EndpointLog.SecretShort(logger);
        }
    }
}
