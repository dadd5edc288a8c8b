public static class Tools
{
    [Tool("orders.find", Description = "Finds.")]
    public static void Find() { }

    [Tool("orders/find", Description = "Finds.")]
    public static void FindAll() { }

    [Tool("orders_find", Description = "Finds.")]
    public static void FindPlain() { }

    [Tool("transfer_to_billing", Description = "Pays.")]
    public static void Pay() { }

    [Tool("größe", Description = "Measures.")]
    public static void Measure() { }

    [Tool("gräße", Description = "Measures.")]
    public static void MeasureAgain() { }

    [Tool("a_name_that_is_longer_than_the_sixty_four_characters_that_providers_take_one", Description = "Long.")]
    public static void LongOne() { }

    [Tool("a_name_that_is_longer_than_the_sixty_four_characters_that_providers_take_two", Description = "Long.")]
    public static void LongTwo() { }
}

public static partial class Agents
{
    /// <summary>Bills.</summary>
    [Agent("billing")]
    public static string Billing(string message) => message;

    [Agent(Model = "test-model", Tools = ["orders.find", {|AGT1016:"orders/find"|}, {|AGT1016:"orders_find"|}])]
    public static partial Task<string> Support(AgentContext ctx, string message);

    [Agent(Tools = ["transfer_to_billing"], Handoffs = [{|AGT1016:"billing"|}])]
    public static string HandsOver(string message) => message;

    [Agent(Tools = ["orders.find", "größe", "gräße", "a_name_that_is_longer_than_the_sixty_four_characters_that_providers_take_one",
        "a_name_that_is_longer_than_the_sixty_four_characters_that_providers_take_two", "billing"], Handoffs = ["billing"])]
    public static string TellsApart(string message) => message;
}
