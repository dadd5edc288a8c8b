using System.Text.Json;

namespace Agnt5.Json.Reading;

/// <summary>Reads an array of values other than null.</summary>
/// <param name="item">Reads an item.</param>
/// <param name="finish">Makes the collection of the items.</param>
internal sealed class ItemsReader<TCollection, T>(ValueReader<T> item, Func<List<T>, TCollection> finish) : ValueReader<TCollection>
{
    public override bool TryRead(ref Utf8JsonReader reader, out TCollection value)
    {
        value = default!;
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;

        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!item.TryRead(ref reader, out var read))
                return false;
            items.Add(read);
        }

        value = finish(items);
        return true;
    }
}
