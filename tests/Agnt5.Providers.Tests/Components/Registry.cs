namespace Agnt5.Providers.Tests.Components;

/// <summary>Names that providers do not take as they are.</summary>
public static partial class Registry
{
    /// <summary>Finds an order.</summary>
    [Tool("orders.find/by id")]
    public static string FindOrder(string id, [FromServices] Diary diary) => Write(diary, $"find {id}");

    /// <summary>Checks a size.</summary>
    [Tool("größe_prüfen")]
    public static string CheckSize(FunctionContext ctx, int size, [FromServices] Diary diary) => Write(diary, $"check {size} {ctx.IdempotencyKey}");

    /// <summary>Has a long name.</summary>
    [Tool("a_tool_whose_name_says_all_that_it_does_and_is_longer_than_providers_take")]
    public static string Ramble([FromServices] Diary diary) => Write(diary, "ramble");

    /// <summary>Asks a person first.</summary>
    [Tool("orders.cancel", RequiresConfirmation = true)]
    public static string Cancel(string id, [FromServices] Diary diary) => Write(diary, $"cancel {id}");

    /// <summary>Takes over.</summary>
    [Agent("front.desk", Model = "model", Instructions = "Be kind.")]
    public static partial Task<string> FrontDesk(AgentContext ctx, string message);

    /// <summary>Has tools and agents of every name.</summary>
    [Agent(
        "registrar", Model = "model", Handoffs = ["front.desk"],
        Tools = ["orders.find/by id", "größe_prüfen", "a_tool_whose_name_says_all_that_it_does_and_is_longer_than_providers_take", "orders.cancel", "front.desk"])]
    public static partial Task<string> Registrar(AgentContext ctx, string message);

    private static string Write(Diary diary, string line)
    {
        diary.Write(line);
        return "done";
    }
}
