using System.Collections.Frozen;

namespace Agnt5.Hostile.Tests.Checks;

/// <summary>The codes of the protocol that a signed or unsigned invoke may get here, each with its status.</summary>
internal static class DocumentedCodes
{
    private static readonly FrozenSet<(string Code, int Status)> All = new (string, int)[]
    {
        ("WORKERLESS_SIGNATURE_MISSING", 401),
        ("WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED", 401),
        ("WORKERLESS_SIGNATURE_TIMESTAMP_INVALID", 401),
        ("WORKERLESS_SIGNATURE_EXPIRED", 401),
        ("WORKERLESS_SIGNATURE_INVALID", 401),
        ("WORKERLESS_INVALID_REQUEST", 400),
        ("WORKERLESS_PROTOCOL_MISMATCH", 400),
        ("WORKERLESS_COMPONENT_REQUIRED", 400),
        ("WORKERLESS_COMPONENT_NOT_FOUND", 404),
        ("WORKERLESS_PAYLOAD_TOO_LARGE", 413),
        ("WORKERLESS_REQUEST_TIMEOUT", 408),
        ("WORKERLESS_BUSY", 503),
        ("WORKERLESS_INPUT_REF_INVALID", 400),
        ("WORKERLESS_INPUT_REF_UNSUPPORTED", 400),
        ("WORKERLESS_INPUT_REF_TOO_LARGE", 413),
        ("WORKERLESS_INPUT_REF_EXPIRED", 410),
        ("WORKERLESS_INPUT_REF_FETCH_FAILED", 502),
        ("WORKERLESS_INPUT_REF_CHECKSUM_MISMATCH", 400),
        ("WORKERLESS_OUTPUT_REF_INVALID", 400),
        ("WORKERLESS_OUTPUT_REF_EXPIRED", 410),
        ("WORKERLESS_OUTPUT_REF_UPLOAD_FAILED", 502),
        ("WORKERLESS_OUTPUT_SERIALIZATION_FAILED", 500),
        ("WORKERLESS_INPUT_INVALID", 200),
        ("WORKERLESS_HANDLER_ERROR", 200),
        ("WORKERLESS_DEADLINE_EXCEEDED", 200),
    }.ToFrozenSet();

    public static bool Allow(string code, int status) => All.Contains((code, status));
}
