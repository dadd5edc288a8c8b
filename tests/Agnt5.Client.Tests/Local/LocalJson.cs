using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Client.Tests.Local;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LocalOrder))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class LocalJson : JsonSerializerContext;
