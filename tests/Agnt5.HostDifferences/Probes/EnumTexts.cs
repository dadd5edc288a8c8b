namespace Agnt5.HostDifferences.Probes;

/// <summary>Enums as text, also where two names have one value.</summary>
internal static class EnumTexts
{
    private enum Doubled
    {
        First = 1,
        Also = 1,
        Again = 1,
        Other = 2,
    }

    [Flags]
    private enum Rights
    {
        None = 0,
        Read = 1,
        Write = 2,
        Both = 3,
        Own = 8,
    }

    public static void Add(Report report)
    {
        report.Add("enum with two names for a value", () => ((Doubled)Values.Int("1")).ToString());
        report.Add("enum names", () => Enum.GetNames<Doubled>());
        report.Add("enum values", () => Enum.GetValues<Doubled>().Select(static value => (int)value));
        report.Add("Enum.GetName", () => Enum.GetName((Doubled)Values.Int("1")));
        report.Add("flags", () => ((Rights)Values.Int("11")).ToString());
        report.Add("flags that nothing names", () => ((Rights)Values.Int("12")).ToString());
        report.Add("flags of zero", () => ((Rights)Values.Int("0")).ToString());
        report.Add("flags as F", () => ((Rights)Values.Int("3")).ToString("F"));
        report.Add("flags as X", () => ((Rights)Values.Int("3")).ToString("X"));
        report.Add("enum as D", () => ((Doubled)Values.Int("7")).ToString("D"));
        report.Add("enum without a name", () => ((Doubled)Values.Int("7")).ToString());
        report.Add("Enum.Parse", () => Enum.Parse<Rights>("Read, own", ignoreCase: true));
        report.Add("Enum.Parse of a number", () => (int)Enum.Parse<Rights>("99"));
        report.Add("Enum.Parse of nothing", () => Enum.Parse<Rights>(" "));
        report.Add("Enum.IsDefined", () => Enum.IsDefined((Rights)Values.Int("9")));
        report.Add("bool as text", () => Values.Int("1") == 1);
        report.Add("bool.Parse", () => bool.Parse(" TRUE\0"));
        report.Add("order of enums", () => ((Doubled[])[(Doubled)9, Doubled.Other, (Doubled)(-1)]).Order().Select(static value => (int)value));
    }
}
