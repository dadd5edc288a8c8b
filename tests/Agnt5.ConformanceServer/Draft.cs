using System.Text.Json;

namespace Agnt5.ConformanceServer;

/// <summary>The draft that several workflows make first. It stays JSON, so that a replay passes the record on unchanged.</summary>
internal static class Draft
{
    private static readonly JsonDocument Document = JsonDocument.Parse("""{"title":"AGNT5"}""");

    public static JsonElement Write() => Document.RootElement;
}
