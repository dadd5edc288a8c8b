using System.Text;

namespace Agnt5.Cli.Tests.Harness;

/// <summary>The output of a command that is still at work. Tests wait for what it writes.</summary>
internal sealed class LiveOutput : TextWriter
{
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        TaskCompletionSource changed;
        lock (_text)
        {
            _text.Append(value);
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override string ToString()
    {
        lock (_text)
            return _text.ToString();
    }

    /// <summary>Waits until a text was written, and gives the line that it stands in.</summary>
    public async Task<string> LineWithAsync(string text, Task command)
    {
        while (true)
        {
            Task changed;
            lock (_text)
            {
                changed = _changed.Task;
                if (_text.ToString().Split('\n')[..^1].FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                    return line;
            }

            if (await Task.WhenAny(changed, command).WaitAsync(TimeSpan.FromMinutes(5)) == command)
                throw new InvalidOperationException($"The command ended before it wrote '{text}':\n{this}");
        }
    }
}
