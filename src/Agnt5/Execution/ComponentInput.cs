using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Payloads;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>The input of a call: as JSON, or bound already where it was too large to be kept.</summary>
/// <param name="json">The JSON, empty when there is none.</param>
/// <param name="bound">The input, where it was bound while it was fetched.</param>
internal readonly struct ComponentInput(ReadOnlyMemory<byte> json, BoundInput? bound = null)
{
    /// <summary>The input's JSON, empty when there is none.</summary>
    public ReadOnlyMemory<byte> Json => json;

    /// <summary>Binds the input to its declared type.</summary>
    /// <exception cref="InputInvalidException">It does not bind; the message lists the problems.</exception>
    public T Read<T>(JsonTypeInfo<T> type, ComponentType component, DocumentDemands demands)
    {
        if (bound is not null)
            return bound.Get<T>();

        var given = EmptyInput.IsMeantBy(component, json.Span) ? EmptyInput.Json : json;
        return InputReader.Read(given.Span, type, demands);
    }
}
