using System.IO.Pipelines;
using System.Net;
using Agnt5;

namespace OwnHost;

/// <summary>Serves an endpoint over <see cref="HttpListener"/>, a web server that knows nothing of AGNT5.</summary>
internal sealed class ListenerHost(ServerlessEndpoint endpoint, string address)
{
    /// <summary>Serves until it is told to stop, and then lets running invocations finish.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var listener = new HttpListener { Prefixes = { address }, IgnoreWriteExceptions = true };
        listener.Start();
        var running = new List<Task>();
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync().WaitAsync(stop);
                running.RemoveAll(static task => task.IsCompleted);
                running.Add(AnswerAsync(context));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        // HttpListener does not tell when a caller leaves, so there is no token to pass on.
        var request = new ListenerRequest(context.Request);
        using var answer = await endpoint.HandleAsync(request, CancellationToken.None);

        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        if (answer.RetryAfter is { } time)
            response.Headers["Retry-After"] = $"{time.TotalSeconds:0}";
        // A refused body may not have been read to its end, and the next request must not begin with the rest.
        response.KeepAlive = answer.StatusCode < 400;
        response.ContentType = ServerlessResponse.ContentType;
        response.ContentLength64 = answer.Body.Length;
        await response.OutputStream.WriteAsync(answer.Body);
        if (!response.KeepAlive)
            await SkipRestAsync(request.Body);
        await request.Body.CompleteAsync();
        // Not disposed: that would end the connection, which the caller was told it may use again.
        response.Close();
    }

    // Closing a connection with unread bytes resets it, and the caller may lose the answer. So the rest of the body gets five seconds.
    private static async Task SkipRestAsync(PipeReader body)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception exception) when (exception is IOException or HttpListenerException or ObjectDisposedException or OperationCanceledException)
        {
            // The caller left, or sends too slowly.
        }
    }

    // HttpListener cannot end a read, and the endpoint must be able to: a body may take too long. So the endpoint reads from a pipe, which can.
    private static PipeReader Pump(Stream body)
    {
        var pipe = new Pipe();
        _ = PumpAsync();
        return pipe.Reader;

        async Task PumpAsync()
        {
            try
            {
                await body.CopyToAsync(pipe.Writer);
                await pipe.Writer.CompleteAsync();
            }
            catch (Exception exception)
            {
                // The body has broken off, or its connection was closed.
                await pipe.Writer.CompleteAsync(exception);
            }
        }
    }

    private sealed class ListenerRequest(HttpListenerRequest request) : ServerlessRequest
    {
        public override string Method => request.HttpMethod;

        // A target in absolute form has scheme and authority before the path.
        public override string Path => request.RawUrl!.Split('?')[0] switch
        {
            ['/', ..] path => path,
            var target => $"/{target.Split('/', 4).ElementAtOrDefault(3)}",
        };

        public override long? ContentLength => request.ContentLength64 < 0 ? null : request.ContentLength64;

        public override PipeReader Body { get; } = Pump(request.InputStream);

        // Several headers of one name come as one text, with commas between them.
        public override string? Header(string name) => request.Headers[name];
    }
}
