using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>
/// A document that can be read in any order, made in linear time. <see cref="JsonDocument"/> is not: where an array or object ends, it searches all tokens inside for the beginning, so each token
/// costs time for each level around it.
/// </summary>
internal sealed class JsonTree
{
    private Token[] _tokens;

    private JsonTree(ReadOnlyMemory<byte> json)
    {
        Json = json;
        _tokens = new Token[Math.Max(8, json.Length / 8)];
    }

    public ReadOnlyMemory<byte> Json { get; }

    public JsonPart Root => new(this, 0);

    /// <summary>Reads a document whose depth was checked before.</summary>
    /// <param name="json">The document, which must not change while it is read.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonTree Parse(ReadOnlyMemory<byte> json)
    {
        var tree = new JsonTree(json);
        tree.Fill();
        return tree;
    }

    /// <summary>A value or the name of a member, without the tokens at the ends of arrays and objects.</summary>
    internal ref readonly Token this[int index] => ref _tokens[index];

    private void Fill()
    {
        var reader = new Utf8JsonReader(Json.Span, JsonDepth.Checked);
        var count = 0;
        var parent = -1;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                parent = Close(parent, count, (int)reader.BytesConsumed);
                continue;
            }

            if (count == _tokens.Length)
                Array.Resize(ref _tokens, 2 * count);
            ref var token = ref _tokens[count];
            token = new Token { Type = reader.TokenType, Start = (int)reader.TokenStartIndex, Length = LengthOf(reader), Next = count + 1 };
            if (token.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                (token.Next, parent) = (parent, count);
            }
            else if (parent >= 0 && token.Type != JsonTokenType.PropertyName)
            {
                _tokens[parent].Parts++;
            }

            count++;
        }
    }

    // While a token is open, its field Next holds the token around it.
    private int Close(int index, int next, int end)
    {
        ref var token = ref _tokens[index];
        var parent = token.Next;
        token.Next = next;
        token.Length = end - token.Start;
        if (parent >= 0)
        {
            ref var around = ref _tokens[parent];
            around.Parts++;
            around.Levels = Math.Max(around.Levels, (short)(token.Levels + 1));
        }

        return parent;
    }

    private static int LengthOf(in Utf8JsonReader reader) =>
        reader.ValueSpan.Length + (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0);

    internal struct Token
    {
        /// <summary>Where it begins in the document.</summary>
        public int Start;

        /// <summary>Its length in bytes, with quotes and brackets.</summary>
        public int Length;

        /// <summary>The token after it and all of its parts.</summary>
        public int Next;

        /// <summary>The number of its items or members.</summary>
        public int Parts;

        /// <summary>How many levels its parts nest.</summary>
        public short Levels;

        public JsonTokenType Type;
    }
}
