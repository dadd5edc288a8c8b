using Agnt5.Protocol;

namespace Agnt5.Intake;

/// <summary>
/// Counts the memory of all bodies that nobody has verified. When there is too much, the body that has been arriving for the longest gives way, and not the newcomer: whoever stalls loses, and whoever
/// sends a whole body is answered.
/// </summary>
/// <param name="most">The most bytes that they may hold together.</param>
/// <param name="busy">What answers a request that gave way.</param>
internal sealed class UnverifiedBytes(long most, Failure busy)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<IncomingBody> _arriving = []; // The oldest first.
    private long _counted;
    private long _leaving; // Of bodies that gave way, and whose memory is not back yet.

    /// <summary>Counts a body that has begun to arrive.</summary>
    public void Add(IncomingBody body, long bytes)
    {
        lock (_lock)
            _arriving.AddLast(body.Place);
        TryCount(body, bytes);
    }

    /// <summary>Counts more memory for a body, and stops older ones for it.</summary>
    /// <returns>Whether it may have the memory. If not, the body has been stopped.</returns>
    public bool TryCount(IncomingBody body, long bytes)
    {
        while (true)
        {
            IncomingBody oldest;
            lock (_lock)
            {
                if (body.Place.List is null)
                    return false;
                if (TryTake(bytes))
                {
                    body.Counted += bytes;
                    return true;
                }

                // Where a machine is too busy to take memory back from those who gave way, the newcomer gives way as well.
                oldest = _counted + bytes <= most ? body : _arriving.First!.Value;
                GiveWay(oldest);
            }

            // Outside of the lock: what reads the body may go on right here.
            oldest.Stop(busy);
        }
    }

    /// <summary>Counts memory that is no arriving body's, and stops bodies that are arriving for it.</summary>
    /// <returns>Whether there is room for it.</returns>
    public bool TryHold(long bytes)
    {
        while (true)
        {
            IncomingBody oldest;
            lock (_lock)
            {
                if (TryTake(bytes))
                    return true;
                if (_counted + bytes <= most || _arriving.First is not { } first)
                    return false;

                oldest = first.Value;
                GiveWay(oldest);
            }

            oldest.Stop(busy);
        }
    }

    /// <summary>Ends what <see cref="TryHold"/> counted.</summary>
    public void LetGo(long bytes)
    {
        lock (_lock)
            _counted -= bytes;
    }

    /// <summary>Keeps a body counted, which has arrived and gives way no more.</summary>
    public void Keep(IncomingBody body)
    {
        lock (_lock)
        {
            if (body.Place.List is not null)
                _arriving.Remove(body.Place);
        }
    }

    /// <summary>Counts a body no more.</summary>
    public void Forget(IncomingBody body)
    {
        lock (_lock)
        {
            if (body.Place.List is not null)
                _arriving.Remove(body.Place);
            if (body.HasGivenWay)
                _leaving -= body.Counted;
            else
                _counted -= body.Counted;
            body.Counted = 0;
        }
    }

    private bool TryTake(long bytes)
    {
        if (_counted + bytes > most || _counted + _leaving + bytes > most + (most / 4))
            return false;

        _counted += bytes;
        return true;
    }

    private void GiveWay(IncomingBody body)
    {
        _arriving.Remove(body.Place);
        body.HasGivenWay = true;
        _counted -= body.Counted;
        _leaving += body.Counted;
    }
}
