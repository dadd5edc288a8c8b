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

    /// <summary>All parts of each trip of which a part is held past its time. What was confirmed of such a trip is among them: its run ended between two confirmations.</summary>
    Task<IReadOnlyList<OverduePart>> FindOverdueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>A part of a trip that was not booked in time.</summary>
public sealed record OverduePart(string TripId, string Part);
