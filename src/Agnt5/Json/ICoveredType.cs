using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>A converter for a type that a serializer context of the project reads and writes. It gives access to the context's metadata.</summary>
internal interface ICoveredType
{
    /// <summary>The context's own metadata.</summary>
    JsonTypeInfo Inner { get; }
}
