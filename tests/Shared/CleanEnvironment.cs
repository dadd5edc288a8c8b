using System.Runtime.CompilerServices;

namespace Agnt5.Tests.Shared;

/// <summary>Removes the variables of a developer's shell or a container, so that the tests find the same environment everywhere.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Variables =
    [
        "AGNT5_SERVERLESS_ENABLED", "AGNT5_SERVERLESS_SIGNING_SECRET", "AGNT5_WORKERLESS_SIGNING_SECRET", "WORKERLESS_SIGNING_SECRET",
        "AGNT5_GATEWAY_URL", "AGNT5_API_KEY", "AGNT5_TENANT_ID", "AGNT5_DEPLOYMENT_ID",
        "K_REVISION", "GIT_SHA", "PORT", "HOST", "DOTNET_RUNNING_IN_CONTAINER", "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "PSModulePath",
    ];

    [ModuleInitializer]
    internal static void Clear() => Array.ForEach(Variables, static variable => Environment.SetEnvironmentVariable(variable, null));
}
