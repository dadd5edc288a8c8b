using Agnt5.Lambda.Events;
using Agnt5.Lambda.Logging;
using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Runtime;

/// <summary>Takes one event after the other from the runtime API, and answers each. No event ends it.</summary>
/// <param name="api">The runtime API.</param>
/// <param name="endpoint">What answers.</param>
/// <param name="builder">What the program has set.</param>
/// <param name="logger">The log.</param>
internal sealed class EventLoop(RuntimeApi api, ServerlessEndpoint endpoint, LambdaHostBuilder builder, ILogger logger)
{
    private readonly EventReader _reader = new(builder.PathBase);

    /// <param name="stop">Ends the loop between two events. The event that is handled is answered first.</param>
    /// <exception cref="RuntimeApiException">There are no more events.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Invocation invocation;
            try
            {
                invocation = await api.NextAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await HandleAsync(invocation).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(Invocation invocation)
    {
        LambdaLog.RequestId = invocation.RequestId;
        try
        {
            await AnswerAsync(invocation).ConfigureAwait(false);
        }
        catch (UnknownEventException exception)
        {
            LambdaHostLog.UnknownEvent(logger, exception.Message);
            await FailAsync(invocation, FunctionError.UnknownEvent(exception.Message)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LambdaHostLog.NotAnswered(logger, exception);
            await FailAsync(invocation, FunctionError.NotAnswered).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(Invocation invocation)
    {
        // AWS asks runtimes to set it, and SDKs of AWS read it.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceHeader);
        var http = _reader.Read(invocation.Event, invocation.Deadline - builder.DeadlineMargin);
        using var activity = EventTrace.Continue(http.Request, invocation.TraceHeader);
        // Nobody tells when the caller leaves.
        using var answer = await endpoint.HandleAsync(http.Request, CancellationToken.None).ConfigureAwait(false);
        await SendAsync(invocation, HttpAnswer.Of(answer), http.Source).ConfigureAwait(false);
    }

    private Task SendAsync(Invocation invocation, HttpAnswer answer, EventSource source) => builder.StreamResponses && source.CanStream
        ? api.StreamAsync(invocation.RequestId, StreamedAnswer.Write(answer), StreamedAnswer.ContentType)
        : api.RespondAsync(invocation.RequestId, BufferedAnswer.Write(answer, source));

    // An answer that came too late, or was refused, is lost. The next event need not be.
    private async Task FailAsync(Invocation invocation, FunctionError error)
    {
        try
        {
            await api.FailAsync(invocation.RequestId, error).ConfigureAwait(false);
        }
        catch (RuntimeApiException exception)
        {
            LambdaHostLog.ErrorNotTaken(logger, exception.Message);
        }
    }
}
