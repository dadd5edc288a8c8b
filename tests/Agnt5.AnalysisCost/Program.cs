using Agnt5.AnalysisCost;

// dotnet run -c Release --project tests/Agnt5.AnalysisCost -- [keystroke] [build] [--rounds 5]
//
// keystroke: what each rule costs when one file of 500 lines is analyzed again after an edit. Aim: at most 5 ms.
// build: what the analyzers add to the build of a project of 1,000 files, with and without the SDK. Aim: under 10 percent, and nothing.
var rounds = Array.IndexOf(args, "--rounds") is var at and >= 0 ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 5;
var isAll = !args.Contains("keystroke") && !args.Contains("build");

if (isAll || args.Contains("keystroke"))
    await KeystrokeCost.PrintAsync(rounds * 4);
if (isAll || args.Contains("build"))
{
    await BuildCost.PrintAsync(usesSdk: true, rounds);
    await BuildCost.PrintAsync(usesSdk: false, rounds);
}
