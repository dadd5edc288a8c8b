using System.Text.Json;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Reads <c>flow_control.priority</c>: a level or a number. Only AGNT5 knows the numbers of its levels; here they leave room on both sides and between them.</summary>
internal static class PriorityImport
{
    public const int Interactive = 100;
    public const int Normal = 0;
    public const int Batch = -100;

    public static int? Read(ManifestNode flow)
    {
        if (!flow.TryGet("priority", out var priority))
            return null;
        switch (priority.Value.ValueKind)
        {
            case JsonValueKind.Number:
                return priority.TryGetNumber(int.MinValue, int.MaxValue, out var number) ? (int)number : null;
            case JsonValueKind.Object when priority.Has("level") && !priority.Has("expression") && !priority.Has("key_expression"):
                return priority.OneOf("level", "interactive", "normal", "batch") switch
                {
                    "interactive" => Interactive,
                    "batch" => Batch,
                    _ => Normal,
                };
            default:
                priority.Refuse("is not static: during the beta AGNT5 accepts a level ('interactive', 'normal' or 'batch') or a number, and no expression");
                return null;
        }
    }
}
