namespace Agnt5.Lambda.Events;

/// <summary>An event that is an HTTP request.</summary>
/// <param name="Request">The request as the endpoint takes it.</param>
/// <param name="Source">Where its answer goes.</param>
internal sealed record HttpEvent(InMemoryRequest Request, EventSource Source);
