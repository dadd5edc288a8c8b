namespace Agnt5.Mcp.Tests.Components;

/// <summary>What lies in the vault, which nobody can write down.</summary>
public sealed record VaultContents
{
    public string Gold => throw new InvalidOperationException(Vault.Secret);
}

/// <summary>A service that cannot be put away.</summary>
public sealed class VaultDoor : IDisposable
{
    public void Dispose() => throw new InvalidOperationException(Vault.Secret);
}

/// <summary>Tools whose exceptions hold what only the log may have.</summary>
public static class Vault
{
    public const string Secret = "Server=vault-db;Password=hunter2";

    /// <summary>Opens the vault.</summary>
    [Tool]
    public static string OpenVault() => throw new InvalidOperationException($"Cannot log in with {Secret}", new FormatException(Secret));

    /// <summary>Closes the vault.</summary>
    [Tool]
    public static string CloseVault() => throw new NonRetryableException("The vault closes at six.", new InvalidOperationException(Secret));

    /// <summary>Lists the vault.</summary>
    [Tool]
    public static VaultContents ListVault() => new();

    /// <summary>Leaves the vault.</summary>
    [Tool]
    public static string LeaveVault([FromServices] VaultDoor door) => door is null ? "" : "left";
}
