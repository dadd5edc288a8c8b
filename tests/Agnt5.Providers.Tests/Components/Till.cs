using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Agnt5.Providers.Tests.Components;

/// <summary>A payment.</summary>
[JsonDerivedType(typeof(CardPay), "card")]
[JsonDerivedType(typeof(TransferPay), "transfer")]
public abstract record Pay(decimal Amount);

/// <summary>By card.</summary>
public sealed record CardPay(decimal Amount, string Number) : Pay(Amount);

/// <summary>By transfer.</summary>
public sealed record TransferPay(decimal Amount, string Iban) : Pay(Amount);

/// <summary>A payment, and one that may be missing.</summary>
public sealed record Receipt(Pay Paid, Pay? Tip = null);

/// <summary>A payment, if there is one.</summary>
public sealed record Gift(Pay? Pay);

/// <summary>A number that may be a text.</summary>
public sealed record Loose
{
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long Value { get; init; }
}

/// <summary>Tools and answers whose schemas are no plain objects.</summary>
public static partial class Till
{
    /// <summary>Takes a payment.</summary>
    [Tool]
    public static string TakePay(Pay pay, [FromServices] Diary diary) => Write(diary, $"take {pay}");

    /// <summary>Takes a payment, once a person has agreed.</summary>
    [Tool(RequiresConfirmation = true)]
    public static string TakeLargePay(Pay pay, [FromServices] Diary diary) => Write(diary, $"take large {pay}");

    /// <summary>Pays back.</summary>
    [Tool]
    public static string PayBack(string reason, Receipt receipt, [FromServices] Diary diary) => Write(diary, $"pay back {reason} {receipt.Paid} {receipt.Tip}");

    /// <summary>Adds up.</summary>
    [Tool]
    public static string AddUp([Input] int[] coins, [FromServices] Diary diary) => Write(diary, $"add up {coins.Sum()}");

    /// <summary>Counts by kind.</summary>
    [Tool]
    public static string CountKinds(Dictionary<string, int> kinds, [FromServices] Diary diary) => Write(diary, $"count {string.Join(",", kinds)}");

    /// <summary>Opens the till.</summary>
    [Tool]
    public static string Open([FromServices] Diary diary) => Write(diary, "open");

    /// <summary>Waits.</summary>
    [Tool]
    public static string Wait(
        TimeSpan time, int count, [Range(1, 100)] int most, [Range(1, int.MaxValue)] int least, byte kind, long id, ulong size, Version version,
        Loose number, Int128? huge, [FromServices] Diary diary) =>
        Write(diary, $"wait {time} {count} {most} {least} {kind} {id} {size} {version} {number} {huge}");

    /// <summary>Has tools of every form.</summary>
    [Agent("cashier", Model = "model", Tools = [nameof(TakePay), nameof(TakeLargePay), nameof(PayBack), nameof(AddUp), nameof(CountKinds), nameof(Open), nameof(Wait)])]
    public static partial Task<string> Cashier(AgentContext ctx, string message);

    /// <summary>Says little.</summary>
    [Agent("terse", Model = "model", Temperature = 0.5, MaxOutputTokens = 77)]
    public static partial Task<string> Terse(AgentContext ctx, string message);

    /// <summary>Answers with a union.</summary>
    [Agent("union", Model = "model")]
    public static partial Task<Pay> Union(AgentContext ctx, string message);

    /// <summary>Answers with an object that has unions.</summary>
    [Agent("receipt", Model = "model")]
    public static partial Task<Receipt> Receive(AgentContext ctx, string message);

    /// <summary>Answers with an object that has a union, or none.</summary>
    [Agent("gift", Model = "model")]
    public static partial Task<Gift> Give(AgentContext ctx, string message);

    /// <summary>Answers with a map.</summary>
    [Agent("map", Model = "model")]
    public static partial Task<Dictionary<string, int>> Map(AgentContext ctx, string message);

    /// <summary>Answers with a list.</summary>
    [Agent("list", Model = "model")]
    public static partial Task<List<string>> List(AgentContext ctx, string message);

    /// <summary>Answers with a number.</summary>
    [Agent("number", Model = "model")]
    public static partial Task<int> Number(AgentContext ctx, string message);

    private static string Write(Diary diary, string line)
    {
        diary.Write(line);
        return "done";
    }
}
