using System.Text.Json;

namespace Agnt5.Lambda.Runtime;

/// <summary>An error as the runtime API takes it. Whoever invoked the function gets it.</summary>
/// <param name="Type">A category and a reason, for metrics and alarms.</param>
/// <param name="Message">For people.</param>
internal sealed record FunctionError(string Type, string Message)
{
    /// <summary>The function cannot start.</summary>
    public static FunctionError Init(string message) => new("Agnt5.InitFailed", message);

    /// <summary>An event is none that the function takes.</summary>
    public static FunctionError UnknownEvent(string message) => new("Agnt5.UnknownEvent", message);

    /// <summary>An event could not be answered. The reason is in the log alone.</summary>
    public static FunctionError NotAnswered { get; } = new("Agnt5.NotAnswered", "The event could not be answered. The function's log has the reason.");

    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("errorMessage"u8, Message);
            writer.WriteString("errorType"u8, Type);
            writer.WriteStartArray("stackTrace"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
