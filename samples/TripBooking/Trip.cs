namespace TripBooking;

/// <summary>A trip that somebody wants to make.</summary>
/// <param name="Id">The trip's id, for example t-1. A trip is booked once, however often it is asked for within a week.</param>
/// <param name="Traveller">Who travels, for example Ada.</param>
/// <param name="City">Where to, for example Lisbon.</param>
public sealed record Trip(string Id, string Traveller, string City);

/// <summary>A part of a trip that is held for the traveller.</summary>
/// <param name="Part">flight, hotel or car.</param>
/// <param name="Price">What it costs, in euros.</param>
public sealed record Booking(string Part, decimal Price);

/// <summary>How a trip ended.</summary>
/// <param name="Status">booked, rejected, expired or failed.</param>
/// <param name="Total">What the trip costs, in euros; 0 where nothing is booked.</param>
/// <param name="Reason">Why it is not booked.</param>
/// <param name="StillHeld">Parts that could not be released. The travel desk was told.</param>
public sealed record TripResult(string Status, decimal Total, string? Reason, IReadOnlyList<string> StillHeld);
