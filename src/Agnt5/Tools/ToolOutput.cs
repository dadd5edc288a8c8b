using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Protocol;

namespace Agnt5.Tools;

/// <summary>Keeps a tool's output as JSON.</summary>
internal sealed class ToolOutput : IOutputSink
{
    /// <summary>The JSON, empty when the tool has no output.</summary>
    public ReadOnlyMemory<byte> Json { get; private set; }

    public void WriteOutput<T>(T value, JsonTypeInfo<T> type) => Json = BoundJson.Write(value, type);
}
