using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>Binds parts of a document on their own, to learn what the project's own constructors, setters and converters refuse.</summary>
/// <param name="length">The length of the document.</param>
internal sealed class RefusedParts(int length)
{
    // An inner part is bound again with each part around it. This bounds the work for a document that nests deep.
    private const int MostBindings = 8;

    private long _bytesLeft = (long)MostBindings * length;

    /// <summary>Binds a part whose own parts have no problem.</summary>
    /// <param name="value">An array or object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isWhole">Whether it is the whole document. That is bound in any case, so that at least the first refusal has its path.</param>
    /// <returns>The exception, or <see langword="null"/> when it binds or is not tried.</returns>
    public Exception? Find(JsonPart value, JsonTypeInfo type, bool isWhole)
    {
        // Binding a type that contains itself recurses as deep as the value nests.
        if ((_bytesLeft < value.Raw.Length && !isWhole) || (value.Levels > GeneratedJson.TypedDepth && JsonNesting.ContainsItself(type)))
            return null;

        _bytesLeft -= value.Raw.Length;
        try
        {
            JsonSerializer.Deserialize(value.Raw, JsonNesting.Unbuffered(type));
            return null;
        }
        catch (NotSupportedException)
        {
            // Metadata is missing, which is no problem of the document.
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
