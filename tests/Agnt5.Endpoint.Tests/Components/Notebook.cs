using System.Collections.Concurrent;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>What components did, in order.</summary>
public sealed class Notebook
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Write(string line) => _lines.Enqueue(line);
}

/// <summary>Belongs to the scope of one invocation, and notes when that ends.</summary>
public sealed class Belonging(Notebook notebook) : IDisposable
{
    public void Write(string line) => notebook.Write(line);

    public void Dispose() => notebook.Write("scope disposed");
}
