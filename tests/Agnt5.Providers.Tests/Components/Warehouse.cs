using System.ComponentModel;

namespace Agnt5.Providers.Tests.Components;

/// <summary>Twenty tools as an app may have them. Their descriptions are attributes, so that other libraries read them too.</summary>
public static partial class Warehouse
{
    [Tool, Description("Finds an article by its number.")]
    public static string FindArticle([Description("The article's number.")] int article) => "";

    [Tool, Description("Says how many of an article are in stock.")]
    public static int CountStock([Description("The article's number.")] int article, [Description("The hall to count in.")] int? hall = null) => 0;

    [Tool, Description("Moves pieces of an article between halls.")]
    public static string MoveStock(int article, int from, int to, [Description("How many pieces.")] int pieces = 1) => "";

    [Tool, Description("Orders more of an article.")]
    public static string Reorder(int article, long supplier, int pieces, DateTimeOffset? before = null) => "";

    [Tool, Description("Lists the deliveries of a day.")]
    public static string[] ListDeliveries(DateOnly day, int most = 50) => [];

    [Tool, Description("Plans a delivery.")]
    public static string PlanDelivery(long order, DateTimeOffset arrival, TimeSpan window) => "";

    [Tool, Description("Delays a delivery.")]
    public static string DelayDelivery(long delivery, TimeSpan by, string? reason = null) => "";

    [Tool, Description("Cancels a delivery.")]
    public static string CancelDelivery(long delivery) => "";

    [Tool, Description("Books a gate for a truck.")]
    public static string BookGate(int gate, DateTimeOffset from, TimeSpan length) => "";

    [Tool, Description("Finds a free gate.")]
    public static int? FindGate(DateTimeOffset from, TimeSpan length, int least = 1, int most = 20) => null;

    [Tool, Description("Says who works in a shift.")]
    public static string[] ListShift(DateOnly day, TimeSpan start) => [];

    [Tool, Description("Changes the hours of a shift.")]
    public static string ChangeShift(DateOnly day, TimeSpan start, TimeSpan length, int people) => "";

    [Tool, Description("Weighs a pallet.")]
    public static double WeighPallet(long pallet) => 0;

    [Tool, Description("Packs pieces onto a pallet.")]
    public static long PackPallet(int article, int pieces, ulong label) => 0;

    [Tool, Description("Prints labels.")]
    public static string PrintLabels(ulong first, uint count) => "";

    [Tool, Description("Sets the temperature of a hall.")]
    public static string SetTemperature(int hall, int degrees, TimeSpan within) => "";

    [Tool, Description("Counts the hours that a machine has run.")]
    public static TimeSpan CountHours(int machine, DateTimeOffset since, DateTimeOffset? until = null) => default;

    [Tool, Description("Plans the maintenance of a machine.")]
    public static string PlanMaintenance(int machine, DateTimeOffset at, TimeSpan length, int people = 2) => "";

    [Tool, Description("Reports damage.")]
    public static string ReportDamage(int article, int pieces, [Description("What happened.")] string what) => "";

    [Tool, Description("Opens the gates.")]
    public static string OpenGates() => "";

    [Agent("foreman", Model = "model", Tools =
    [
        nameof(FindArticle), nameof(CountStock), nameof(MoveStock), nameof(Reorder), nameof(ListDeliveries),
        nameof(PlanDelivery), nameof(DelayDelivery), nameof(CancelDelivery), nameof(BookGate), nameof(FindGate),
        nameof(ListShift), nameof(ChangeShift), nameof(WeighPallet), nameof(PackPallet), nameof(PrintLabels),
        nameof(SetTemperature), nameof(CountHours), nameof(PlanMaintenance), nameof(ReportDamage), nameof(OpenGates),
    ])]
    public static partial Task<string> Foreman(AgentContext ctx, string message);
}
