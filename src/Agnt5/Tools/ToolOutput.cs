using System.Text.Json.Serialization.Metadata;
using Agnt5.Protocol;
using Microsoft.Extensions.AI;

namespace Agnt5.Tools;

/// <summary>Keeps a tool's output as JSON.</summary>
internal sealed class ToolOutput : IOutputSink
{
    /// <summary>The JSON, empty when the tool has no output.</summary>
    public ReadOnlyMemory<byte> Json { get; private set; }

    /// <summary>The output where it is a content for models, or a list of contents.</summary>
    public IReadOnlyList<AIContent>? Contents { get; private set; }

    public void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        Contents = MadeContents.Of(value);
        Json = MadeContents.Write(value, Contents, type);
    }
}
