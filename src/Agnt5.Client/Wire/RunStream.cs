using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>
/// The events of one run, over as many connections as it takes. The first may start the run; what follows reads its events, and passes over those that were given already. Without numbers
/// nobody can tell which those are, so a stream without them does not go on.
/// </summary>
internal sealed class RunStream(Gateway gateway, CallOptions? options, GatewayCall? start, string? runId)
{
    private const int AttemptsInARow = 5;

    // A connection that lasted this long was closed because nothing happened, and says nothing against the next.
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private string? _runId = runId;
    private long? _last;
    private bool _hasUnnumbered;
    private bool _hasEnded;

    /// <summary>The events, for each that reads them from the first on.</summary>
    public static async IAsyncEnumerable<RunEvent> ReadAsync(
        Gateway gateway, CallOptions? options, GatewayCall? start, string? runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var happened in new RunStream(gateway, options, start, runId).ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return happened;
    }

    private async IAsyncEnumerable<RunEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var attempts = 0;
        while (true)
        {
            var call = NextCall();
            Exception? cause = null;
            var begun = gateway.Options.TimeProvider.GetTimestamp();
            var events = ConnectionAsync(call, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (events.ConfigureAwait(false))
            {
                while (true)
                {
                    RunEvent happened;
                    try
                    {
                        if (!await events.MoveNextAsync().ConfigureAwait(false))
                            break;
                        happened = events.Current;
                    }
                    catch (Exception exception) when (IsLoss(exception))
                    {
                        cause = exception;
                        break;
                    }

                    if (IsNew(happened))
                    {
                        attempts = 0;
                        yield return happened;
                    }

                    // The connection may stay open for long.
                    if (_hasEnded)
                        yield break;
                }
            }

            if (_hasEnded)
                yield break;
            if (gateway.Options.TimeProvider.GetElapsedTime(begun) > Lasting)
                attempts = 0;
            if (!MayGoOn() || ++attempts >= AttemptsInARow)
                throw cause as Agnt5Exception ?? gateway.Errors.Cut(call, cause, _runId);
            await Task.Delay(FirstPause * (1 << attempts), gateway.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // The start of a run that nobody knows yet may be made again only where its key makes it the same run.
    private GatewayCall NextCall() => start is not null && (_runId is null || (_last is null && start.IsRepeatable)) ? start : new()
    {
        Method = HttpMethod.Get,
        Path = GatewayPath.Run(_runId!, "/events"),
        Options = options is RunOptions run ? new CallOptions { TenantId = run.TenantId } : options,
        RunId = _runId,
        IsStream = true,
        IsRepeatable = true,
    };

    private bool MayGoOn() => !_hasUnnumbered && (_runId is not null || start is { IsRepeatable: true });

    private bool IsLoss(Exception exception) => exception switch
    {
        // A first connection that cannot be made, or is refused, is for the caller to know.
        Agnt5Exception { Code: Agnt5ClientErrors.ConnectionCut } when start is { IsRepeatable: true } => true,
        Agnt5Exception failure => _last is not null && failure.Code is Agnt5ClientErrors.ConnectionFailed or Agnt5ClientErrors.ConnectionCut
            or Agnt5ClientErrors.RequestTimeout or Agnt5ClientErrors.RateLimited or Agnt5ClientErrors.GatewayFailed,
        _ => exception is IOException or HttpRequestException,
    };

    private bool IsNew(RunEvent happened)
    {
        _runId ??= happened.RunId;
        // Runs that this one starts may end before it.
        _hasEnded |= EventReader.IsEnd(happened) && (happened.RunId is null || happened.RunId == _runId);
        if (happened.Sequence is not { } sequence)
            return _hasUnnumbered = true;
        if (sequence <= _last)
            return false;
        _last = sequence;
        return true;
    }

    private async IAsyncEnumerable<RunEvent> ConnectionAsync(GatewayCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await gateway.OpenStreamAsync(call, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            var sent = ServerSentEvents.ReadAsync(body, gateway.Options.MaxEventBytes, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (sent.ConfigureAwait(false))
            {
                while (await NextAsync(sent, call).ConfigureAwait(false) is { } item)
                {
                    // What is no object is no event of AGNT5: a sign of life of something between, or why the stream ends.
                    if (!AnswerJson.TryParse(item.Data, out var json) || json.ValueKind != JsonValueKind.Object)
                    {
                        if (item.Type == "error")
                            throw Error(default, Encoding.UTF8.GetString(item.Data.Span));
                        continue;
                    }

                    if (json.Flag("done"))
                    {
                        _hasEnded = true;
                        yield break;
                    }

                    if (item.Type == "error")
                        throw Error(json, "");
                    yield return EventReader.Read(json, item.Type);
                }
            }
        }
    }

    private async ValueTask<SentEvent?> NextAsync(IAsyncEnumerator<SentEvent> sent, GatewayCall call)
    {
        try
        {
            return await sent.MoveNextAsync().ConfigureAwait(false) ? sent.Current : null;
        }
        catch (AnswerTooLargeException)
        {
            throw GatewayErrors.TooLarge(call, nameof(gateway.Options.MaxEventBytes), gateway.Options.MaxEventBytes);
        }
    }

    private Agnt5Exception Error(JsonElement json, string said)
    {
        var failure = RunReader.FailureOf(json) ?? RunReader.FailureOf(json.Get("data")) ?? new(Agnt5ClientErrors.RunFailed, json.Text("message") ?? said);
        return gateway.Errors.Ended(new() { RunId = json.Text("run_id") ?? _runId ?? "", Status = RunStatus.Failed, Failure = failure });
    }
}
