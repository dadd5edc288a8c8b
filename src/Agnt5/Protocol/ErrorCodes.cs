namespace Agnt5.Protocol;

/// <summary>The error codes of the protocol (protocol sections 1, 3, 4, 5, 7 and 8).</summary>
internal static class ErrorCodes
{
    public const string Disabled = "WORKERLESS_DISABLED";

    public const string SigningSecretRequired = "WORKERLESS_SIGNING_SECRET_REQUIRED";
    public const string SignatureMissing = "WORKERLESS_SIGNATURE_MISSING";
    public const string SignatureVersionUnsupported = "WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED";
    public const string SignatureTimestampInvalid = "WORKERLESS_SIGNATURE_TIMESTAMP_INVALID";
    public const string SignatureExpired = "WORKERLESS_SIGNATURE_EXPIRED";
    public const string SignatureInvalid = "WORKERLESS_SIGNATURE_INVALID";
    public const string SignatureError = "WORKERLESS_SIGNATURE_ERROR";
    public const string AttemptRepeated = "WORKERLESS_ATTEMPT_REPEATED";

    public const string InvalidRequest = "WORKERLESS_INVALID_REQUEST";
    public const string ProtocolMismatch = "WORKERLESS_PROTOCOL_MISMATCH";
    public const string ComponentRequired = "WORKERLESS_COMPONENT_REQUIRED";
    public const string ComponentNotFound = "WORKERLESS_COMPONENT_NOT_FOUND";
    public const string PayloadTooLarge = "WORKERLESS_PAYLOAD_TOO_LARGE";
    public const string RequestTimeout = "WORKERLESS_REQUEST_TIMEOUT";
    public const string Busy = "WORKERLESS_BUSY";

    public const string InputRefInvalid = "WORKERLESS_INPUT_REF_INVALID";
    public const string InputRefUnsupported = "WORKERLESS_INPUT_REF_UNSUPPORTED";
    public const string InputRefTooLarge = "WORKERLESS_INPUT_REF_TOO_LARGE";
    public const string InputRefExpired = "WORKERLESS_INPUT_REF_EXPIRED";
    public const string InputRefFetchFailed = "WORKERLESS_INPUT_REF_FETCH_FAILED";
    public const string InputRefChecksumMismatch = "WORKERLESS_INPUT_REF_CHECKSUM_MISMATCH";
    public const string InputRefChecksumFailed = "WORKERLESS_INPUT_REF_CHECKSUM_FAILED";

    public const string InputInvalid = "WORKERLESS_INPUT_INVALID";
    public const string HandlerError = "WORKERLESS_HANDLER_ERROR";
    public const string DeadlineExceeded = "WORKERLESS_DEADLINE_EXCEEDED";
    public const string OutputSerializationFailed = "WORKERLESS_OUTPUT_SERIALIZATION_FAILED";
    public const string OutputRefInvalid = "WORKERLESS_OUTPUT_REF_INVALID";
    public const string OutputRefExpired = "WORKERLESS_OUTPUT_REF_EXPIRED";
    public const string OutputRefChecksumFailed = "WORKERLESS_OUTPUT_REF_CHECKSUM_FAILED";
    public const string OutputRefUploadFailed = "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED";
}
