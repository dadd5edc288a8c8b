using System.Buffers;
using System.Numerics;

namespace Agnt5.Primitives;

/// <summary>
/// Lends arrays. Small ones are the shared array pool's. Large ones are kept here for a while, up to a bound, and then let go: the shared pool would keep what an attack made it allocate for as long
/// as the process lives.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="collect">Called when many bytes were let go, nothing has collected them yet, and the pool has become quiet.</param>
internal sealed class BufferPool(TimeProvider time, Action collect)
{
    /// <summary>The length up to which an array is the shared pool's.</summary>
    private const int LargestShared = 32 * 1024;

    /// <summary>What a large array has beyond a power of two, so that a body of 8 MiB and the text before it do not need 16.</summary>
    private const int Slack = 4 * 1024;

    /// <summary>The most bytes that wait here for their next use.</summary>
    private const long MostKept = 16 * 1024 * 1024;

    /// <summary>So many bytes that were let go are worth a collection.</summary>
    private const long WorthCollecting = 8 * 1024 * 1024;

    /// <summary>The largest heap that is collected: in tens of milliseconds.</summary>
    private const long LargestHeap = 128 * 1024 * 1024;

    /// <summary>How long an array waits for its next use, and how long nothing large is used before the pool is quiet.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<(byte[] Array, long ReturnedAt)> _kept = []; // In the order in which they came back.
    private long _keptBytes;
    private long _letGoBytes; // Since the last collection.
    private int _collections;
    private long _usedAt;
    private ITimer? _timer;

    public BufferPool(TimeProvider time)
        : this(time, Collect)
    {
    }

    /// <summary>The pool for what belongs to no endpoint.</summary>
    public static BufferPool Shared { get; } = new(TimeProvider.System);

    /// <summary>How long an array for so many bytes is. There are few sizes, so that arrays fit again.</summary>
    public static int SizeOf(int bytes) => bytes <= LargestShared
        ? (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(bytes, 16))
        : checked((int)BitOperations.RoundUpToPowerOf2((uint)(bytes - Slack)) + Slack);

    /// <summary>The next length after one, about twice as long.</summary>
    public static int SizeAfter(int length) => checked(length <= LargestShared ? 2 * length : (2 * length) - Slack);

    public byte[] Rent(int bytes)
    {
        if (bytes <= LargestShared)
            return ArrayPool<byte>.Shared.Rent(bytes);

        var length = SizeOf(bytes);
        lock (_lock)
        {
            _usedAt = time.GetTimestamp();
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
            _usedAt = time.GetTimestamp();
            if (_keptBytes + array.Length <= MostKept)
            {
                _kept.Add((array, _usedAt));
                _keptBytes += array.Length;
            }
            else
            {
                CountLetGo(array.Length);
            }

            _timer ??= NewTimer();
        }
    }

    private void LetGoOfIdle()
    {
        bool isWorthCollecting;
        lock (_lock)
        {
            var idle = _kept.FindIndex(kept => time.GetElapsedTime(kept.ReturnedAt) < IdleTime);
            idle = idle < 0 ? _kept.Count : idle;
            var bytes = _kept.Take(idle).Sum(static kept => (long)kept.Array.Length);
            _kept.RemoveRange(0, idle);
            _keptBytes -= bytes;
            CountLetGo(bytes);

            // Not during an attack: whoever goes on sending would cause one collection after the other, and the endpoint's own work brings collections anyway.
            var isQuiet = time.GetElapsedTime(_usedAt) >= IdleTime;
            isWorthCollecting = isQuiet && _letGoBytes >= WorthCollecting;
            if (isWorthCollecting)
                _letGoBytes = 0;
            _timer!.Dispose();
            _timer = isQuiet ? null : NewTimer();
        }

        if (isWorthCollecting)
            collect();
    }

    private void CountLetGo(long bytes)
    {
        var collections = GC.CollectionCount(GC.MaxGeneration);
        if (_collections != collections)
            _letGoBytes = 0;
        _collections = collections;
        _letGoBytes += bytes;
    }

    private ITimer NewTimer() => time.CreateTimer(static pool => ((BufferPool)pool!).LetGoOfIdle(), this, IdleTime, Timeout.InfiniteTimeSpan);

    /// <summary>
    /// Gives memory back to the operating system. A process that has become quiet allocates too little to collect by itself, and would hold what an attack left for hours. Modes that do less give
    /// nothing back: the optimized one sees no need, and a collection in the background keeps the freed memory for the process.
    /// </summary>
    private static void Collect()
    {
        // Every thread waits for it, and the larger the heap, the longer. So an app with a large heap keeps what an attack left, which is a small part there, until it collects by itself.
        if (GC.GetTotalMemory(forceFullCollection: false) <= LargestHeap)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
