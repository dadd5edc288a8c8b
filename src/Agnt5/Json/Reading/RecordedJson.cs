using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json.Reading;

/// <summary>Reads values that this or an earlier process wrote by generated code. Almost all have the form that <see cref="ValueReader"/> takes.</summary>
internal static class RecordedJson
{
    /// <summary>Reads a value as <see cref="BoundJson.Read{T}"/> does, and throws as it does.</summary>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) => TryRead(json, type, out var value) ? value : BoundJson.Read(json, type);

    /// <summary>Reads a value without the serializer.</summary>
    /// <returns>Whether it has the form for that.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (Known<T>.ReaderOf(type) is not { } known)
            return false;

        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && known.TryRead(ref reader, out value) && reader.BytesConsumed == json.Length;
        }
        catch (Exception)
        {
            // A constructor refuses the value, or the text is not valid. The serializer finds the same again, and its exception says what the problem is.
            return false;
        }
    }

    private static class Known<T>
    {
        private static readonly ConditionalWeakTable<JsonTypeInfo<T>, Found> All = [];

        // Almost always a process has one metadata for a type.
        private static Found? last;

        public static ValueReader<T>? ReaderOf(JsonTypeInfo<T> type)
        {
            if (last is { } found && ReferenceEquals(found.Type, type))
                return found.Reader;

            last = All.GetValue(type, static type => new Found(type, ValueReaders.Of(type)));
            return last.Reader;
        }

        private sealed record Found(JsonTypeInfo<T> Type, ValueReader<T>? Reader);
    }
}
