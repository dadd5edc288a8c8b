namespace Agnt5.Local.Engine.Flow;

/// <summary>Something that happened to a key.</summary>
/// <param name="AtMs">When, Unix ms.</param>
internal abstract record KeyHappening(long AtMs);

/// <summary>A run wants to pass. It is told by <c>KeyGranted</c>, <c>KeyRefused</c> or <c>Superseded</c>, and before that by <c>KeyWaits</c> where it must wait.</summary>
internal sealed record Claimed(long AtMs, string RunId, int Priority, FlowClaim Claim) : KeyHappening(AtMs);

/// <summary>A run holds the key no longer, or does not want it any more. Nothing happens where it did neither.</summary>
internal sealed record Left(long AtMs, string RunId) : KeyHappening(AtMs);

/// <summary>The time that the key wanted to be told of has come.</summary>
internal sealed record KeyTimeReached(long AtMs) : KeyHappening(AtMs);
