using System.Runtime.CompilerServices;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Primitives;

namespace Agnt5.Endpoint.Tests;

/// <summary>The memory of large bodies is used again, and given back when nobody uses it.</summary>
public sealed class BufferPoolTests
{
    private const int Megabyte = 1024 * 1024;

    private readonly ManualTime _time = new();
    private readonly BufferPool _pool;
    private int _collected;

    public BufferPoolTests() => _pool = new BufferPool(_time, () => _collected++);

    [Fact]
    public void A_large_array_is_lent_again()
    {
        var array = _pool.Rent(Megabyte);
        _pool.Return(array);
        _time.AdvanceMs(10_000);

        Assert.Same(array, _pool.Rent(Megabyte));
    }

    [Fact]
    public void A_buffer_that_grows_doubles_from_one_size_to_the_next()
    {
        for (var bytes = Megabyte; bytes < 256 * Megabyte; bytes *= 2)
            Assert.Equal(BufferPool.SizeOf(2 * bytes), BufferPool.SizeOf(BufferPool.SizeAfter(BufferPool.SizeOf(bytes))));
    }

    [Fact]
    public void An_idle_array_is_let_go_of_while_others_are_in_use()
    {
        var idle = LendOnce();
        for (var i = 0; i < 10; i++)
        {
            _time.AdvanceMs(5_000);
            _pool.Return(_pool.Rent(Megabyte / 2));
        }

        GC.Collect();
        Assert.False(idle.IsAlive);
        GC.KeepAlive(_pool);
    }

    [Fact]
    public void An_attack_causes_one_collection_after_its_end_and_none_before()
    {
        for (var i = 0; i < 20; i++)
        {
            Lend(40);
            _time.AdvanceMs(10_000);
        }

        Assert.Equal(0, _collected);
        _time.AdvanceMs(60_000);
        Assert.Equal(1, _collected);

        var timers = _time.TimersMade;
        _time.AdvanceMs(3_600_000);
        Assert.Equal((1, timers), (_collected, _time.TimersMade));
    }

    [Fact]
    public void A_few_large_bodies_cause_no_collection()
    {
        Lend(4);
        _time.AdvanceMs(3_600_000);

        Assert.Equal(0, _collected);
    }

    private void Lend(int megabytes) => Array.ForEach([.. Enumerable.Range(0, megabytes).Select(_ => _pool.Rent(Megabyte))], _pool.Return);

    // By itself, so that no variable of the test holds the array.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LendOnce()
    {
        var array = _pool.Rent(Megabyte);
        _pool.Return(array);
        return new WeakReference(array);
    }
}
