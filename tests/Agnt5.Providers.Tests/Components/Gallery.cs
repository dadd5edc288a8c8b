using Microsoft.Extensions.AI;

namespace Agnt5.Providers.Tests.Components;

/// <summary>A painting with its title.</summary>
public sealed record Labelled(string Title, AIContent Painting, IReadOnlyList<DataContent> Others);

/// <summary>Tools of the project that give texts and images.</summary>
public static partial class Gallery
{
    public const string Png = "iVBORw0KGgo=";

    /// <summary>Paints.</summary>
    [Tool]
    public static DataContent Paint() => new(Convert.FromBase64String(Png), "image/png");

    /// <summary>Paints with a title.</summary>
    [Tool]
    public static async Task<IReadOnlyList<AIContent>> PaintWithTitle()
    {
        await Task.Yield();
        return [new TextContent("Dawn"), Paint()];
    }

    /// <summary>Names the painter.</summary>
    [Tool]
    public static TextContent NamePainter() => new("Ada");

    /// <summary>Sells a painting for each content that is asked for.</summary>
    [Tool]
    public static IEnumerable<AIContent> SellPainting([FromServices] Diary diary)
    {
        diary.Write("sold");
        yield return new TextContent("Sold");
        yield return Paint();
    }

    /// <summary>Ships a painting for each content that is asked for.</summary>
    [Tool]
    public static IEnumerable<DataContent> ShipPainting([FromServices] Diary diary) => new[] { 1 }.Select(_ =>
    {
        diary.Write("shipped");
        return Paint();
    });

    /// <summary>Shows paintings.</summary>
    [Agent("painter", Model = "model", Tools = [nameof(Paint), nameof(PaintWithTitle), nameof(NamePainter), nameof(SellPainting), nameof(ShipPainting)])]
    public static partial Task<string> Show(AgentContext ctx, string message);

    /// <summary>Labels a painting.</summary>
    [Tool]
    public static Labelled LabelPainting(Labelled painting) => painting with { Title = painting.Title + "!" };

    /// <summary>Frames a painting that a step makes and a caller gives.</summary>
    [Workflow]
    public static async Task<string> Frame(WorkflowContext ctx, DataContent given, string title)
    {
        var made = await ctx.StepAsync("paint", static () => new[] { Paint() });
        await ctx.SleepAsync(TimeSpan.FromHours(1), "dry");
        return $"{title}: {given.MediaType} {given.Base64Data} {made[0].MediaType} {made[0].Base64Data}";
    }
}
