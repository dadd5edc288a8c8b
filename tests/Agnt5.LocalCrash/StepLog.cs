using System.Globalization;
using System.Text;

namespace Agnt5.LocalCrash;

/// <summary>The world outside: a file of what steps have done. A line that was written stays, also when the process is killed.</summary>
public sealed class StepLog(string path)
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Adds a line: the process, the run, the part of its workflow and the step.</summary>
    public int Add(string runId, int part, string step)
    {
        var line = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {runId} {part} {step}\n"));
        lock (_file)
            _file.Write(line);
        return part;
    }
}
