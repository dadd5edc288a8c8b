using System.Collections.Concurrent;
using Agnt5;

namespace TripBooking;

/// <summary>A travel desk in memory, which logs what it does. Nobody flies to Atlantis, its hotels are full in Venice.</summary>
public sealed class TravelDesk(ILogger<TravelDesk> logger) : ITravel
{
    private static readonly Dictionary<string, decimal> Prices = new() { ["flight"] = 240, ["hotel"] = 360, ["car"] = 120 };

    // What is confirmed has no time at which it is over.
    private readonly ConcurrentDictionary<OverduePart, DateTimeOffset> _held = new();

    public Task<Booking> HoldAsync(Trip trip, string part, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if ((trip.City, part) is ("Atlantis", "flight") or ("Venice", "hotel"))
            throw new NonRetryableException($"There is no {part} in {trip.City}.");

        _held[new(trip.Id, part)] = until;
        logger.LogInformation("{TripId}: {Part} is held until {Until:u}", trip.Id, part, until);
        return Task.FromResult(new Booking(part, Prices[part]));
    }

    public Task ConfirmAsync(string tripId, string part, CancellationToken cancellationToken)
    {
        if (!_held.ContainsKey(new(tripId, part)))
            throw new NonRetryableException($"The {part} is not held any more.");

        _held[new(tripId, part)] = DateTimeOffset.MaxValue;
        logger.LogInformation("{TripId}: {Part} is booked", tripId, part);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string tripId, string part, CancellationToken cancellationToken)
    {
        if (_held.TryRemove(new(tripId, part), out _))
            logger.LogInformation("{TripId}: {Part} is released", tripId, part);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OverduePart>> FindOverdueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trips = _held.Where(held => held.Value < now).Select(static held => held.Key.TripId).ToHashSet();
        return Task.FromResult<IReadOnlyList<OverduePart>>([.. _held.Keys.Where(part => trips.Contains(part.TripId))]);
    }
}
