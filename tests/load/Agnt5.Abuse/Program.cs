using Agnt5.Abuse;

// Agnt5.Abuse [--only TEXT | --only-held] NAME=BINARY [NAME=BINARY]: attacks Agnt5.AbuseTarget as each binary has it, in turns. tests/load/abuse calls this.
var only = args is ["--only", var text, ..] ? text : null;
var onlyHeld = args is ["--only-held", ..];
var builds = args.Skip(onlyHeld ? 1 : only is null ? 0 : 2).Select(static argument => argument.Split('=', 2)).ToArray();
if (builds.Length == 0 || builds.Any(static build => build.Length < 2))
{
    Console.Error.WriteLine("usage: Agnt5.Abuse [--only TEXT | --only-held] NAME=BINARY [NAME=BINARY]");
    return 2;
}

Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, load average before the run: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.");
Console.WriteLine();
if (!onlyHeld)
{
    await ExpensiveInputs.RunAsync(builds, only ?? "");
    Console.WriteLine();
}

if (only is null)
    await HeldBodies.RunAsync(builds);

return 0;
