using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Protocol;

/// <summary>Receives a component's output.</summary>
internal interface IOutputSink
{
    /// <summary>Takes the output, once.</summary>
    /// <param name="value">The output.</param>
    /// <param name="type">The metadata of its type.</param>
    void WriteOutput<T>(T value, JsonTypeInfo<T> type);
}
