using System.Diagnostics;

namespace Agnt5.Execution.Telemetry;

/// <summary>The source of all spans.</summary>
internal static class Spans
{
    public static readonly ActivitySource Source = new(Agnt5Telemetry.ActivitySourceName, SdkVersion.Value);
}
