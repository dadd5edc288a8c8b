using System.Diagnostics;
using Agnt5.Primitives;

namespace Agnt5.Execution.Telemetry;

/// <summary>The name of a step in traces. A user's step goes by its name. The engine's steps for an agent follow OpenTelemetry's conventions for generative AI.</summary>
/// <param name="Name">The step's name, or the whole name of the span.</param>
/// <param name="Own">The span's details for one of the engine's own steps; <see langword="null"/> for a user's step.</param>
internal readonly record struct StepSpan(string Name, OwnSpan? Own = null)
{
    public string SpanName => Own is null ? $"step {CallerText.Shorten(Name)}" : Name;

    public ActivityKind Kind => Own?.Kind ?? ActivityKind.Internal;
}

/// <param name="Kind">The kind of span.</param>
/// <param name="Tags">The tags that are known before the step runs.</param>
internal sealed record OwnSpan(ActivityKind Kind, KeyValuePair<string, object?>[] Tags);
