using System.Text.Json;

namespace Agnt5.Lambda.Events;

/// <summary>Looks into events, whose members may be missing, <see langword="null"/> or of another kind.</summary>
internal static class EventMembers
{
    /// <summary>A member of an object, if it is there and of this kind.</summary>
    public static JsonElement? Find(this JsonElement parent, string name, JsonValueKind kind = JsonValueKind.String) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;
}
