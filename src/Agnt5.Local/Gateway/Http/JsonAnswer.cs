using System.Globalization;
using System.Text.Json;
using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Gateway.Http;

/// <summary>Writes answers. An error is <c>{"error": {"code", "message"}, "error_code"}</c>: the form of a failed run's error, which the clients read everywhere.</summary>
internal static class JsonAnswer
{
    public const string ContentType = "application/json";

    public static Task WriteAsync(HttpResponse response, int status, ReadOnlyMemory<byte> json)
    {
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = json.Length;
        // Runs change, and their inputs and outputs belong to the caller alone.
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.Body.WriteAsync(json).AsTask();
    }

    public static Task RefuseAsync(HttpResponse response, GatewayRefusal refusal)
    {
        if (refusal.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        return WriteAsync(response, refusal.Status, JsonBytes.Write(refusal, static (json, refusal) =>
        {
            json.WriteStartObject();
            WriteError(json, refusal.Code, refusal.Message);
            json.WriteEndObject();
        }));
    }

    public static void WriteError(Utf8JsonWriter json, string code, string message)
    {
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
        json.WriteString("error_code"u8, code);
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>Writes a time as text (RFC 3339, UTC).</summary>
    public static void WriteTime(Utf8JsonWriter json, string name, long? unixMs)
    {
        if (unixMs is { } ms)
            json.WriteString(name, DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes JSON that was read before, as it stands.</summary>
    public static void WriteRaw(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> value)
    {
        json.WritePropertyName(name);
        if (value.IsEmpty)
            json.WriteNullValue();
        else
            json.WriteRawValue(value.Span, skipInputValidation: true);
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
