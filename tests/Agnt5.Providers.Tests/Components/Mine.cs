namespace Agnt5.Providers.Tests.Components;

/// <summary>Types that nest deeper than readers of JSON follow.</summary>
public static partial class Mine
{
    /// <summary>Digs.</summary>
    [Tool]
    public static string Dig(Level01 place, [FromServices] Diary diary)
    {
        diary.Write($"dig {place.Next.Next.Next is not null}");
        return "done";
    }

    /// <summary>Has a tool whose schema is deep, and one whose schema is not.</summary>
    [Agent("miner", Model = "model", Tools = [nameof(Dig), "find_book"])]
    public static partial Task<string> Miner(AgentContext ctx, string message);

    /// <summary>Answers deeply.</summary>
    [Agent("geologist", Model = "model")]
    public static partial Task<Level01> Geologist(AgentContext ctx, string message);
}

public sealed record Level01(Level02 Next);
public sealed record Level02(Level03 Next);
public sealed record Level03(Level04 Next);
public sealed record Level04(Level05 Next);
public sealed record Level05(Level06 Next);
public sealed record Level06(Level07 Next);
public sealed record Level07(Level08 Next);
public sealed record Level08(Level09 Next);
public sealed record Level09(Level10 Next);
public sealed record Level10(Level11 Next);
public sealed record Level11(Level12 Next);
public sealed record Level12(Level13 Next);
public sealed record Level13(Level14 Next);
public sealed record Level14(Level15 Next);
public sealed record Level15(Level16 Next);
public sealed record Level16(Level17 Next);
public sealed record Level17(Level18 Next);
public sealed record Level18(Level19 Next);
public sealed record Level19(Level20 Next);
public sealed record Level20(Level21 Next);
public sealed record Level21(Level22 Next);
public sealed record Level22(Level23 Next);
public sealed record Level23(Level24 Next);
public sealed record Level24(Level25 Next);
public sealed record Level25(Level26 Next);
public sealed record Level26(Level27 Next);
public sealed record Level27(Level28 Next);
public sealed record Level28(Level29 Next);
public sealed record Level29(Level30 Next);
public sealed record Level30(Level31 Next);
public sealed record Level31(Level32 Next);
public sealed record Level32(Level33 Next);
public sealed record Level33(Level34 Next);
public sealed record Level34(Level35 Next);
public sealed record Level35(Level36 Next);
public sealed record Level36(Level37 Next);
public sealed record Level37(Level38 Next);
public sealed record Level38(Level39 Next);
public sealed record Level39(Level40 Next);
public sealed record Level40(Level41 Next);
public sealed record Level41(Level42 Next);
public sealed record Level42(Level43 Next);
public sealed record Level43(Level44 Next);
public sealed record Level44(Level45 Next);
public sealed record Level45(int Value);
