namespace Agnt5.Mcp;

/// <summary>Bounds what the results of all sessions together take of the memory.</summary>
internal sealed class KeptBytes(long most)
{
    private long _taken;

    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= most)
            return true;
        Release(bytes);
        return false;
    }

    public void Release(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
