namespace Agnt5.Local.Storage.Sqlite.Secrets;

/// <summary>The names that secrets are kept and sealed under.</summary>
internal static class SecretNames
{
    /// <summary>A known text: whether it opens says whether the key is right.</summary>
    public const string Check = "check";

    /// <summary>What the names of integrations' secrets begin with. The source and the id follow.</summary>
    public const string Integrations = "integration:";

    /// <summary>The secret that signs a deployment's invokes.</summary>
    public static string Signing(string deploymentId) => $"signing:{deploymentId}";

    /// <summary>The further headers of a deployment's invokes: they may let the caller in.</summary>
    public static string Headers(string deploymentId) => $"headers:{deploymentId}";

    /// <summary>The secret that a provider signs its webhooks with. Sources have no colon.</summary>
    public static string Integration(string source, string integrationId) => $"{Integrations}{source}:{integrationId}";
}
