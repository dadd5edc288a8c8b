using System.Diagnostics;

namespace Agnt5.Execution.Telemetry;

/// <summary>What traces call a step. A step of the user's goes by its name; those that the engine makes for an agent go by OpenTelemetry's conventions for generative AI.</summary>
/// <param name="Name">The step's name, or the whole name of the span.</param>
/// <param name="Own">What the engine knows of a step of its own; <see langword="null"/> for one of the user's.</param>
internal readonly record struct StepSpan(string Name, OwnSpan? Own = null)
{
    public string SpanName => Own is null ? $"step {Name}" : Name;

    public ActivityKind Kind => Own?.Kind ?? ActivityKind.Internal;
}

/// <param name="Kind">The kind of span.</param>
/// <param name="Tags">What is known of the step before it runs.</param>
internal sealed record OwnSpan(ActivityKind Kind, KeyValuePair<string, object?>[] Tags);
