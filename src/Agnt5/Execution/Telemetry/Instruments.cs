using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace Agnt5.Execution.Telemetry;

/// <summary>The instruments of all measurements.</summary>
internal static class Instruments
{
    private const string Switch = "System.Diagnostics.Metrics.Meter.IsSupported";

    private static readonly Meter Meter = new(Agnt5Telemetry.MeterName, SdkVersion.Value);

    // The default boundaries of OpenTelemetry fit milliseconds. These are its recommended boundaries for seconds, extended to the duration of long steps.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300] };

    // From a minimal response to the largest payload by reference.
    private static readonly InstrumentAdvice<long> Bytes =
        new() { HistogramBucketBoundaries = [256, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20, 8 << 20, 16 << 20, 64 << 20] };

    // The recommendation of OpenTelemetry's conventions for generative AI.
    private static readonly InstrumentAdvice<long> Tokens =
        new() { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20, 64 << 20] };

    public static readonly Counter<long> Invocations =
        Meter.CreateCounter<long>("agnt5.invocations", "{invocation}", "Slices that ran, by how they ended.");

    public static readonly Histogram<double> InvocationDuration =
        Meter.CreateHistogram("agnt5.invocation.duration", "s", "How long a slice took, from the verified request to its response.", tags: null, Seconds);

    public static readonly Counter<long> Suspensions =
        Meter.CreateCounter<long>("agnt5.suspensions", "{suspension}", "Slices that ended because the run waits.");

    public static readonly Counter<long> StepsExecuted =
        Meter.CreateCounter<long>("agnt5.steps.executed", "{step}", "Attempts of steps that really ran, by how they ended.");

    public static readonly Counter<long> StepsReplayed =
        Meter.CreateCounter<long>("agnt5.steps.replayed", "{step}", "Steps whose recorded outcome was used instead of running them.");

    public static readonly Histogram<double> StepDuration =
        Meter.CreateHistogram("agnt5.step.duration", "s", "How long an attempt of a step took.", tags: null, Seconds);

    public static readonly Histogram<long> PayloadSize =
        Meter.CreateHistogram("agnt5.payload.size", "By", "The sizes of request and response bodies, and of payloads by reference.", tags: null, Bytes);

    public static readonly Histogram<double> ModelDuration =
        Meter.CreateHistogram("gen_ai.client.operation.duration", "s", "How long a call of a model took.", tags: null, Seconds);

    public static readonly Histogram<long> ModelTokens =
        Meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "How many tokens a call of a model used.", tags: null, Tokens);

    /// <summary>Whether anyone listens to a measurement.</summary>
    public static bool AnyoneListens => AreSupported
        && (Invocations.Enabled || InvocationDuration.Enabled || Suspensions.Enabled
            || StepsExecuted.Enabled || StepsReplayed.Enabled || StepDuration.Enabled || PayloadSize.Enabled || ModelDuration.Enabled || ModelTokens.Enabled);

    // Off in programs that are published without meters, such as those for JavaScript hosts. There, no instrument is made, and trimming leaves them out.
    [FeatureSwitchDefinition(Switch)]
    private static bool AreSupported => !AppContext.TryGetSwitch(Switch, out var isOn) || isOn;
}
