using System.Globalization;

namespace Agnt5.Local.Tests.Crash;

/// <summary>What the steps have done to the world, line by line: process, run, part of the workflow, step.</summary>
internal static class StepLines
{
    /// <summary>
    /// A step may be done again only when its slice was lost with a process. When the part behind a wait has begun, the answer of the part before it was kept, and none of its steps is done again.
    /// </summary>
    public static void Check(string path)
    {
        HashSet<string> seen = [];
        Dictionary<string, int> reached = [];
        foreach (var line in File.ReadLines(path))
        {
            var words = line.Split(' ');
            var part = int.Parse(words[2], CultureInfo.InvariantCulture);
            Assert.True(seen.Add(line), $"A step was done twice by one process: {line}");
            Assert.True(part >= reached.GetValueOrDefault(words[1]), $"A step was done again although its answer was kept: {line}");
            reached[words[1]] = part;
        }
    }
}
