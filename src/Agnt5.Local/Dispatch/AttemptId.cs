using System.Globalization;

namespace Agnt5.Local.Dispatch;

/// <summary>The signed id of an attempt (protocol section 3).</summary>
internal static class AttemptId
{
    public static string Of(InvokeRequest request) => string.Create(CultureInfo.InvariantCulture, $"{request.RunId}:{request.Attempt}");
}
