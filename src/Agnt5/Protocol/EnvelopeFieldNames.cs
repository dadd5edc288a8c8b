using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>Finds which field of an envelope a property is.</summary>
internal static class EnvelopeFieldNames
{
    private static readonly (byte[] Name, EnvelopeField Field)[] Known =
    [
        ("component_name"u8.ToArray(), EnvelopeField.ComponentName),
        ("component_type"u8.ToArray(), EnvelopeField.ComponentType),
        ("input"u8.ToArray(), EnvelopeField.Input),
        ("run_id"u8.ToArray(), EnvelopeField.RunId),
        ("attempt"u8.ToArray(), EnvelopeField.Attempt),
        ("metadata"u8.ToArray(), EnvelopeField.Metadata),
        ("checkpoint"u8.ToArray(), EnvelopeField.Checkpoint),
        ("budget"u8.ToArray(), EnvelopeField.Budget),
        ("input_ref"u8.ToArray(), EnvelopeField.InputRef),
        ("output_upload"u8.ToArray(), EnvelopeField.OutputUpload),
        ("is_streaming"u8.ToArray(), EnvelopeField.IsStreaming),
        ("protocol_version"u8.ToArray(), EnvelopeField.ProtocolVersion),
    ];

    /// <summary>The field of the property name that the reader stands on.</summary>
    public static EnvelopeField Read(ref Utf8JsonReader reader)
    {
        var given = reader.ValueSpan;
        var isEscaped = reader.ValueIsEscaped;
        foreach (var (name, field) in Known)
        {
            // The length tells most names apart, at a fraction of the cost where an interpreter runs this.
            if (isEscaped ? reader.ValueTextEquals(name) : name.Length == given.Length && given.SequenceEqual(name))
                return field;
        }

        return EnvelopeField.Other;
    }
}
