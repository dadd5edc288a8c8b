using System.Text.Json;

namespace Agnt5.Json.Reading;

/// <summary>
/// Reads the values of a type straight from a document, without the serializer. It takes only what is in the form that generated code writes: each member once, in order, and nothing else. It leaves
/// everything else to the serializer, which alone decides about it. So what it takes must be exactly what the serializer would read.
/// </summary>
internal abstract class ValueReader
{
    /// <inheritdoc cref="ValueReader{T}.TryRead"/>
    public abstract bool TryReadObject(ref Utf8JsonReader reader, out object? value);
}

/// <inheritdoc cref="ValueReader"/>
internal abstract class ValueReader<T> : ValueReader
{
    /// <summary>Reads the value that the reader stands on.</summary>
    /// <param name="reader">The reader. It stands on the value's last token afterwards.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it was read. If not, or if this throws, the serializer has to read the document.</returns>
    public abstract bool TryRead(ref Utf8JsonReader reader, out T value);

    public sealed override bool TryReadObject(ref Utf8JsonReader reader, out object? value)
    {
        var isRead = TryRead(ref reader, out var typed);
        value = typed;
        return isRead;
    }
}
