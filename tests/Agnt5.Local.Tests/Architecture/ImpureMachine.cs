namespace Agnt5.Local.Tests.Architecture.Impure;

/// <summary>Does all that a machine must not do. It is here to be found.</summary>
internal sealed class ImpureMachine(TimeProvider time, Random random)
{
    private static long _calls;

    private readonly object _lock = new();

    public string Apply()
    {
        lock (_lock)
            return $"{++_calls} {DateTime.UtcNow} {Guid.NewGuid()} {time.GetTimestamp()} {random.Next()}";
    }

    public static int Count(Runs.MachineWorld room) => room.Runs.Count;

    public async Task<string> ReadAsync(string path)
    {
        await Task.Yield();
        return File.ReadAllText(path);
    }
}
