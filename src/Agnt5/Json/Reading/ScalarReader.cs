using System.Text.Json;

namespace Agnt5.Json.Reading;

/// <summary>Reads the value of a single token.</summary>
/// <param name="expected">The kind of token.</param>
/// <param name="tryGet">Takes the value out of the token.</param>
internal sealed class ScalarReader<T>(JsonTokenType expected, ScalarReader<T>.TryGet tryGet) : ValueReader<T>
{
    public delegate bool TryGet(ref Utf8JsonReader reader, out T value);

    public override bool TryRead(ref Utf8JsonReader reader, out T value)
    {
        value = default!;
        return reader.TokenType == expected && tryGet(ref reader, out value);
    }
}

/// <summary>The readers of the types that have a token of their own.</summary>
internal static class ScalarReaders
{
    private static readonly Dictionary<Type, ValueReader> Known = new()
    {
        [typeof(string)] = new ScalarReader<string>(JsonTokenType.String, static (ref Utf8JsonReader reader, out string value) => (value = reader.GetString()!) is not null),
        [typeof(bool)] = new TruthReader(),
        [typeof(int)] = new ScalarReader<int>(JsonTokenType.Number, static (ref Utf8JsonReader reader, out int value) => reader.TryGetInt32(out value)),
        [typeof(long)] = new ScalarReader<long>(JsonTokenType.Number, static (ref Utf8JsonReader reader, out long value) => reader.TryGetInt64(out value)),
        [typeof(decimal)] = new ScalarReader<decimal>(JsonTokenType.Number, static (ref Utf8JsonReader reader, out decimal value) => reader.TryGetDecimal(out value)),
        // A number beyond the range reads as infinity.
        [typeof(double)] = new ScalarReader<double>(JsonTokenType.Number, static (ref Utf8JsonReader reader, out double value) => reader.TryGetDouble(out value) && double.IsFinite(value)),
        [typeof(Guid)] = new ScalarReader<Guid>(JsonTokenType.String, static (ref Utf8JsonReader reader, out Guid value) => reader.TryGetGuid(out value)),
        [typeof(DateTimeOffset)] = new ScalarReader<DateTimeOffset>(
            JsonTokenType.String, static (ref Utf8JsonReader reader, out DateTimeOffset value) => reader.TryGetDateTimeOffset(out value)),
    };

    /// <summary>The reader of a type, or <see langword="null"/> when it has none. A nullable type has the reader of its value.</summary>
    public static ValueReader? Of(Type type) => Known.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);

    private sealed class TruthReader : ValueReader<bool>
    {
        public override bool TryRead(ref Utf8JsonReader reader, out bool value)
        {
            value = reader.TokenType == JsonTokenType.True;
            return value || reader.TokenType == JsonTokenType.False;
        }
    }
}
