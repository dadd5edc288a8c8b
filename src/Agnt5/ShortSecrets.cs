using System.Text;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>Warns once of a signing secret that is too short: whoever has one signed request can try secrets against it.</summary>
internal sealed class ShortSecrets(ILogger logger)
{
    private const int LeastBytes = 16;

    private bool _isReported;
    private IReadOnlyList<string>? _long;

    /// <param name="secrets">The secrets, already trimmed.</param>
    public void Report(IReadOnlyList<string> secrets)
    {
        // Most requests have the list of the one before.
        if (_isReported || ReferenceEquals(secrets, _long))
            return;

        for (var i = 0; i < secrets.Count; i++)
        {
            if (Encoding.UTF8.GetByteCount(secrets[i]) < LeastBytes && !Interlocked.Exchange(ref _isReported, true))
                EndpointLog.SecretShort(logger);
        }

        _long = secrets;
    }
}
