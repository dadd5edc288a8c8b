using System.Text.Json;
using System.Text.Json.Serialization;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Generated;

/// <summary>Helpers that generated writers of objects share.</summary>
public static partial class GeneratedJson
{
    /// <summary>Escapes a member's name, once for all writes.</summary>
    /// <param name="jsonName">The name in JSON.</param>
    public static JsonEncodedText Name(string jsonName) => JsonEncodedText.Encode(jsonName, PlainJsonEncoder.Instance);

    /// <summary>Returns the converter of a type that can be written by its converter alone.</summary>
    /// <param name="options">The assembly's options.</param>
    public static JsonConverter<T> Converter<T>(JsonSerializerOptions options) => (JsonConverter<T>)TypeInfo<T>(options).Converter;

    /// <summary>Returns the value, and throws when it is <see langword="null"/>.</summary>
    /// <param name="value">The value of a member.</param>
    /// <param name="member">The member, for the message: <c>Order.Id</c>.</param>
    /// <exception cref="JsonException">The value is <see langword="null"/>.</exception>
    public static T NotNull<T>(T? value, string member) =>
        value is null ? throw new JsonException($"{member} is null, and its type does not allow that: set it, or declare it nullable.") : value;

    /// <summary>Throws for a value of a subtype that the declared type does not declare, because the subtype's extra members would be lost. An abstract type is written by its own members.</summary>
    /// <param name="actual">The value's type.</param>
    /// <param name="declared">The type that the value is written by.</param>
    /// <exception cref="NotSupportedException">The types differ.</exception>
    public static void RefuseSubtype(Type actual, Type declared)
    {
        if (actual != declared && !declared.IsAbstract)
            throw new NotSupportedException(Subtypes.ProblemOf(actual, declared));
    }

    /// <summary>Writes a value by its converter.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The assembly's options.</param>
    public static void Write<T>(Utf8JsonWriter writer, T? value, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(converter);
        if (value is null)
            writer.WriteNullValue();
        else
            converter.Write(writer, value, options);
    }

    /// <summary>Writes an array.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="items">The items, or <see langword="null"/>.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteItems<T>(Utf8JsonWriter writer, IEnumerable<T>? items, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();

        // The common types come first: their enumerators allocate no memory.
        if (items is T[] array)
        {
            foreach (var item in array)
                write(writer, item);
        }
        else if (items is List<T> list)
        {
            foreach (var item in list)
                write(writer, item);
        }
        else
        {
            foreach (var item in items)
                write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object whose members may have any names.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="entries">The entries, or <see langword="null"/>.</param>
    /// <param name="write">Writes an entry's value.</param>
    public static void WriteEntries<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? entries, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (entries is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        if (entries is Dictionary<string, T> dictionary)
        {
            foreach (var (name, value) in dictionary)
            {
                writer.WritePropertyName(name);
                write(writer, value);
            }
        }
        else
        {
            foreach (var (name, value) in entries)
            {
                writer.WritePropertyName(name);
                write(writer, value);
            }
        }

        writer.WriteEndObject();
    }
}
