using System.Text.RegularExpressions;

namespace Agnt5.Agents;

/// <summary>Reads <c>google.rpc.RetryInfo</c>: how long Google's APIs, and others that speak gRPC, ask to wait.</summary>
internal static partial class RetryInfo
{
    // Field numbers of google.rpc.Status, google.protobuf.Any, google.rpc.RetryInfo and google.protobuf.Duration.
    private const int DetailsOfStatus = 3;
    private const int TypeOfAny = 1;
    private const int ValueOfAny = 2;
    private const int DelayOfRetryInfo = 1;
    private const int SecondsOfDuration = 1;
    private const int NanosOfDuration = 2;

    /// <summary>Reads it from an error in JSON: <c>"retryDelay": "34s"</c>.</summary>
    public static TimeSpan? InText(string text) => DelayText().Match(text) is { Success: true } match ? RetryHeaders.Read(match.Groups[1].Value, TimeProvider.System) : null;

    /// <summary>Reads it from a status in the binary form, the trailer <c>grpc-status-details-bin</c>.</summary>
    public static TimeSpan? InStatus(byte[]? status)
    {
        if (status is null)
            return null;

        foreach (var detail in ProtobufFields.In(status).Where(static field => field.Number == DetailsOfStatus))
        {
            var any = ProtobufFields.In(detail.Bytes).ToArray();
            if (any.Any(static field => field.Number == TypeOfAny && field.Bytes.Span.EndsWith("/google.rpc.RetryInfo"u8)))
                return Delay(any.FirstOrDefault(static field => field.Number == ValueOfAny).Bytes);
        }

        return null;
    }

    private static TimeSpan Delay(ReadOnlyMemory<byte> info)
    {
        var duration = ProtobufFields.In(ProtobufFields.In(info).FirstOrDefault(static field => field.Number == DelayOfRetryInfo).Bytes).ToArray();
        var seconds = duration.FirstOrDefault(static field => field.Number == SecondsOfDuration).Value + (duration.FirstOrDefault(static field => field.Number == NanosOfDuration).Value / 1e9);
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e6));
    }

    [GeneratedRegex("\"retryDelay\"\\s*:\\s*\"([\\d.]+s)\"")]
    private static partial Regex DelayText();
}
