namespace TripBooking;

/// <summary>Airlines, hotels and rental cars; in a real service, HTTP clients. A trip's id and the part name what is held, so each call may come twice.</summary>
public interface ITravel
{
    /// <summary>Holds a part of a trip until a time, and gives its price.</summary>
    Task<Booking> HoldAsync(Trip trip, string part, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Makes a hold a booking.</summary>
    Task ConfirmAsync(string tripId, string part, CancellationToken cancellationToken);

    /// <summary>Gives back what is held or booked. Where there is nothing, it does nothing.</summary>
    Task ReleaseAsync(string tripId, string part, CancellationToken cancellationToken);

    /// <summary>What is held past its time, and was neither confirmed nor released.</summary>
    Task<IReadOnlyList<OverdueHold>> FindOverdueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>A hold whose time is over.</summary>
public sealed record OverdueHold(string TripId, string Part);
