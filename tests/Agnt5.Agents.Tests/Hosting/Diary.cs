using System.Collections.Concurrent;

namespace Agnt5.Agents.Tests.Hosting;

/// <summary>The real executions of tools, in order: each writes a line.</summary>
public sealed class Diary
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Write(string line) => _lines.Enqueue(line);
}
