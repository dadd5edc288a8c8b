using System.Buffers;
using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>
/// The manifest's bytes (protocol section 2): the components as they were generated, with the service's name and version spliced in
/// once at start-up.
/// </summary>
internal static class Manifest
{
    public static byte[] Create(ComponentCatalog catalog, ServerlessOptions options)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes);
        writer.WriteStartObject();
        writer.WriteString("protocol_version"u8, "workerless.v1"u8);
        if (options.ServiceName is { } name)
            writer.WriteString("service_name"u8, name.Trim());
        if (options.ServiceVersion is { } version)
            writer.WriteString("service_version"u8, version.Trim());
        writer.WritePropertyName("components"u8);
        writer.WriteRawValue(catalog.ManifestComponents, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
