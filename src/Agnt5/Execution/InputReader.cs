using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;

namespace Agnt5.Execution;

/// <summary>Binds a component's input to the type that it declared.</summary>
internal static class InputReader
{
    /// <exception cref="InputInvalidException">The document does not bind; the message lists the problems.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        // Whatever a constructor or setter throws means that it refuses the value. What is not supported is missing metadata: no fault of the caller's.
        try
        {
            return BoundJson.Read(json, type);
        }
        catch (Exception exception) when (exception is not NotSupportedException)
        {
            throw new InputInvalidException(BindingProblems.Describe(json, type, exception, quotesValues: true));
        }
    }
}
