using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Payloads;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>The input of a call: JSON, or an input that was bound while it arrived because it was too large to keep.</summary>
/// <param name="json">The JSON, empty when there is none.</param>
/// <param name="bound">The bound input, if it was bound while it was fetched.</param>
internal readonly struct ComponentInput(ReadOnlyMemory<byte> json, BoundInput? bound = null)
{
    /// <summary>The input's JSON, empty when there is none.</summary>
    public ReadOnlyMemory<byte> Json => json;

    /// <summary>Binds the input to its declared type.</summary>
    /// <exception cref="InputInvalidException">The input does not bind; the message lists the problems.</exception>
    public T Read<T>(JsonTypeInfo<T> type, ComponentType component, DocumentDemands demands)
    {
        if (bound is not null)
            return bound.Get<T>();

        var given = EmptyInput.IsMeantBy(component, json.Span) ? EmptyInput.Json : json;
        return InputReader.Read(given.Span, type, demands);
    }
}
