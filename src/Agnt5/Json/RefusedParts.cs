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

    // Most exceptions are problems of the document, and the error is full after some hundreds of them. Others would come for each part of a long list, and an exception costs far more than the bytes
    // that caused it.
    private const int MostExceptionsWithoutProblem = 16;

    private long _bytesLeft = (long)MostBindings * length;
    private int _exceptionsLeft = MostExceptionsWithoutProblem;

    /// <summary>Binds a part whose own parts have no problem.</summary>
    /// <param name="value">An array or object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isWhole">Whether it is the whole document. That is bound in any case, so that at least the first refusal has its path.</param>
    /// <returns>The exception of the project's own code, or <see langword="null"/> when the part binds, is not tried, or throws what the serializer throws too.</returns>
    public Exception? Find(JsonPart value, JsonTypeInfo type, bool isWhole)
    {
        // Binding a type that contains itself recurses as deep as the value nests.
        if (((_bytesLeft < value.Raw.Length || _exceptionsLeft == 0) && !isWhole) || (value.Levels > GeneratedJson.TypedDepth && JsonNesting.ContainsItself(type)))
            return null;

        _bytesLeft -= value.Raw.Length;
        try
        {
            JsonSerializer.Deserialize(value.Raw, JsonNesting.Unbuffered(type));
            return null;
        }
        catch (Exception exception) when (exception is NotSupportedException || (exception is JsonException && RefusedByTypeException.In(exception) is null))
        {
            // Metadata is missing, which is no problem of the document. Or a converter threw what the serializer throws itself.
            _exceptionsLeft--;
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
