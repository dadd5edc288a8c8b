using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Gateway.Http;
using Agnt5.Primitives;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>
/// Streams the events of a run as server-sent events, until it has ended: <c>id</c> is the event's sequence, so that a client that was cut off goes on with <c>Last-Event-ID</c>. While nothing
/// happens, comments keep the connection alive. The last data is <c>{"done": true}</c>; a stream that ends without it was cut off.
/// </summary>
internal static class EventStream
{
    private const int MostAtOnce = 64 * 1024;

    private static readonly ReadOnlyMemory<byte> Done = "data: {\"done\": true}\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> SignOfLife = ": alive\n\n"u8.ToArray();

    /// <exception cref="Hosting.EngineException">There is no such run.</exception>
    public static async Task WriteAsync(GatewayCall call, string runId, long afterSequence)
    {
        // An unknown run is a 404 and no stream.
        _ = call.Engine.GetRun(runId);
        var response = call.Http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // Proxies that collect answers before they pass them on let this one through.
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await response.StartAsync(call.Ended).ConfigureAwait(false);
            await WriteEventsAsync(call, runId, afterSequence, response.BodyWriter).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.Ended.IsCancellationRequested)
        {
            // The caller has left, or the gateway stops: the stream ends here, and can be gone on with.
        }
    }

    private static async Task WriteEventsAsync(GatewayCall call, string runId, long afterSequence, PipeWriter output)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(call.Ended);
        var events = call.Engine.WatchJournalAsync(runId, afterSequence, watching.Token).GetAsyncEnumerator(watching.Token);
        await using (events.ConfigureAwait(false))
        {
            var next = events.MoveNextAsync().AsTask();
            try
            {
                while (await NextAsync(call, next, output).ConfigureAwait(false))
                {
                    Write(output, runId, events.Current);
                    next = events.MoveNextAsync().AsTask();
                }
            }
            finally
            {
                // What is enumerated cannot be disposed while it is asked for its next item.
                await watching.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await output.WriteAsync(Done, call.Ended).ConfigureAwait(false);
    }

    // What is there already goes out in one piece, and what comes later at once.
    private static async Task<bool> NextAsync(GatewayCall call, Task<bool> next, PipeWriter output)
    {
        if (!next.IsCompleted || output.UnflushedBytes > MostAtOnce)
            await output.FlushAsync(call.Ended).ConfigureAwait(false);
        if (!next.IsCompleted)
            await KeepAliveAsync(call, next, output).ConfigureAwait(false);
        return await next.ConfigureAwait(false);
    }

    private static async Task KeepAliveAsync(GatewayCall call, Task next, PipeWriter output)
    {
        while (true)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(call.Ended);
            var silence = Task.Delay(call.Server.Options.KeepAlive, call.Server.Time, over.Token);
            var first = await Task.WhenAny(next, silence).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            if (first == next || call.Ended.IsCancellationRequested)
                return;
            await output.WriteAsync(SignOfLife, call.Ended).ConfigureAwait(false);
        }
    }

    private static void Write(PipeWriter output, string runId, JournalEntry entry)
    {
        // The names of an endpoint's own events are text of its own, and a line ends with a line break.
        var name = CallerText.Clean(entry.EventType);
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {entry.Sequence}\nevent: {name}\ndata: "), output);
        WriteData(output, JsonBytes.Write((runId, entry), static (json, of) => EventJson.Write(json, of.runId, of.entry)));
        Encoding.UTF8.GetBytes("\n\n", output);
    }

    // JSON that only passes through may stand on several lines.
    private static void WriteData(PipeWriter output, ReadOnlySpan<byte> json)
    {
        while (json.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            output.Write(json[..end]);
            Encoding.UTF8.GetBytes(" ", output);
            json = json[(end + 1)..];
        }

        output.Write(json);
    }
}
