using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>A type that a serializer context of the project reads and writes, for whoever looks into documents.</summary>
internal interface ICoveredType
{
    /// <summary>The context's own metadata.</summary>
    JsonTypeInfo Inner { get; }
}
