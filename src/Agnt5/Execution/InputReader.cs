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
        try
        {
            return BoundJson.Read(json, type);
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            throw new InputInvalidException(BindingProblems.Describe(json, type, exception, quotesValues: true));
        }
    }
}
