namespace Agnt5.Protocol;

/// <summary>The fields of an invoke request that the endpoint reads (protocol section 4).</summary>
internal enum EnvelopeField
{
    Other,
    ComponentName,
    ComponentType,
    Input,
    RunId,
    Attempt,
    Metadata,
    Checkpoint,
    Budget,
    InputRef,
    OutputUpload,
    IsStreaming,
    ProtocolVersion,
}
