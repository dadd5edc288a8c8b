public static class Schedules
{
    private const string Nightly = "0 3 * * *";
    private const string Hourly = "@hourly";

    [Workflow, Cron({|AGT3007:"0 25 * * *"|})] public static void Hour() { }
    [Workflow, Cron({|AGT3007:"60 3 * * *"|})] public static void Minute() { }
    [Workflow, Cron({|AGT3007:"0 3 0 * *"|})] public static void Day() { }
    [Workflow, Cron({|AGT3007:"0 3 * 13 *"|})] public static void Month() { }
    [Workflow, Cron({|AGT3007:"0 3 * * 8"|})] public static void Weekday() { }
    [Workflow, Cron({|AGT3007:"0 0 3 * * *"|})] public static void Seconds() { }
    [Workflow, Cron({|AGT3007:expression: Hourly|})] public static void Macro() { }
    [Workflow, Cron({|AGT3007:"0 3 * *"|})] public static void Four() { }
    [Workflow, Cron({|AGT3007:""|})] public static void Blank() { }
    [Workflow, Cron({|AGT3007:null!|})] public static void Null() { }
    [Workflow, Cron({|AGT3007:"0 3 ? * MON"|})] public static void QuestionMark() { }
    [Workflow, Cron({|AGT3007:"0 3 L * *"|})] public static void LastDay() { }
    [Workflow, Cron({|AGT3007:"0 3 15W * *"|})] public static void NearestWeekday() { }
    [Workflow, Cron({|AGT3007:"0 3 * * 5#2"|})] public static void SecondFriday() { }
    [Workflow, Cron({|AGT3007:"0 3 * * Monday"|})] public static void FullName() { }
    [Workflow, Cron({|AGT3007:"MON 3 * * *"|})] public static void NameInAnotherField() { }
    [Workflow, Cron({|AGT3007:"0 22-6 * * *"|})] public static void Backwards() { }
    [Workflow, Cron("5/15 * * * 7/2")] public static void StepOfOne() { }
    [Workflow, Cron({|AGT3007:"*/0 * * * *"|})] public static void StepOfZero() { }
    [Workflow, Cron({|AGT3007:"*/90 * * * *"|})] public static void StepTooLong() { }
    [Workflow, Cron({|AGT3007:"0 3 30 2 *"|})] public static void ThirtiethOfFebruary() { }
    [Workflow, Cron({|AGT3007:"0 3 31 4,6,9,11 *"|})] public static void ThirtyFirst() { }
    [Workflow, Cron({|AGT3007:"-1 3 * * *"|})] public static void Negative() { }
    [Workflow, Cron({|AGT3007:"0 3 * * 1,,2"|})] public static void EmptyItem() { }
    [Workflow, Cron({|AGT3007:"٠ ٣ * * *"|})] public static void OtherDigits() { }

    // Near misses.
    [Workflow, Cron(Nightly)] public static void Constant() { }
    [Workflow, Cron("0 3 29 2 *")] public static void LeapDay() { }
    [Workflow, Cron("0 3 30 2 MON")] public static void EitherOfTheTwo() { }
    [Workflow, Cron("0 3 31 4,5 *")] public static void OneMonthHasIt() { }
    [Workflow, Cron("*/5 0-6,20-23/2 1,15 jan-Mar,DEC sun,MON-fri,7")] public static void Everything() { }
    [Workflow, Cron("59 23 31 12 7")] public static void Largest() { }
    [Workflow, Cron("  0\t3  * * * ")] public static void Blanks() { }
    [Workflow, Cron("0 0 * * 5-7")] public static void Weekend() { }
    [{|AGT1013:Cron("whenever")|}] public static void NoComponent() { }
}
