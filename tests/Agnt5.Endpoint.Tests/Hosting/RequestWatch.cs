using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>One way to observe the requests of ASP.NET Core, from now until it is disposed.</summary>
public sealed class RequestWatch : IDisposable
{
    public static readonly string[] Kinds = ["trace", "trace of AGNT5", "metric", "diagnostics", "event"];

    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _kind;
    private readonly IDisposable _watch;

    public RequestWatch(string kind, IServiceProvider services)
    {
        _kind = kind;
        _watch = kind switch
        {
            "trace" => Trace("Microsoft.AspNetCore"),
            "trace of AGNT5" => Trace(Agnt5Telemetry.ActivitySourceName),
            "metric" => Metric(),
            "diagnostics" => services.GetRequiredService<DiagnosticListener>().Subscribe(new Observer(_seen)),
            _ => new Events(_seen),
        };
    }

    /// <summary>Waits until a request was seen.</summary>
    public async Task WaitAsync()
    {
        if (await Task.WhenAny(_seen.Task, Task.Delay(TimeSpan.FromSeconds(20))) != _seen.Task)
            Assert.Fail($"No {_kind} of a request.");
    }

    public void Dispose() => _watch.Dispose();

    private ActivityListener Trace(string source)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ => _seen.TrySetResult(),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Metric()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "http.server.request.duration")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => _seen.TrySetResult());
        listener.Start();
        return listener;
    }

    private sealed class Observer(TaskCompletionSource seen) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value) => seen.TrySetResult();
    }

    private sealed class Events(TaskCompletionSource seen) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft.AspNetCore.Hosting")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        // The base class calls it before the constructor is done.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) => seen?.TrySetResult();
    }
}
