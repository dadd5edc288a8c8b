namespace Agnt5.Local.Hosting;

/// <summary>The codes of errors that the host itself answers. The codes of failed runs are the machines' and the endpoints'.</summary>
internal static class EngineErrorCodes
{
    /// <summary>More commands wait than the engine takes.</summary>
    public const string Busy = "ENGINE_BUSY";

    /// <summary>The engine was stopped.</summary>
    public const string Stopped = "ENGINE_STOPPED";

    /// <summary>A bug in the engine. It ends one run, or one call, and nothing else.</summary>
    public const string Bug = "ENGINE_ERROR";

    /// <summary>The store could not write. Nothing of what was asked for has happened.</summary>
    public const string StoreFailed = "STORE_FAILED";

    public const string InvalidInput = "INVALID_INPUT";

    public const string InvalidPayload = "INVALID_PAYLOAD";

    public const string RunNotFound = "RUN_NOT_FOUND";

    public const string NoOutput = "OUTPUT_NOT_FOUND";

    public const string ApprovalNotFound = "APPROVAL_NOT_FOUND";

    public const string ComponentNotFound = "COMPONENT_NOT_FOUND";

    public const string DeploymentNotFound = "DEPLOYMENT_NOT_FOUND";

    public const string InvalidEnvironment = "INVALID_ENVIRONMENT";

    public const string ManifestRefused = "MANIFEST_REFUSED";

    public const string InvalidEvent = "INVALID_EVENT";

    public const string InvalidIntegration = "INVALID_INTEGRATION";

    public const string IntegrationNotFound = "INTEGRATION_NOT_FOUND";

    public const string BatchNotFound = "BATCH_NOT_FOUND";
}
