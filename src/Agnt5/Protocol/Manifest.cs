using System.Buffers;
using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>
/// The manifest's bytes (protocol section 2): the components as they were generated, with the service's name and version spliced in
/// once.
/// </summary>
internal static class Manifest
{
    public static byte[] Create(ReadOnlySpan<byte> components, string? serviceName, string? serviceVersion)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes);
        writer.WriteStartObject();
        writer.WriteString("protocol_version"u8, "workerless.v1"u8);
        if (serviceName is not null)
            writer.WriteString("service_name"u8, serviceName.Trim());
        if (serviceVersion is not null)
            writer.WriteString("service_version"u8, serviceVersion.Trim());
        writer.WritePropertyName("components"u8);
        writer.WriteRawValue(components, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
