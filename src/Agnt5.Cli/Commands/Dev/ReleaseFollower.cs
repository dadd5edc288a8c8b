using Agnt5.Local;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>
/// Asks the endpoint for its manifest whenever its process may be another one, and syncs each manifest that is new. A deployment is named by its manifest: an edit that leaves the manifest as it is
/// belongs to the same deployment, another one gets its own. All have the same address, so paused runs of any of them go on in the code that there is now.
/// </summary>
/// <param name="engine">The local AGNT5.</param>
/// <param name="url">Where the endpoint is mounted.</param>
/// <param name="secret">The secret that signs invokes, or <see langword="null"/> to send them unsigned.</param>
/// <param name="screen">What the developer sees.</param>
/// <param name="problem">Why the endpoint is away, where its output is read.</param>
internal sealed class ReleaseFollower(LocalEngine engine, Uri url, string? secret, DevScreen screen, ChildProblem? problem = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PatienceWithBuilds = TimeSpan.FromSeconds(60);

    private ReadOnlyMemory<byte> _synced;
    private string? _told;
    private long? _missedSince;
    private bool _isAway;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var client = new EndpointClient();
        using var connection = Open(client);
        while (true)
        {
            try
            {
                var manifest = await connection.GetManifestAsync(cancellationToken).ConfigureAwait(false);
                if (!manifest.Span.SequenceEqual(_synced.Span))
                    await SyncAsync(manifest, cancellationToken).ConfigureAwait(false);
                else if (_isAway)
                    screen.Back();
                problem?.Clear();
                (_isAway, _told, _missedSince) = (false, null, null);
                await OpenConnection.WaitForEndAsync(url, cancellationToken).ConfigureAwait(false);
            }
            catch (EndpointException exception)
            {
                Missed(exception.Message);
            }
            catch (LocalAgnt5Exception exception)
            {
                Away(exception.Message);
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private HttpConnection Open(EndpointClient client)
    {
        try
        {
            return new(client, new() { Url = url, Secret = secret, RequestTimeoutMs = 60_000 }, TimeProvider.System);
        }
        catch (EndpointException exception)
        {
            throw new CliException(ExitCodes.Usage, exception.Code, exception.Message, exception);
        }
    }

    private async Task SyncAsync(ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken)
    {
        var changed = await engine.SyncAsync(new SyncRequest { Url = url, SigningSecret = secret, ReplacesRouteOwners = true }, cancellationToken).ConfigureAwait(false);
        screen.Synced(changed, manifest, url);
        _synced = manifest;
    }

    private void Missed(string reason)
    {
        if (problem is null || problem.Text is not null)
        {
            Away(problem?.Text ?? reason);
            return;
        }

        // A project is built now, and that takes its time.
        if (_missedSince is null && !_synced.IsEmpty)
            screen.Note("The project has stopped, and is built anew …");
        _missedSince ??= TimeProvider.System.GetTimestamp();
        _isAway = true;
        if (TimeProvider.System.GetElapsedTime(_missedSince.Value) > PatienceWithBuilds)
            Away($"{reason} A project has to listen where --urls or ASPNETCORE_URLS say.");
    }

    // Once for each reason: it is asked again and again.
    private void Away(string reason)
    {
        if (_told == reason)
            return;
        (_isAway, _told) = (true, reason);
        screen.Away(reason);
    }
}
