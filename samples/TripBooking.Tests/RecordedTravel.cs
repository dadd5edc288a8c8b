using System.Collections.Concurrent;

namespace TripBooking.Tests;

/// <summary>Travel that agrees to everything and writes down what it was told.</summary>
internal sealed class RecordedTravel : ITravel
{
    private readonly ConcurrentQueue<string> _calls = new();

    private readonly ConcurrentDictionary<OverduePart, DateTimeOffset> _held = new();

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>What is held and not confirmed.</summary>
    public IEnumerable<string> Held => _held.Where(static held => held.Value < DateTimeOffset.MaxValue).Select(static held => held.Key.Part).Order(StringComparer.Ordinal);

    /// <summary>What is confirmed.</summary>
    public IEnumerable<string> Booked => _held.Where(static held => held.Value == DateTimeOffset.MaxValue).Select(static held => held.Key.Part).Order(StringComparer.Ordinal);

    public Task<Booking> HoldAsync(Trip trip, string part, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"hold {part}");
        _held[new(trip.Id, part)] = until;
        return Task.FromResult(new Booking(part, 100));
    }

    public Task ConfirmAsync(string tripId, string part, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"confirm {part}");
        _held[new(tripId, part)] = DateTimeOffset.MaxValue;
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string tripId, string part, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"release {part}");
        _held.TryRemove(new(tripId, part), out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OverduePart>> FindOverdueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trips = _held.Where(held => held.Value < now).Select(static held => held.Key.TripId).ToHashSet();
        return Task.FromResult<IReadOnlyList<OverduePart>>([.. _held.Keys.Where(part => trips.Contains(part.TripId)).OrderBy(static part => part.Part, StringComparer.Ordinal)]);
    }
}
