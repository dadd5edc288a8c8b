using System.Collections.Concurrent;

namespace Agnt5.Agents.Tests.Hosting;

/// <summary>What really happened, in order: each execution of a tool writes a line.</summary>
public sealed class Diary
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Write(string line) => _lines.Enqueue(line);
}
