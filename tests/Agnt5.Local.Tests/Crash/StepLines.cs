using System.Globalization;

namespace Agnt5.Local.Tests.Crash;

/// <summary>What the steps have done to the world, line by line: process, run, part of the workflow, step.</summary>
internal static class StepLines
{
    /// <summary>
    /// A step may be done again only when its slice was lost with a process. What a process does first for a run lies behind what was kept, and so does what comes after a question or a signal.
    /// Nothing before it is done again.
    /// </summary>
    public static void Check(string path)
    {
        HashSet<string> seen = [];
        HashSet<(string Process, string Run)> begun = [];
        Dictionary<string, int> kept = [];
        foreach (var line in File.ReadLines(path))
        {
            var words = line.Split(' ');
            var (process, run, part) = (words[0], words[1], int.Parse(words[2], CultureInfo.InvariantCulture));
            Assert.True(seen.Add(line), $"A step was done twice by one process: {line}");
            Assert.True(part >= kept.GetValueOrDefault(run), $"A step was done again although its answer was kept: {line}");
            kept[run] = Math.Max(kept.GetValueOrDefault(run), begun.Add((process, run)) ? part : part / 10 * 10);
        }
    }
}
