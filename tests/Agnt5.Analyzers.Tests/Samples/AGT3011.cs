using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

public sealed record Report(string Title, int Pages = 1, string? Author = null);

public sealed class Settings { public required string Region { get; init; } [Required] public string? Owner { get; init; } public int Days { get; init; } }

public sealed class Optional { public string Region { get; init; } = "north"; public int? Days { get; init; } }

[JsonDerivedType(typeof(Circle), "circle")]
public abstract record Shape;

public sealed record Circle(double Radius = 1) : Shape;

public static class Scheduled
{
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void Record(WorkflowContext context, Report report) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void Members(Settings settings) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void NullableDoesNotHelp(Report? report = null) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void Parameters(string region, int days = 3) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void Text([Input] string region) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void List([Input] int[] days) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}] public static void Discriminated(Shape shape) { }
    [Workflow, {|AGT3011:Cron("0 3 * * *")|}, OnEvent("report.wanted")] public static void BesideAnEvent(Report report) { }

    // Near misses.
    [Workflow, Cron("0 3 * * *")] public static void Nothing(WorkflowContext context, CancellationToken token, [FromServices] IServiceProvider services) { }
    [Workflow, Cron("0 3 * * *")] public static void Defaults(string? region, int days = 3, DateOnly? day = null) { }
    [Workflow, Cron("0 3 * * *")] public static void OptionalMembers(Optional input) { }
    [Workflow, Cron("0 3 * * *")] public static void Dictionary(Dictionary<string, int> input) { }
    [Workflow, Cron("0 3 * * *")] public static void Untyped(JsonElement input) { }
    [Workflow, Cron("0 3 * * *")] public static void Concrete(Circle circle) { }
    [Workflow, OnEvent("report.wanted")] public static void Event(Report report) { }
    [{|AGT1013:Cron("0 3 * * *")|}] public static void NoComponent(Report report) { }
}
