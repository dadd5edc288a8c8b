using System.Text.Json;

namespace Agnt5.Cli.Output;

/// <summary>The gateway's word for a status, for example <c>retry_delayed</c>.</summary>
internal static class StatusText
{
    public static string Of(RunStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}
