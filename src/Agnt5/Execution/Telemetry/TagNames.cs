namespace Agnt5.Execution.Telemetry;

/// <summary>The tags of spans and measurements (see <see cref="Agnt5Telemetry"/>).</summary>
internal static class TagNames
{
    public const string RunId = "agnt5.run_id";
    public const string Component = "agnt5.component";
    public const string ComponentType = "agnt5.component_type";
    public const string Attempt = "agnt5.attempt";
    public const string Outcome = "agnt5.outcome";
    public const string SuspensionReason = "agnt5.suspension.reason";
    public const string Step = "agnt5.step";
    public const string StepAttempt = "agnt5.step.attempt";
    public const string ErrorCode = "agnt5.error.code";
    public const string ErrorType = "error.type";
    public const string PayloadDirection = "agnt5.payload.direction";
}
