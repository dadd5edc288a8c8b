using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Client.Tests.Harness;

internal sealed record Order(string Id, decimal Total);

internal sealed record Receipt(string OrderId, string Status);

/// <summary>An item with a member that pieces of output have too.</summary>
internal sealed record Page(string Content);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(int))]
internal sealed partial class Shapes : JsonSerializerContext;
