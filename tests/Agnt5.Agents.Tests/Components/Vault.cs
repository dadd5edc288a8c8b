namespace Agnt5.Agents.Tests.Components;

/// <summary>What lies in the vault, which nobody can write down.</summary>
public sealed record VaultContents
{
    public string Gold => throw new InvalidOperationException(Vault.Secret);
}

/// <summary>The code of a vault.</summary>
public sealed class VaultCode
{
    private string _digits = "";

    public string Digits { get => _digits; set => _digits = value.Length == 4 ? value : throw new ArgumentException($"'{value}' has not four digits"); }
}

/// <summary>Components whose exceptions hold what only the log may have.</summary>
public static partial class Vault
{
    public const string Secret = "Server=vault-db;Password=hunter2";

    /// <summary>Opens the vault.</summary>
    [Tool]
    public static string OpenVault() => throw new InvalidOperationException($"Cannot log in with {Secret}");

    /// <summary>Knocks at the vault.</summary>
    [Tool]
    public static string KnockAtVault() => throw new TaskCanceledException($"No answer from {Secret}");

    /// <summary>Closes the vault.</summary>
    [Tool]
    public static string CloseVault() => throw new NonRetryableException("The vault closes at six.", new InvalidOperationException(Secret));

    /// <summary>Dials a code.</summary>
    [Tool]
    public static string DialCode([Input] VaultCode code) => code.Digits;

    /// <summary>Thinks of a code.</summary>
    [Agent("vault_dialer", Model = "clever", Tools = [nameof(DialCode)])]
    public static partial Task<VaultCode> ThinkOfCode(AgentContext ctx, string message);

    /// <summary>Lists the vault.</summary>
    [Tool]
    public static VaultContents ListVault() => new();

    [Agent("vault_keeper", Model = "clever", Description = "Keeps the vault.")]
    public static async Task<string> Keep(AgentContext ctx, string message)
    {
        await ctx.RunAsync(message);
        throw new InvalidOperationException($"Cannot keep {Secret}");
    }

    [Agent("vault_cleaner", Model = "clever", Description = "Cleans the vault.")]
    public static async Task<string> Clean(AgentContext ctx, string message)
    {
        await ctx.StepAsync("sweep", new Action(static () => throw new InvalidOperationException($"Cannot sweep {Secret}")));
        return "clean";
    }

    [Agent("vault_counter", Model = "clever", Description = "Counts the vault.")]
    public static async Task<string> Count(AgentContext ctx, string message)
    {
        await ctx.StepAsync("count", static () => new VaultContents());
        return "counted";
    }

    /// <summary>Guards the vault.</summary>
    [Agent(
        "vault_guard",
        Model = "clever",
        Tools = [nameof(OpenVault), nameof(KnockAtVault), nameof(CloseVault), nameof(ListVault), "vault_keeper", "vault_cleaner", "vault_counter"])]
    public static partial Task<string> Guard(AgentContext ctx, string message);

    /// <summary>Gives up when a tool fails.</summary>
    [Agent("vault_coward", Model = "clever", Description = "Runs away.", Tools = [nameof(OpenVault)], ToolErrors = ToolErrorHandling.FailTurn)]
    public static partial Task<string> RunAway(AgentContext ctx, string message);

    /// <summary>Asks an agent that takes no text.</summary>
    [Workflow]
    public static Task<string> CountSecrets(WorkflowContext ctx) => ctx.RunAgentAsync("counter", Secret);

    /// <summary>Asks an agent that takes no text, and is asked by others.</summary>
    [Agent("vault_asker", Model = "clever", Description = "Asks about the vault.")]
    public static Task<string> AskAround(AgentContext ctx, string message) => ctx.RunAgentAsync("counter", Secret);

    /// <summary>Asks the asker.</summary>
    [Agent("vault_chief", Model = "clever", Tools = ["vault_asker"])]
    public static partial Task<string> Lead(AgentContext ctx, string message);

    /// <summary>Goes on after the keeper's failure.</summary>
    [Workflow]
    public static async Task<string> VisitVault(WorkflowContext ctx)
    {
        try
        {
            return await ctx.RunAgentAsync("vault_keeper", "hello");
        }
        catch (InvalidOperationException)
        {
            await ctx.SleepAsync(TimeSpan.FromHours(1), "leave");
            return "left";
        }
    }
}
