using System.Text;
using System.Text.Json;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// Reads the JSON objects that the JavaScript side hands over. It reads token by token: a document costs a start several times as much, because of all that the first one needs.
/// </summary>
internal static class HostJson
{
    /// <summary>Reads a value: the reader stands on it, and is moved to its end.</summary>
    public delegate void ReadValue(string name, ref Utf8JsonReader reader);

    /// <summary>Reads an object.</summary>
    /// <param name="json">The object.</param>
    /// <param name="read">Called for each of its properties.</param>
    public static void Read(string json, ReadValue read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            read(name, ref reader);
        }
    }

    /// <summary>Reads an object of texts, some of which may be <see langword="null"/>.</summary>
    public static Dictionary<string, string?> Texts(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            texts[name] = reader.GetString();
        }

        return texts;
    }

    /// <summary>Reads an array of texts.</summary>
    public static List<string> List(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString()!);
        return texts;
    }
}
