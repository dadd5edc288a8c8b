using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>Reads an invoke request from its raw bytes, once and without copying payloads, and makes the checks of protocol section 4 in order.</summary>
internal static class EnvelopeReader
{
    /// <summary>Reads <paramref name="body"/>.</summary>
    /// <param name="body">The body of the request.</param>
    /// <param name="depth">How deep it may nest.</param>
    /// <returns>The envelope, or the error that answers the request.</returns>
    public static Result<Envelope> Read(ReadOnlyMemory<byte> body, JsonDepth depth)
    {
        if (!Utf8.IsValid(body.Span))
            return Invalid("the body is not UTF-8");

        var fields = new EnvelopeFields();
        var reader = new Utf8JsonReader(body.Span, depth.Reading);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return Invalid("the body is not a JSON object");
            ReadFields(ref reader, body, ref fields);
            if (reader.Read())
                return Invalid("the body goes on after its JSON object");
            if (depth.CostsTooMuch(body.Span))
                return Invalid($"the body {JsonDepth.TooCostly}");
            return Check(fields, body.Length);
        }
        catch (JsonException exception)
        {
            return Invalid($"the body {depth.Describe(reader, body.Span, exception)}");
        }
        catch (InvalidOperationException)
        {
            // An escape is half of a surrogate pair. The reader finds this problem only when it decodes the text.
            return Invalid("the body holds text that is not valid Unicode");
        }
    }

    private static void ReadFields(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ref EnvelopeFields fields)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(ref reader, body, ref fields);
    }

    private static void ReadField(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ref EnvelopeFields fields)
    {
        switch (EnvelopeFieldNames.Read(ref reader))
        {
            case EnvelopeField.ComponentName:
                fields.Name = EnvelopeValues.TrimmedUtf8(ref reader, body);
                break;
            case EnvelopeField.ComponentType:
                fields.Type = EnvelopeValues.TrimmedUtf8(ref reader, body);
                break;
            case EnvelopeField.Input:
                fields.Input = EnvelopeValues.Raw(ref reader, body);
                break;
            case EnvelopeField.RunId:
                fields.RunId = EnvelopeValues.Text(ref reader);
                break;
            case EnvelopeField.Attempt:
                fields.Attempt = EnvelopeValues.Count(ref reader);
                break;
            case EnvelopeField.Metadata:
                fields.Metadata = EnvelopeValues.Raw(ref reader, body);
                break;
            case EnvelopeField.Checkpoint:
                EnvelopeValues.Checkpoint(ref reader, body, out fields.Steps, out fields.AgentSessions);
                break;
            case EnvelopeField.Budget:
                EnvelopeValues.Budget(ref reader, out fields.DeadlineMs, out fields.YieldBeforeMs);
                break;
            case EnvelopeField.InputRef:
                fields.InputRef = EnvelopeValues.Raw(ref reader, body);
                break;
            case EnvelopeField.OutputUpload:
                fields.OutputUpload = EnvelopeValues.Raw(ref reader, body);
                break;
            case EnvelopeField.IsStreaming:
                fields.IsStreaming = EnvelopeValues.IsTrue(ref reader);
                break;
            case EnvelopeField.ProtocolVersion:
                fields.Version = EnvelopeValues.Raw(ref reader, body);
                break;
            default:
                EnvelopeValues.Skip(ref reader);
                break;
        }
    }

    private static Result<Envelope> Check(in EnvelopeFields fields, int sizeBytes)
    {
        if (UnsupportedVersion(fields.Version.Span) is { } version)
            return new Failure(400, ErrorCodes.ProtocolMismatch, $"unsupported protocol_version {version}");

        if (!ComponentTypeNames.TryParse(fields.Type.Span, out var type))
            return Required("component_type must be function, workflow, tool or agent");

        if (fields.Name.IsEmpty)
            return Required("component_name is missing");

        return new Envelope
        {
            ComponentType = type,
            ComponentName = fields.Name,
            RunId = string.IsNullOrWhiteSpace(fields.RunId) ? null : fields.RunId.Trim(),
            Attempt = fields.Attempt,
            IsStreaming = fields.IsStreaming,
            SizeBytes = sizeBytes,
            Input = AbsentWhenNull(fields.Input),
            Metadata = fields.Metadata.Span is [(byte)'{', .., _] json && !json.SequenceEqual("{}"u8) ? new RequestMetadata(json) : RequestMetadata.None,
            InputRef = AbsentWhenNull(fields.InputRef),
            OutputUpload = AbsentWhenNull(fields.OutputUpload),
            Steps = fields.Steps,
            AgentSessions = fields.AgentSessions,
            DeadlineMs = fields.DeadlineMs,
            YieldBeforeMs = fields.YieldBeforeMs,
        };
    }

    private static ReadOnlyMemory<byte> AbsentWhenNull(ReadOnlyMemory<byte> json) => json.Span.SequenceEqual("null"u8) ? default : json;

    /// <summary>The version to name in the refusal, or <see langword="null"/> when the version is supported, absent or empty.</summary>
    private static string? UnsupportedVersion(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json.SequenceEqual("null"u8) || json.SequenceEqual("\"\""u8) || json.SequenceEqual("\"workerless.v1\""u8))
            return null;

        var reader = new Utf8JsonReader(json, JsonDepth.Checked);
        reader.Read();
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(json);
        if (text == "workerless.v1")
            return null;
        return CallerText.Shorten(text);
    }

    private static Failure Invalid(string reason) => new(400, ErrorCodes.InvalidRequest, $"The invoke request cannot be read: {reason}.");

    private static Failure Required(string reason) => new(400, ErrorCodes.ComponentRequired, reason);

    /// <summary>The fields of the document, before any check.</summary>
    private ref struct EnvelopeFields
    {
        public ReadOnlyMemory<byte> Version;
        public ReadOnlyMemory<byte> Type;
        public ReadOnlyMemory<byte> Name;
        public string? RunId;
        public int Attempt;
        public bool IsStreaming;
        public ReadOnlyMemory<byte> Input;
        public ReadOnlyMemory<byte> InputRef;
        public ReadOnlyMemory<byte> OutputUpload;
        public ReadOnlyMemory<byte> Metadata;
        public RecordedSteps? Steps;
        public ReadOnlyMemory<byte> AgentSessions;
        public double? DeadlineMs;
        public double? YieldBeforeMs;
    }
}
