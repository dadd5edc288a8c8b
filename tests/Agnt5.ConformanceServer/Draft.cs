using System.Text.Json;

namespace Agnt5.ConformanceServer;

/// <summary>What several workflows draft first. It stays JSON, so that a replay hands on whatever was recorded.</summary>
internal static class Draft
{
    private static readonly JsonDocument Document = JsonDocument.Parse("""{"title":"AGNT5"}""");

    public static JsonElement Write() => Document.RootElement;
}
