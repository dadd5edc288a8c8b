using System.Text.Json.Serialization;
using Agnt5;

[assembly: Agnt5Json(JsonKnownNamingPolicy.SnakeCaseLower)]

namespace Agnt5.TypeCorpus.Snake;

public sealed record PurchaseOrder(string OrderId, DateOnly PlacedOn, IReadOnlyList<OrderLine> OrderLines, string? URLPath = null);

public sealed class OrderLine
{
    public required string StockKeepingUnit { get; init; }

    public int UnitCount { get; set; } = 1;

    [JsonPropertyName("unitPrice")] public decimal UnitPrice { get; set; }

    // Neither the names of an enum's members nor the keys of a dictionary are renamed.
    public DeliverySpeed DeliverySpeed { get; set; }

    public Dictionary<DeliverySpeed, int> CostBySpeed { get; set; } = [];

    public Dictionary<string, int> CountByPlace { get; set; } = [];
}

public enum DeliverySpeed
{
    NextDay,
    WheneverPossible,
}

[JsonDerivedType(typeof(CardHolder), "CardHolder")]
[JsonDerivedType(typeof(AccountHolder), "AccountHolder")]
public abstract record PayingParty(string FullName);

public sealed record CardHolder(string FullName, string CardNumber) : PayingParty(FullName);

public sealed record AccountHolder(string FullName, Guid AccountId) : PayingParty(FullName);

public static class SnakeCaseComponents
{
    [Workflow] public static Task<PurchaseOrder> PurchaseOrder(WorkflowContext run, [Input] PurchaseOrder value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<OrderLine> OrderLine(WorkflowContext run, [Input] OrderLine value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<PayingParty> PayingParty(WorkflowContext run, [Input] PayingParty value) => run.StepAsync("value", () => value);
}
