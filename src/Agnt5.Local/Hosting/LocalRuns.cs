using System.Text.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Local.Hosting;

/// <summary>Shows runs to callers of this process.</summary>
internal static class LocalRuns
{
    public static LocalRun Show(RunState run, LocalEngine engine) => new()
    {
        RunId = run.Spec.RunId,
        ComponentType = Enum.Parse<ComponentType>(run.Spec.ComponentType, ignoreCase: true),
        ComponentName = run.Spec.ComponentName,
        Status = run.Phase switch
        {
            RunPhase.Queued => LocalRunStatus.Queued,
            RunPhase.Running => LocalRunStatus.Running,
            RunPhase.RetryDelayed => LocalRunStatus.RetryDelayed,
            RunPhase.Paused => LocalRunStatus.Paused,
            RunPhase.Completed => LocalRunStatus.Completed,
            RunPhase.Failed => LocalRunStatus.Failed,
            _ => LocalRunStatus.Cancelled,
        },
        Output = run.Phase == RunPhase.Completed ? Parse(engine.ReadOutput(run)) : null,
        ErrorCode = run.Outcome?.ErrorCode,
        ErrorMessage = run.Outcome?.ErrorMessage,
        Question = (run.Pause as QuestionPause)?.Question,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(run.Spec.CreatedAtMs),
        StartedAt = Time(run.StartedAtMs),
        EndedAt = Time(run.EndedAtMs),
    };

    private static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return null;
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDepth.Default });
        return document.RootElement.Clone();
    }

    private static DateTimeOffset? Time(long? unixMs) => unixMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
