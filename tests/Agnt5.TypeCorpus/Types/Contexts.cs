using System.Text.Json.Serialization;

namespace Agnt5.TypeCorpus.Types;

[JsonSerializable(typeof(Shipment))]
[JsonSerializable(typeof(Parcel))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
public sealed partial class ShippingContext : JsonSerializerContext;

public sealed class Shipment
{
    public string ShipmentId { get; set; } = "";

    public Parcel? FirstParcel { get; set; }

    public List<Parcel> AllParcels { get; set; } = [];
}

public sealed record Parcel(string TrackingNumber, double WeightInKilos, Priority ParcelPriority);

// A type of ours around types of the context.
public sealed record Delivery(Shipment CurrentShipment, List<Parcel> LooseParcels, Parcel? LastParcel);

public static class ContextComponents
{
    [Workflow] public static Task<Shipment> Shipment(WorkflowContext run, [Input] Shipment value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Parcel> Parcel(WorkflowContext run, [Input] Parcel value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Delivery> Delivery(WorkflowContext run, [Input] Delivery value) => run.StepAsync("value", () => value);
}
