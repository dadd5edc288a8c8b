using System.Buffers;
using System.Numerics;

namespace Agnt5.Primitives;

/// <summary>
/// Lends arrays. Small ones are the shared array pool's. Large ones are kept here for a while, up to a bound, and then given back to the operating system: the shared pool would keep what an attack made it
/// allocate for as long as the process lives.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class BufferPool(TimeProvider time)
{
    /// <summary>The length up to which an array is the shared pool's.</summary>
    private const int LargestShared = 64 * 1024;

    /// <summary>The most bytes that wait here for their next use.</summary>
    private const long MostKept = 16 * 1024 * 1024;

    /// <summary>So many bytes that were let go are worth a collection.</summary>
    private const long WorthCollecting = 8 * 1024 * 1024;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<(byte[] Array, long ReturnedAt)> _kept = []; // In the order in which they came back.
    private long _keptBytes;
    private long _letGoBytes;
    private ITimer? _timer;

    /// <summary>The pool for what belongs to no endpoint.</summary>
    public static BufferPool Shared { get; } = new(TimeProvider.System);

    /// <summary>How long an array for so many bytes is. There are eight sizes between a power of two and the next, so that arrays fit again, and little of one is unused.</summary>
    public static int SizeOf(int bytes)
    {
        if (bytes <= LargestShared)
            return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(bytes, 16));

        var step = 1 << (BitOperations.Log2((uint)bytes - 1) - 3);
        return checked((bytes + step - 1) & -step);
    }

    public byte[] Rent(int bytes)
    {
        if (bytes <= LargestShared)
            return ArrayPool<byte>.Shared.Rent(bytes);

        var length = SizeOf(bytes);
        lock (_lock)
        {
            // The last that came back first, so that the others grow old. There are few: a bound on bytes, and each is large.
            var index = _kept.FindLastIndex(kept => kept.Array.Length == length);
            if (index >= 0)
            {
                var array = _kept[index].Array;
                _kept.RemoveAt(index);
                _keptBytes -= length;
                return array;
            }
        }

        return GC.AllocateUninitializedArray<byte>(length);
    }

    public void Return(byte[] array)
    {
        if (array.Length <= LargestShared)
        {
            ArrayPool<byte>.Shared.Return(array);
            return;
        }

        lock (_lock)
        {
            if (_keptBytes + array.Length <= MostKept)
            {
                _kept.Add((array, time.GetTimestamp()));
                _keptBytes += array.Length;
            }
            else
            {
                _letGoBytes += array.Length;
            }

            _timer ??= time.CreateTimer(static pool => ((BufferPool)pool!).LetGo(), this, IdleTime, Timeout.InfiniteTimeSpan);
        }
    }

    private void LetGo()
    {
        bool isWorthCollecting;
        lock (_lock)
        {
            var idle = _kept.FindIndex(kept => time.GetElapsedTime(kept.ReturnedAt) < IdleTime);
            idle = idle < 0 ? _kept.Count : idle;
            var bytes = _kept.Take(idle).Sum(static kept => (long)kept.Array.Length);
            _kept.RemoveRange(0, idle);
            _keptBytes -= bytes;
            _letGoBytes += bytes;
            isWorthCollecting = _letGoBytes >= WorthCollecting;
            if (isWorthCollecting)
                _letGoBytes = 0;
            _timer!.Dispose();
            _timer = _kept.Count > 0 ? time.CreateTimer(static pool => ((BufferPool)pool!).LetGo(), this, IdleTime, Timeout.InfiniteTimeSpan) : null;
        }

        if (isWorthCollecting)
            Collect();
    }

    // A process that has become quiet after an attack allocates too little to collect by itself, and would hold the memory for hours. In the background, so that no request waits for it.
    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
}
